import type { AuditEvent, AuditEvents, AuditKind } from '@facet/audit-log';

/** Who is meant by the ids of an entry, as far as anybody is known still. */
export interface Names {
  /** Whoever did it. */
  readonly who: string;
  /** Whom it concerns. */
  readonly whom: string;
  /** The leader whose round it is. */
  readonly leader: string;
}

/** Of whoever is no longer in the database. */
export const FORGOTTEN = 'somebody who was forgotten';

type Words = { readonly [Kind in AuditKind]: (names: Names, detail: AuditEvents[Kind]) => string };

const words: Words = {
  signed_in: ({ who }, { method }) => `${who} signed in${byMethod[method]}.`,
  sign_in_refused: ({ whom }, { times }) => `Signing in as ${whom} was refused ${timesInWords(times)} within a minute.`,
  signed_out: ({ who }) => `${who} signed out.`,
  second_factor_set: ({ who }) => `${who} set up a second step for signing in.`,
  second_factor_removed: ({ who }) => `${who} signs in without a second step again.`,
  second_factor_reset: ({ who, whom }) => `${who} reset the second step of ${whom}, who sets up another.`,
  recovery_codes_made: ({ who }) => `${who} had new recovery codes made.`,
  account_connected: ({ who }) => `${who} connected an account at the provider of identities.`,
  account_disconnected: ({ who }) => `${who} disconnected their account at the provider of identities.`,
  asked_for_foreign: ({ who }, { times }) =>
    `${who} asked ${timesInWords(times)} within a minute for something that is not theirs, or not there. They got nothing.`,
  round_launched: ({ who }) => `${who} launched a round.`,
  list_confirmed: ({ who, leader }) => `${who} confirmed the list of colleagues of ${leader}.`,
  colleagues_added: ({ who, leader }, { count }) => `${who} added ${counted(count, 'colleague')} to the round of ${leader}.`,
  colleague_taken_out: ({ who, leader }) => `${who} took a colleague out of the round of ${leader}.`,
  colleague_moved: ({ who, leader }) => `${who} moved a colleague to another group in the round of ${leader}.`,
  address_corrected: ({ who, leader }) => `${who} corrected a colleague’s address in the round of ${leader}.`,
  address_proposed: ({ who, leader }) => `${who} asked for another address of a colleague in the round of ${leader}.`,
  address_kept: ({ who, leader }) => `${who} kept a colleague’s address in the round of ${leader}.`,
  closing_moved: ({ who, leader }) => `${who} moved the closing of the round of ${leader}.`,
  round_cancelled: ({ who, leader }) => `${who} cancelled the round of ${leader}.`,
  round_sealed: ({ who, leader }) => `${who} sealed the round of ${leader}: its report is made.`,
  coach_given: ({ who, whom, leader }) => `${who} gave the round of ${leader} to ${whom} as coach.`,
  approver_named: ({ who, whom, leader }) => `${who} named ${whom} to check the list of colleagues of ${leader}.`,
  approver_ended: ({ who, whom, leader }) => `${who} ended that ${whom} checks the list of colleagues of ${leader}.`,
  report_read: ({ who, leader }, { what, role }) => `${who} ${forms[what]} the report of ${leader}, as ${role}.`,
  comment_withheld: ({ who, leader }) => `${who} withheld a comment in the report of ${leader}.`,
  comment_shown_again: ({ who, leader }) => `${who} showed a withheld comment again in the report of ${leader}.`,
  release_day_chosen: ({ who, leader }) => `${who} chose the day on which the report of ${leader} is released.`,
  report_released: ({ who, leader }) => `${who} released the report of ${leader}.`,
  person_added: ({ who, whom }, { roles }) => `${who} added ${whom} as ${listed(roles)}.`,
  person_changed: ({ who, whom }, { before, roles }) =>
    listed(before) === listed(roles) ? `${who} changed ${whom}.` : `${who} changed ${whom} from ${listed(before)} to ${listed(roles)}.`,
  person_disabled: ({ who, whom }) => `${who} ended the access of ${whom}.`,
  person_enabled: ({ who, whom }) => `${who} gave ${whom} access again.`,
  people_imported: ({ who }, { added, changed }) =>
    `${who} brought in a list of people: ${counted(added, 'person', 'people')} added, ${changed} changed.`,
  organisation_opened: ({ who }) => `${who} opened this organisation.`,
  settings_changed: ({ who }, { settings }) => `${who} changed settings: ${settings.join(', ')}.`,
  hours_changed: ({ who }) => `${who} changed the hours in which mails leave.`,
  wording_changed: ({ who }, { letter, how }) =>
    how === 'own' ? `${who} worded the letter “${letter}” anew.` : `${who} gave the letter “${letter}” back the words it came with.`,
  framework_published: ({ who }, { framework, version }) => `${who} published the framework “${framework}”, version ${version}.`,
  backup_taken: ({ who }) => `${who} made a backup.`,
  restored: ({ who }, { backupBegan }) =>
    `${who} restored the backup of ${backupBegan.slice(0, 16).replace('T', ' ')} UTC. What was done after it is in no log.`,
  held_mails_settled: ({ who }, { fate }) => `${who} ${fate === 'send' ? 'let the held mails leave' : 'dropped the held mails'}.`,
  forgotten: ({ who }, { what, reportsWithdrawn }) =>
    `${who} had ${whatForgotten[what]} forgotten${reportsWithdrawn > 0 ? `; ${counted(reportsWithdrawn, 'report')} withdrawn with it` : ''}.`,
  person_exported: ({ who, whom }) => `${who} exported what Facet holds about ${whom}.`,
  retention_ran: ({ who }, counts) =>
    `${who} deleted what its time had come for: ${Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}.`,
};

const byMethod = {
  'mailed code': ' with a code by mail',
  'one-time link': ' with a one-time link',
  'identity provider': ' through the school’s provider',
} as const;
const forms = { page: 'read', csv: 'downloaded as CSV', pdf: 'downloaded as PDF' } as const;
const whatForgotten = { person: 'a person', round: 'a round', leader: 'a leader and their rounds' } as const;

const timesInWords = (times: number): string => (times === 1 ? 'once' : `${times} times`);
const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const listed = (roles: readonly string[]): string => (roles.length === 0 ? 'nothing' : roles.join(' and '));

/** One whole sentence. */
export function inWords<Kind extends AuditKind>({ kind, detail }: Pick<AuditEvent<Kind>, 'kind' | 'detail'>, names: Names): string {
  const sentence = words[kind](names, detail);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
