import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Question } from '@facet/report-in-words';

/** What people wrote about one quality: colleagues without names in the order of the seal, then whoever stands under a name. */
@Component({
  selector: 'facet-words',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './words.html',
  styleUrl: './words.css',
})
export class Words {
  readonly questions = input.required<readonly Question[]>();
}
