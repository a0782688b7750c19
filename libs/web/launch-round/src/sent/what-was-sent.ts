import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { of, path, SentView } from '@facet/contract';
import { Refusal, refusalOf, Waiting } from '@facet/web-kit';
import { Announcement } from '../announcement/announcement';
import { WhatTheySee } from '../launch/what-they-see';

/** What colleagues were sent and see, fetched when somebody wants to read it. */
@Component({
  selector: 'facet-what-was-sent',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Announcement, Refusal, Waiting, WhatTheySee],
  templateUrl: './what-was-sent.html',
  styles: '.announces { font-size: var(--heading-3); margin-block: var(--gap-5) var(--gap-3); }',
})
export class WhatWasSent {
  readonly round = input.required<string>();
  /** The text to announce the round is the leader's to use. */
  readonly announces = input(false);

  protected readonly opened = signal(false);
  protected readonly sent = httpResource(() => (this.opened() ? of(path.sent, encodeURIComponent(this.round())) : undefined), {
    parse: (body) => SentView.parse(body),
  });
  protected readonly refusal = computed(() => {
    const error = this.sent.error();
    return error ? refusalOf(error) : null;
  });
}
