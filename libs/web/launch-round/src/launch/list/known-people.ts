import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, debounced, output, signal } from '@angular/core';
import { KnownPeople as Found, path } from '@facet/contract';

const PAUSE_IN_TYPING = 200;

/** Adds somebody whom the organisation knows already: a few letters, and a choice from what the browser offers below the box. */
@Component({
  selector: 'facet-known-people',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './known-people.html',
  styleUrl: './known-people.css',
})
export class KnownPeople {
  readonly added = output<Found['people'][number]>();

  protected readonly typed = signal('');
  protected readonly said = signal('');
  private readonly paused = debounced(this.typed, PAUSE_IN_TYPING);
  private readonly answer = httpResource(
    () => {
      const of = this.paused.hasValue() ? this.paused.value().trim() : '';
      return of.length < 2 ? undefined : { url: path.knownPeople, params: { of } };
    },
    { parse: (body) => Found.parse(body) },
  );
  protected readonly people = computed(() => (this.answer.hasValue() ? this.answer.value().people : []));

  protected type(box: HTMLInputElement): void {
    this.typed.set(box.value);
    // What was chosen from the list stands in the box whole, as no typing would bring it there.
    const person = this.people().find((one) => entryOf(one) === box.value);
    if (!person) return;
    this.added.emit(person);
    this.said.set(`${person.name} is on the list.`);
    box.value = '';
    this.typed.set('');
  }

  protected readonly entryOf = entryOf;
}

const entryOf = ({ name, email }: Found['people'][number]): string => `${name} <${email}>`;
