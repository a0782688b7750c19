import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LettersView, MailRoomView, path } from '@facet/contract';
import { Notice, Page, Refusal, refusalOf, Section, Waiting } from '@facet/web-kit';
import { columnsOf, dayInWords, SLOW_MINUTES, tensInWords, waitInWords, whatBecame } from './in-words';

/** How mail fares: what was sent, what waits, what did not arrive. And the letters, each of which can be worded otherwise. */
@Component({
  selector: 'facet-mail-room',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Notice, Page, Refusal, RouterLink, Section, Waiting],
  templateUrl: './mail-room.html',
  styleUrl: './mail-room.css',
})
export class MailRoom {
  protected readonly room = httpResource(() => path.mailRoom, { parse: (body) => MailRoomView.parse(body) });
  protected readonly letters = httpResource(() => path.letters, { parse: (body) => LettersView.parse(body).letters });

  protected readonly view = computed(() => (this.room.hasValue() ? this.room.value() : null));
  protected readonly list = computed(() => (this.letters.hasValue() ? this.letters.value() : []));
  protected readonly problem = computed(() => {
    const error = this.room.error() ?? this.letters.error();
    return error ? refusalOf(error) : null;
  });
  protected readonly columns = computed(() => columnsOf(this.view()?.kinds ?? []));
  /** Set where mail has been waiting for longer than it takes to send. */
  protected readonly slow = computed(() => {
    const minutes = this.view()?.oldestMinutes ?? 0;
    return minutes >= SLOW_MINUTES ? waitInWords(minutes) : null;
  });

  protected readonly dayInWords = dayInWords;
  protected readonly tensInWords = tensInWords;
  protected readonly whatBecame = whatBecame;

  protected again(): void {
    this.room.reload();
    this.letters.reload();
  }
}
