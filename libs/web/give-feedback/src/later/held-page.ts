import { ChangeDetectionStrategy, Component, computed, input, type OnInit, signal } from '@angular/core';
import type { HeldView } from '@facet/contract';
import { flatten } from '../answers/answers';
import type { Survey } from '../survey';
import { download } from './download';
import { findQuestion } from './find-question';
import { answerInWords } from './in-words';
import { Trouble } from './trouble';

/** All that is held about this person, to be read and taken along while the round is open. */
@Component({
  selector: 'facet-held-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Trouble],
  template: `
    <main class="cover">
      <h1 tabindex="-1">{{ survey().say('held') }}</h1>
      <p class="kit-lede">{{ survey().say('heldText') }}</p>
      <facet-trouble [text]="trouble()" />
      <dl class="promise">
        @for (line of lines(); track $index) {
          <div>
            <dt>{{ line.heading }}</dt>
            @for (text of line.texts; track $index) {
              <dd>
                <bdi>{{ text }}</bdi>
              </dd>
            }
          </div>
        }
      </dl>
      <div class="kit-actions">
        @if (held()) {
          <button type="button" class="kit-button" (click)="save()">{{ survey().say('heldDownload') }}</button>
        }
        <button type="button" class="kit-button kit-button-quiet" (click)="back()">{{ survey().say('back') }}</button>
      </div>
    </main>
  `,
})
export class HeldPage implements OnInit {
  readonly survey = input.required<Survey>();
  protected readonly held = signal<HeldView | null>(null);
  protected readonly trouble = signal('');
  protected readonly lines = computed(() => {
    const held = this.held();
    return held ? this.inWords(held) : [];
  });

  ngOnInit(): void {
    void this.read();
  }

  private async read(): Promise<void> {
    const reply = await this.survey().held();
    if (reply.kind === 'ok') this.held.set(reply.value);
    else this.trouble.set(this.survey().say('notDone'));
  }

  protected save(): void {
    const text = this.lines().flatMap(({ heading, texts }) => [heading, ...texts.map((line) => `  ${line}`), '']);
    download('facet.txt', text.join('\r\n'));
  }

  protected back(): void {
    this.survey().go({ page: this.survey().sheet.sent() ? 'thanks' : 'welcome' });
  }

  private inWords(held: HeldView): { readonly heading: string; readonly texts: readonly string[] }[] {
    const survey = this.survey();
    const { framework } = survey.view;
    const states = { invited: 'heldInvited', answered: 'heldAnswered', declined: 'heldDeclined' } as const;
    const answers = Object.entries(flatten(held.sheet)).map(([key, answer]) => {
      const asked = findQuestion(framework, key).words || (survey.view.welcome.named ?? '');
      return answer === true ? asked : `${asked} ${answerInWords(survey, answer)}`;
    });
    const none = survey.say('heldNone');
    return [
      { heading: survey.say('heldName'), texts: [held.name] },
      { heading: survey.say('heldEmail'), texts: [held.email] },
      { heading: survey.say('heldGroup'), texts: [held.group] },
      { heading: survey.say('heldRound'), texts: [`${held.leader}, ${held.organisation}`] },
      { heading: survey.say('heldCoach'), texts: [held.coach] },
      { heading: survey.say('heldCloses'), texts: [held.closes] },
      { heading: survey.say('heldState'), texts: [survey.say(states[held.state])] },
      ...(held.reason === null ? [] : [{ heading: survey.say('heldReason'), texts: [held.reason] }]),
      { heading: survey.say('heldMails'), texts: held.mails.length > 0 ? held.mails.map(({ name, at }) => `${name}: ${at}`) : [none] },
      { heading: survey.say('heldSheet'), texts: answers.length > 0 ? answers : [none] },
    ];
  }
}
