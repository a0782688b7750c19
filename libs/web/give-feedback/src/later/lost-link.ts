import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { surveyPath as path } from '@facet/contract';
import { askServer, inWords } from '../answers/ask-server';
import { doorWords } from '../words/words';

/** For whoever has neither link nor code: the mail comes again, and this page says the same whether or not the address is known. */
@Component({
  selector: 'facet-lost-link',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details class="lost">
      <summary>{{ words().lost }}</summary>
      <form class="code" novalidate (submit)="send($event, box.value)">
        <p>{{ words().lostText }}</p>
        <label for="email">{{ words().lostLabel }}</label>
        <input #box id="email" class="kit-control" type="email" autocomplete="email" aria-describedby="lost-said" />
        <p id="lost-said" role="status" class="lost-said">{{ said() }}</p>
        <button type="submit" class="kit-button" [disabled]="busy()">{{ words().lostSend }}</button>
      </form>
    </details>
  `,
})
export class LostLink {
  protected readonly words = doorWords;
  protected readonly said = signal('');
  protected readonly busy = signal(false);

  protected async send(event: Event, email: string): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    const reply = await askServer<undefined>('', 'POST', path.lostLink, { email });
    this.said.set(
      reply.kind === 'ok' ? this.words().lostSent : reply.kind === 'refused' ? inWords(reply.problem) : this.words().lostNotDone,
    );
    this.busy.set(false);
  }
}
