import { Inject, Injectable } from '@nestjs/common';
import { recordEvent } from '@facet/audit-log';
import type { FieldError, OrganisationSettings, SaveSettings, SettingsEffects, SettingsView } from '@facet/contract';
import { readOwnHours, setHours } from '@facet/mail';
import { CONFIGURATION, type Configuration, type Principal, type Transaction } from '@facet/platform';
import { type Organisation, Organisations } from '@facet/store-rounds';
import { type Desk, PeopleDoor } from '../people/people-door';
import { readTyped, type ReadSettings } from './editable-settings';
import { type Change, effectsOf, touchesMail } from './effects';
import { asTyped, changedIn, revOf } from './typed-settings';

export type NotSaved =
  | { readonly refused: 'wrong'; readonly errors: readonly FieldError[] }
  | { readonly refused: 'changed meanwhile' }
  | { readonly refused: 'deletes more'; readonly effects: SettingsEffects };

/** What an organisation says of itself, and when it writes: read, looked at before it is changed, and changed by its administrators. */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly door: PeopleDoor,
    private readonly organisations: Organisations,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Null, here and below, where the organisation is not theirs to look after. */
  read(principal: Principal, organisation: string | undefined): Promise<SettingsView | null> {
    return this.door.change(principal, organisation, ({ tx }) => this.view(tx));
  }

  lookAt(principal: Principal, organisation: string | undefined, typed: OrganisationSettings): Promise<SettingsEffects | NotSaved | null> {
    return this.prepared(principal, organisation, typed, ({ tx }, { change }) => effectsOf(tx, change));
  }

  save(principal: Principal, organisation: string | undefined, wanted: SaveSettings): Promise<SettingsView | NotSaved | null> {
    return this.prepared(principal, organisation, wanted.settings, async ({ tx, by }, { rev, change }) => {
      if (rev !== wanted.rev) return { refused: 'changed meanwhile' };
      const effects = await effectsOf(tx, change);
      if (effects.deletes > wanted.deletes) return { refused: 'deletes more', effects };
      await this.organisations.change(tx, change.after.organisation);
      if (touchesMail(change.changed)) await setHours(tx, change.after.hours);
      if (change.changed.length > 0)
        recordEvent(tx, { kind: 'settings_changed', by: { person: by }, detail: { settings: [...change.changed] } });
      return this.view(tx);
    });
  }

  private prepared<Done>(
    principal: Principal,
    organisation: string | undefined,
    typed: OrganisationSettings,
    work: (desk: Desk, prepared: { readonly rev: string; readonly change: Change }) => Promise<Done | NotSaved>,
  ): Promise<Done | NotSaved | null> {
    return this.door.change(principal, organisation, async (desk) => {
      const after = readTyped(typed);
      if (!isRead(after)) return { refused: 'wrong', errors: after };
      const { now, before } = await this.current(desk.tx);
      const changed = changedIn(before, asTyped({ ...after.organisation, id: now.id }, after.hours));
      const { demo } = this.configuration;
      return work(desk, { rev: revOf(before), change: { changed, monthsBefore: now.retentionMonths, after, demo } });
    });
  }

  private async view(tx: Transaction): Promise<SettingsView> {
    const { now, before } = await this.current(tx);
    return { organisation: { id: now.id, name: now.name }, rev: revOf(before), settings: before };
  }

  private async current(tx: Transaction): Promise<{ readonly now: Organisation; readonly before: OrganisationSettings }> {
    const now = await this.organisations.current(tx);
    const hours = (await readOwnHours(tx)) ?? this.configuration.mail.hours;
    return { now, before: asTyped(now, hours) };
  }
}

const isRead = (read: ReadSettings | readonly FieldError[]): read is ReadSettings => 'organisation' in read;
