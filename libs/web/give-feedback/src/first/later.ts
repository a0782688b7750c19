import {
  ApplicationRef,
  ChangeDetectionStrategy,
  Component,
  type ComponentRef,
  createComponent,
  ElementRef,
  inject,
  input,
  type OnDestroy,
  type OnInit,
  output,
  type Type,
} from '@angular/core';
import { fetchPart, type Part, partHere } from './fetch-part';

/** The place of a part that is not needed before the first question. Once its file is here, it is filled at once. */
@Component({ selector: 'facet-later', changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
export class Later implements OnInit, OnDestroy {
  readonly part = input.required<Part>();
  /** The part's inputs; they do not change while it is shown. */
  readonly given = input.required<Readonly<Record<string, unknown>>>();
  readonly shown = output();
  private readonly app = inject(ApplicationRef);
  private readonly place = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private content: ComponentRef<unknown> | undefined;
  private gone = false;

  ngOnInit(): void {
    const type = partHere(this.part());
    if (type) this.show(type);
    else void fetchPart(this.part()).then((arrived) => this.show(arrived));
  }

  ngOnDestroy(): void {
    this.gone = true;
    this.content?.destroy();
  }

  private show(type: Type<unknown>): void {
    if (this.gone) return;
    this.content = createComponent(type, { environmentInjector: this.app.injector });
    for (const [name, value] of Object.entries(this.given())) this.content.setInput(name, value);
    this.place.append(this.content.location.nativeElement as HTMLElement);
    this.app.attachView(this.content.hostView);
    this.content.changeDetectorRef.detectChanges();
    this.shown.emit();
  }
}
