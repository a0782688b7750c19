import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { LaunchOptions } from '@facet/contract';
import { Choices, Notice } from '@facet/web-kit';

@Component({
  selector: 'facet-choose-framework',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Choices, FormField, Notice],
  templateUrl: './choose-framework.html',
  styleUrl: './choose-framework.css',
})
export class ChooseFramework {
  readonly field = input.required<FieldTree<string>>();
  readonly frameworks = input.required<LaunchOptions['frameworks']>();

  protected readonly offered = computed(() =>
    this.frameworks().map((framework) => ({
      ...framework,
      size: `${framework.qualities.length} qualities, ${framework.qualities.flatMap(({ behaviours }) => behaviours).length} behaviours; version ${framework.version}${framework.newest === null ? '' : ', as in your earlier round'}`,
    })),
  );
  protected readonly chosen = computed(() => this.frameworks().find(({ id }) => id === this.field()().value()));
}
