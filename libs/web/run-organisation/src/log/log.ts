import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LogTopic, LogView, path } from '@facet/contract';
import { Control, LabelledField, Page, Refusal, refusalOf, Section, Waiting } from '@facet/web-kit';
import { WhichOrganisation } from '../organisation/which-organisation';

/** What was done in an organisation, by day, for its administrators. */
@Component({
  selector: 'facet-log',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Control, LabelledField, Page, Refusal, RouterLink, Section, Waiting, WhichOrganisation],
  templateUrl: './log.html',
  styleUrl: './log.css',
})
export class Log {
  protected readonly topics = topics;
  protected readonly organisation = signal('');
  protected readonly topic = signal('');
  protected readonly person = signal('');
  protected readonly below = signal<number | null>(null);

  protected readonly log = httpResource(
    () => {
      const wanted = {
        organisation: this.organisation(),
        topic: this.topic(),
        person: this.person(),
        below: this.below()?.toString() ?? '',
      };
      return { url: path.log, params: Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== '')) };
    },
    { parse: (body) => LogView.parse(body) },
  );
  protected readonly view = computed(() => (this.log.hasValue() ? this.log.value() : null));
  /** Those of the last answer, also while the next one is fetched. */
  protected readonly people = linkedSignal<LogView | null, LogView['people']>({
    source: this.view,
    computation: (view, before) => view?.people ?? before?.value ?? [],
  });
  protected readonly days = computed(() => {
    const days: { readonly day: string; readonly entries: LogView['entries'] }[] = [];
    for (const entry of this.view()?.entries ?? []) {
      const known = days.find(({ day }) => day === entry.day); // a demo’s clock goes back and forth
      if (known) known.entries.push(entry);
      else days.push({ day: entry.day, entries: [entry] });
    }
    return days;
  });
  protected readonly notFetched = computed(() => {
    const error = this.log.error();
    return error ? refusalOf(error) : null;
  });

  /** Somebody else's people are not to be found there. */
  protected choose(organisation: string): void {
    this.person.set('');
    this.below.set(null);
    this.organisation.set(organisation);
  }

  protected look(what: 'topic' | 'person', wanted: string): void {
    this.below.set(null);
    this[what].set(wanted);
  }
}

const topics: readonly { readonly value: LogTopic; readonly label: string }[] = [
  { value: 'signing in', label: 'Signing in' },
  { value: 'rounds', label: 'Rounds' },
  { value: 'reports', label: 'Reports' },
  { value: 'people', label: 'People and roles' },
  { value: 'settings', label: 'Settings and letters' },
  { value: 'upkeep', label: 'Backups, and what was deleted' },
];
