/**
 * What the log tells, and with it nothing else: whoever adds a line decides here that it says nothing of a colleague's answering, nor of
 * anything that is done with a survey link (docs/decisions/0016). No field holds a name, an address or words that somebody wrote.
 */
export interface AuditEvents {
  // Signing in
  signed_in: { readonly method: 'mailed code' | 'one-time link' | 'identity provider'; readonly secondFactor?: true };
  /** About somebody who has a role; whoever has none is nobody's to log. In the minute that had begun. */
  sign_in_refused: { readonly times: number };
  signed_out: Nothing;
  second_factor_set: Nothing;
  second_factor_removed: Nothing;
  /** By somebody else, for who has lost it. */
  second_factor_reset: Nothing;
  recovery_codes_made: Nothing;
  account_connected: Nothing;
  account_disconnected: Nothing;
  /** Asked for what is not theirs, or is not there at all. In the minute that had begun. */
  asked_for_foreign: { readonly times: number };

  // Rounds
  round_launched: Nothing;
  list_confirmed: Nothing;
  colleagues_added: { readonly count: number };
  colleague_taken_out: Nothing;
  colleague_moved: Nothing;
  address_corrected: Nothing;
  address_proposed: Nothing;
  address_kept: Nothing;
  closing_moved: Nothing;
  round_cancelled: Nothing;
  /** By the coach, who chose it, or by the clock. */
  round_sealed: Nothing;
  coach_given: Nothing;
  approver_named: Nothing;
  approver_ended: Nothing;

  // Reports
  report_read: { readonly what: 'page' | 'csv' | 'pdf'; readonly role: 'leader' | 'coach' };
  comment_withheld: Nothing;
  comment_shown_again: Nothing;
  release_day_chosen: Nothing;
  report_released: Nothing;

  // People
  person_added: { readonly roles: readonly string[] };
  person_changed: { readonly before: readonly string[]; readonly roles: readonly string[] };
  person_disabled: Nothing;
  person_enabled: Nothing;
  people_imported: { readonly added: number; readonly changed: number };

  // Settings
  organisation_opened: Nothing;
  /** Which of them, by the name of the field. */
  settings_changed: { readonly settings: readonly string[] };
  hours_changed: Nothing;
  /** `letter`: its code. `how`: the school's own words, or those that Facet comes with. */
  wording_changed: { readonly letter: string; readonly how: 'own' | 'built in' };
  framework_published: { readonly framework: string; readonly version: number };

  // Looking after the installation
  backup_taken: Nothing;
  restored: { readonly backupBegan: string };
  held_mails_settled: { readonly fate: 'send' | 'drop' };
  /** Whom or which round, nobody writes down. */
  forgotten: { readonly what: 'person' | 'round' | 'leader'; readonly reportsWithdrawn: number };
  person_exported: Nothing;
  retention_ran: Readonly<Record<string, number>>;
}

type Nothing = Readonly<Record<string, never>>;

export type AuditKind = keyof AuditEvents;

/** A person by their id; the clock, which does what is due; or whoever is at the command line of the installation. */
export type Doer = { readonly person: string } | 'clock' | 'operator';

export interface AuditEvent<Kind extends AuditKind = AuditKind> {
  readonly kind: Kind;
  readonly by: Doer;
  /** The id of whom it concerns, if not of whoever did it. Never a colleague of a round. */
  readonly person?: string;
  readonly round?: string;
  readonly detail: AuditEvents[Kind];
}

/** An event of one of the kinds, with the detail that belongs to it. */
export type AnyAuditEvent = { readonly [Kind in AuditKind]: AuditEvent<Kind> }[AuditKind];
