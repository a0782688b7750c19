import type { DatabaseRole } from '@facet/platform';

/**
 * What each role may do, written out from the design: a table that is not named for a role is closed to it. `*` is every column.
 * A new table or column is closed until it is written down here.
 */
export const expectedAccess: Readonly<Record<DatabaseRole, Readonly<Record<string, string>>>> = {
  // Who was asked, and never whether they have answered.
  facet_people: {
    'people.organisation':
      'select *; insert *; ' +
      'update name, zone, domains, safeguarding_contact, controller, purpose, contact, retention_months, sender_name',
    'people.person': 'select *; insert *; update name, roles, disabled_at',
    'people.framework': 'select *; insert *',
    'people.round':
      'select *; insert id, organisation, leader, coach, framework, message, promise, closes_local, zone, closes_at, launched_at; ' +
      'update coach, closes_local, zone, closes_at, confirmed_at, cancelled_at',
    'people.invitation':
      'select id, organisation, round, person, rater_group, version, token_hash, checked_at, proposed, taken_out; ' +
      'insert id, organisation, round, person, rater_group, version, token_hash; ' +
      'update person, rater_group, version, token_hash, checked_at, proposed',
    'people.group_progress': 'select *',
    'people.invited_count': 'select *',
    'people.forgotten_in': 'select *',
    'people.approver': 'select *; insert *; update person, until; delete',
    'people.launch_draft': 'select *; insert *; update version, content, saved_at; delete',
    'people.expectation': 'select *; insert *; update version, content, saved_at, written_at',
    'post.mail': 'select *; insert *; update not_before',
    'post.mail_item': 'select mail, organisation, invitation, kind, ordinal; insert *',
    'post.calendar': 'select *; insert *; update *',
    'post.reminder_schedule': 'select *; insert *',
    'post.asked_reminder': 'select *; insert *',
    'post.wording': 'select *; insert *; update *; delete',
    'audit.entry': 'select *',
  },
  // One invitation's status and its envelope (which one: tenancy.spec.ts), and nobody's name.
  facet_survey: {
    'people.framework': 'select *',
    'people.round': 'select *',
    'people.invitation': 'select id, organisation, round, rater_group, status; update status',
    'answers.envelope': 'select *; insert *; update stamp, box; delete',
    'answers.decline_reason': 'select *; insert *; delete',
  },
  // Reads envelopes, writes what is shown, and cannot read back what it wrote. It sees invitations and never a person.
  facet_seal: {
    'people.organisation': 'select *',
    'people.framework': 'select *',
    'people.round': 'select *; update sealed_at',
    'people.invitation': 'select id, organisation, round, rater_group, status; update status',
    'people.group_progress': 'select *; insert *; update *',
    'answers.envelope': 'select *; delete',
    'answers.cell': 'insert *',
    'answers.comment': 'insert *',
    'answers.snapshot': 'insert *',
    'answers.secret_destruction': 'select *; insert *; update done_at',
    'answers.unreadable_round': 'select *; insert *; update tried_again; delete',
    'post.mail': 'select id, organisation, dedupe_key; insert *',
  },
  // What is shown, to whom it is shown, and nothing of who was asked.
  facet_report: {
    'people.organisation': 'select *',
    'people.person': 'select *',
    'people.framework': 'select *',
    'people.round': 'select *; update released_at, releases_at, release_chosen, released_by_itself',
    'people.expectation': 'select *',
    'answers.cell': 'select *',
    'answers.comment': 'select *',
    'answers.snapshot': 'select *',
    'desk.withheld_comment': 'select *; insert *; delete',
    'desk.debrief_note': 'select *; insert *; update version, content, saved_at',
    'desk.report_view': 'select *; insert *',
    'post.mail': 'select id, organisation, dedupe_key; insert *',
  },
  // Whom to write to and whether they still need it; nothing of what they said.
  facet_mail: {
    'people.organisation': 'select *',
    'people.person': 'select *',
    'people.framework': 'select *',
    'people.round': 'select *',
    'people.invitation': 'select id, organisation, round, person, rater_group, version, status',
    'people.approver': 'select *',
    'post.mail':
      'select *; insert *; update not_before, leaves_on, leaves_zone, paced_for, give_up_at, state, attempt, lease_until, lease_owner, message_id, ' +
      'last_code, last_text, sent_at',
    'post.mail_item': 'select *; insert *; update dropped',
    'post.mail_attempt': 'select *; insert *; update phase, smtp_code, reply, outcome, finished_at',
    'post.mail_return': 'select *; insert *',
    'post.calendar': 'select *',
    'post.reminder_schedule': 'select *',
    'post.asked_reminder': 'select *',
    'post.reminder_look': 'select *; insert *; update *; delete',
    'post.wording': 'select *',
    'post.suppression': 'select *; insert *; delete',
    'post.pace': 'select *; insert *; update *',
    'access.sign_in_request': 'select id, address, asked_at, used_at',
    'operate.silence': 'select *',
  },
  facet_accounts: {
    'post.mail': 'select id, organisation, dedupe_key; insert *',
    'access.sign_in_request': 'select *; insert *; update *; delete',
    'access.session': 'select *; insert *; update *; delete',
    'access.one_time_link': 'select *; insert *; update used_at; delete',
    'access.second_factor': 'select *; insert *; update sealed, since, last_step, tries, tries_since; delete',
    'access.recovery_code': 'select *; insert *; delete',
    'access.sign_on_attempt': 'select *; insert *; delete',
    'access.connected_account': 'select *; insert *; delete',
  },
  // Deletes by doors alone: it sees how many rows went, and none of them.
  facet_erase: {
    'operate.receipt': 'select *; insert *',
    'operate.retention_run': 'select *; insert *',
  },
};

/** Who may call which of the functions that run as the owner, and all that comes back. */
export const expectedDoors: Readonly<Record<string, { readonly roles: readonly DatabaseRole[]; readonly returns: string }>> = {
  enter_survey: { roles: ['facet_survey'], returns: 'TABLE(invitation uuid, organisation uuid, round uuid, framework uuid)' },
  people_at: { roles: ['facet_accounts'], returns: 'TABLE(organisation uuid, person uuid, roles text[])' },
  second_factors: { roles: ['facet_people'], returns: 'TABLE(person uuid)' },
  round_organisation: { roles: ['facet_accounts'], returns: 'uuid' },
  organisations: { roles: ['facet_people', 'facet_mail'], returns: 'SETOF uuid' },
  unsealed_rounds: { roles: ['facet_seal', 'facet_mail'], returns: 'TABLE(round uuid, organisation uuid)' },
  unreleased_rounds: { roles: ['facet_report'], returns: 'TABLE(round uuid, organisation uuid)' },
  owed_destructions: {
    roles: ['facet_seal'],
    returns: 'TABLE(round uuid, organisation uuid, "owedSince" timestamp with time zone)',
  },
  uncleared_rounds: { roles: ['facet_seal'], returns: 'TABLE(round uuid, organisation uuid)' },
  administrators: { roles: ['facet_seal'], returns: 'TABLE(person uuid)' },
  mail_organisation: { roles: ['facet_mail'], returns: 'uuid' },
  take_out: { roles: ['facet_people'], returns: 'void' },
  start_afresh: { roles: ['facet_people'], returns: 'void' },
  tell_unread: { roles: ['facet_seal'], returns: 'void' },
  link_version: { roles: ['facet_survey'], returns: 'integer' },
  replace_link: { roles: ['facet_survey'], returns: 'boolean' },
  send_links_again: { roles: ['facet_survey'], returns: 'void' },
  tell_wrong_group: { roles: ['facet_survey'], returns: 'void' },
  own_mails: { roles: ['facet_survey'], returns: 'TABLE(kind text, at timestamp with time zone)' },
  cut_off_reasons: { roles: ['facet_seal'], returns: 'void' },
  reasons_to_decline: { roles: ['facet_people'], returns: 'SETOF text' },
  write_links: { roles: [], returns: 'void' },
  reminders_by_day: { roles: ['facet_people'], returns: 'TABLE(day date, "atLeast" integer)' },
  rounds_to_look_at: { roles: ['facet_mail'], returns: 'TABLE(round uuid, organisation uuid)' },
  due_mail: { roles: ['facet_mail'], returns: 'TABLE(mail uuid, organisation uuid)' },
  forget_person: { roles: ['facet_erase'], returns: 'jsonb' },
  forget_round: { roles: ['facet_erase'], returns: 'jsonb' },
  let_go: { roles: ['facet_erase'], returns: 'jsonb' },
  // The only way into the log, closed to the survey and to the mail: what a colleague does cannot be written there.
  record_events: { roles: ['facet_people', 'facet_seal', 'facet_report', 'facet_accounts', 'facet_erase'], returns: 'void' },
  shorten_log: { roles: ['facet_erase'], returns: 'integer' },
  ended_in_backup: { roles: ['facet_seal'], returns: 'SETOF uuid' },
  waits_after_restore: { roles: ['facet_mail'], returns: 'boolean' },
  // Steps of those that delete, which nobody may take alone.
  why_person_stays: { roles: [], returns: 'text' },
  drop_person: { roles: [], returns: 'jsonb' },
  drop_round: { roles: [], returns: 'jsonb' },
  bury: { roles: [], returns: 'void' },
  drop_mails: { roles: [], returns: 'void' },
  drop_report: { roles: [], returns: 'void' },
  drop_drafts: { roles: [], returns: 'integer' },
  keep_silence: { roles: [], returns: 'void' },
};
