import { afterNextRender, ChangeDetectionStrategy, Component, effect, ElementRef, inject, Injector, input } from '@angular/core';

/**
 * Why a press did not do what it says. The place for it is always there, so that a screen reader notices when it is filled; and the
 * focus goes there, for the pressed button was out of use meanwhile and has lost it.
 */
@Component({
  selector: 'facet-trouble',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<p role="alert" class="trouble" tabindex="-1">{{ text() }}</p>`,
})
export class Trouble {
  readonly text = input.required<string>();

  constructor() {
    const [host, injector] = [inject<ElementRef<HTMLElement>>(ElementRef).nativeElement, inject(Injector)];
    effect(() => {
      if (this.text() !== '') afterNextRender(() => host.querySelector('p')?.focus(), { injector });
    });
  }
}
