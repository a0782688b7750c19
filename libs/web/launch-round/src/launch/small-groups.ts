import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { LaunchPreview } from '@facet/contract';
import { Choices } from '@facet/web-kit';
import { type Draft, isSmallGroup } from './draft';

/** How likely each group is to be shown, and what a small one does about it. */
@Component({
  selector: 'facet-small-groups',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Choices, FormField],
  templateUrl: './small-groups.html',
  styleUrl: './small-groups.css',
})
export class SmallGroups {
  readonly fields = input.required<FieldTree<Draft['together']>>();
  readonly groups = input.required<LaunchPreview['groups']>();
  readonly minimum = input.required<string>();
  /** A group with fewer invited asks. */
  readonly small = input.required<number>();

  protected readonly invited = computed(() => this.groups().filter(({ invited }) => invited > 0));
  protected readonly asked = computed(() =>
    this.groups().flatMap((group) => {
      const { code } = group;
      return isSmallGroup(code) && group.asks ? [{ ...group, field: this.fields()[code] }] : [];
    }),
  );
}
