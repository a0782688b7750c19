import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input, Renderer2, ViewEncapsulation } from '@angular/core';
import type { Drawing as Picture, Shape } from '@facet/charts';

/** Makes elements of a drawing's shapes. Nothing is parsed: words in it stay words. */
@Component({
  selector: 'kit-drawing',
  changeDetection: ChangeDetectionStrategy.OnPush,
  encapsulation: ViewEncapsulation.None,
  template: '',
  styleUrl: './drawing.css',
})
export class Drawing {
  readonly picture = input.required<Picture>();
  /** Read out in place of the picture. */
  readonly label = input.required<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly renderer = inject(Renderer2);

  constructor() {
    effect(() => {
      this.host.replaceChildren(this.svg(this.picture(), this.label()));
    });
  }

  private svg({ width, height, shapes }: Picture, label: string): Element {
    const svg = this.element('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label });
    for (const shape of shapes) svg.append(this.shape(shape));
    return svg;
  }

  private shape({ tag, attributes, text }: Shape): Element {
    const element = this.element(tag, attributes);
    if (text !== undefined) element.textContent = text;
    return element;
  }

  private element(tag: string, attributes: Shape['attributes']): Element {
    const element = this.renderer.createElement(tag, 'svg') as Element;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    return element;
  }
}
