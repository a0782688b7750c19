import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { QualityWords, ReportView } from '@facet/contract';

interface Question {
  readonly asked: string;
  readonly confidential: readonly string[];
  readonly named: readonly { readonly voice: 'self' | 'line-manager'; readonly who: string; readonly text: string }[];
}

/** What people wrote about one quality: colleagues without names in the order of the seal, then whoever stands under a name. */
@Component({
  selector: 'facet-words',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './words.html',
  styleUrl: './words.css',
})
export class Words {
  readonly report = input.required<ReportView>();
  readonly words = input.required<QualityWords>();

  protected readonly withheld = computed(() => this.report().comments.withheld !== null);
  protected readonly questions = computed(() => [this.question('seen'), this.question('help')]);

  private question(question: 'seen' | 'help'): Question {
    const { words, report } = this;
    const named: Question['named'] = [
      ...words().lineManagers.map((manager) => ({
        voice: 'line-manager' as const,
        who: `${manager.name}, line manager`,
        text: manager[question],
      })),
      { voice: 'self', who: `${report().leader}, own view`, text: words().self[question] },
    ];
    return {
      asked: report().prompts[question],
      confidential: words()[question],
      named: named.filter(({ text }) => text.trim() !== ''),
    };
  }
}
