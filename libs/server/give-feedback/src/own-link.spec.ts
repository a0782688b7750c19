import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { AccountsModule } from '@facet/accounts';
import { AnswerLinksModule, FileVault, tokenHash } from '@facet/answer-links';
import { DeclineReasons, HeldView, of, path, SurveyView } from '@facet/contract';
import { MailModule } from '@facet/mail';
import { EnvelopesModule, EnvelopesOfRound } from '@facet/store-answers-envelopes';
import { StoreRoundsModule } from '@facet/store-rounds';
import { type TestAnswer, testSchool, type TestSchool, TestSite } from '@facet/testing';
import { testRound, type TestRound } from '@facet/testing-rounds';
import { DeclineReasonsModule } from './for-the-coach/decline-reasons.module';
import { GiveFeedbackModule } from './give-feedback.module';

const morning = '2026-11-25T09:00:00Z';
const site = await TestSite.open(morning, [
  ...[AccountsModule, AnswerLinksModule, MailModule, EnvelopesModule, StoreRoundsModule, GiveFeedbackModule, DeclineReasonsModule],
]);
const vault = new FileVault(site.configuration.keysFolder);
afterAll(() => site.close());

let school: TestSchool;
let round: TestRound;
let schools = 0;
beforeEach(async () => {
  await site.db.setClock(morning);
  school = await testSchool(site.db, `school${++schools}.test`);
  const raters = ['Sam', 'Jo', 'Kim', 'Lee'].map((name) => ({ name, group: 'peer' as const }));
  round = await testRound(site.db, school, vault, { raters });
});

interface Mail {
  readonly person: string;
  readonly kind: string;
}

const bearer = (token = round.token['Sam'] ?? '') => ({ authorization: `Bearer ${token}` });
const ask = (where: string, payload: unknown = {}): Promise<TestAnswer> => site.signedOut().post(where, payload, bearer());
const own = async (): Promise<{ id: string; person: string; email: string }> => {
  const [row] = await site.rows<{ id: string; person: string; email: string }>(
    'select i.id, p.id as person, p.email from people.invitation i join people.person p on p.id = i.person where i.token_hash = $1',
    tokenHash(round.token['Sam'] ?? ''),
  );
  if (!row) throw new Error('Sam is asked');
  return row;
};
const mailsOf = async (): Promise<Mail[]> =>
  site.rows<Mail>('select person, kind from post.mail where organisation = $1 order by kind', school.organisation);
const all = { ratings: { '1.1': 4, '2.1': null } };

async function answer(): Promise<void> {
  await site.signedOut().put(path.answers, { rev: 1, ...all }, bearer());
  expect((await ask(path.send, { rev: 1 })).status).toBe(200);
}

test.each([
  [true, all.ratings],
  [false, {}],
])('a link that reached somebody else is dead after one press, and its owner finds what was chosen: kept %s', async (keep, ratings) => {
  const { id, person } = await own();
  await answer();
  expect((await ask(path.replaceLink, { keep })).status).toBe(204);
  expect((await site.signedOut().get(path.survey, bearer())).status).toBe(404);
  expect((await ask(path.replaceLink, { keep: false })).status).toBe(404);
  const secret = await vault.get(round.id);
  const fresh = await site.signedOut().get(path.survey, bearer(secret?.token(id, 2)));
  expect(SurveyView.parse(fresh.body)).toMatchObject({ sent: false, sheet: { ratings } });
  expect(await mailsOf()).toEqual([{ person, kind: 'link_again' }]);
});

test('a lost link goes to the address that is known, once in ten minutes, and nobody who asks learns whether it is', async () => {
  const { person, email } = await own();
  const answers = [];
  for (const typed of [email.toUpperCase(), 'nobody@else.test', email])
    answers.push(await site.signedOut().post(path.lostLink, { email: typed }));
  expect(answers).toEqual(Array(3).fill({ status: 204, body: undefined }));
  expect(await mailsOf()).toEqual([{ person, kind: 'link_again' }]);
  await site.db.setClock('2026-11-25T09:10:00Z');
  await site.signedOut().post(path.lostLink, { email });
  expect(await mailsOf()).toHaveLength(2);
  await site.db.setClock('2026-12-09T18:00:00Z');
  await site.signedOut().post(path.lostLink, { email });
  expect(await mailsOf()).toHaveLength(2);
  expect((await site.signedOut().post(path.lostLink, { email: 'no address' })).status).toBe(400);
});

test.each(['answered', 'not answered'])(
  'the coach is told once of a wrong group, in the same way whether or not it has %s',
  async (when) => {
    if (when === 'answered') await answer();
    for (let press = 0; press < 2; press++) expect((await ask(path.wrongGroup)).status).toBe(204);
    expect(await mailsOf()).toEqual([{ person: school.coach.id, kind: 'wrong_group' }]);
  },
);

test('everything that is held can be seen while the round is open, with the mails that were sent, and no longer once it is closed', async () => {
  const { person, email, id } = await own();
  await answer();
  await ask(path.decline, { reason: ' We have hardly met. ' });
  await site.rows(
    `with mail as (
        insert into post.mail (id, organisation, dedupe_key, person, kind, not_before, give_up_at)
          values (gen_random_uuid(), $1, 'held:' || $2::uuid, $2::uuid, 'invitation', $4, 'infinity') returning id, organisation)
      insert into post.mail_item (mail, organisation, invitation, kind) select id, organisation, $3, 'invitation' from mail`,
    ...[school.organisation, person, id, morning],
  );
  await site.rows(`update post.mail set state = 'sent', sent_at = $2 where person = $1`, person, morning);
  const held = HeldView.parse((await site.signedOut().get(path.held, bearer())).body);
  expect(held).toMatchObject({
    ...{ name: 'Sam', email, group: 'Peers', state: 'declined', reason: 'We have hardly met.', sheet: { ratings: {} } },
    mails: [{ name: 'Invitation', at: 'Wednesday 25 November 2026 at 09:00 (Europe/London)' }],
  });
  await site.db.setClock('2026-12-09T18:00:00Z');
  expect((await site.signedOut().get(path.held, bearer())).status).toBe(410);
});

const afterClosing = '2026-12-09T18:00:00Z';
const coachReads = async (): Promise<readonly string[]> => {
  const coach = await site.signedIn(school.coach.email);
  return DeclineReasons.parse((await coach.get(of(path.declineReasons, round.id))).body).reasons;
};

const seal = async (): Promise<void> => {
  await site.rows('update people.round set sealed_at = $2 where id = $1', round.id, afterClosing);
};

test('why somebody would rather not answer is read by the coach alone, without a name and not while anybody could still change it', async () => {
  await ask(path.decline, { reason: 'We have hardly met.' });
  await site.db.setClock(afterClosing);
  expect(await coachReads()).toEqual([]);
  await seal();
  expect(await coachReads()).toEqual(['We have hardly met.']);
  const leader = await site.signedIn(school.leader.email);
  expect((await leader.get(of(path.declineReasons, round.id))).status).not.toBe(200);
});

test('once a round is sealed nothing leads from a reason to whoever gave it, and the coach reads it still', async () => {
  for (const name of ['Sam', 'Jo']) await site.signedOut().post(path.decline, { reason: `${name} is away.` }, bearer(round.token[name]));
  const reasons = (): Promise<{ id: string; invitation: string | null }[]> =>
    site.rows('select id, invitation from answers.decline_reason where round = $1', round.id);
  const before = await reasons();
  await site.db.setClock(afterClosing);
  await site.db.database.as('facet_seal', school.organisation, (tx) => new EnvelopesOfRound().forgetWhoAnswered(tx, round.id));
  await seal();
  expect(await coachReads()).toEqual(['Jo is away.', 'Sam is away.']);
  const after = await reasons();
  expect(after.map(({ invitation }) => invitation)).toEqual([null, null]);
  expect(new Set([...before, ...after].map(({ id }) => id)).size).toBe(4);
});

test('whoever answers after all takes their reason back', async () => {
  await ask(path.decline, { reason: 'We have hardly met.' });
  await answer();
  await site.db.setClock(afterClosing);
  await seal();
  expect(await coachReads()).toEqual([]);
});

test('no coach learns whose a reason was when its author is forgotten, before the seal or after it', async () => {
  const forget = async (person: string): Promise<void> => {
    await site.db.database.as('facet_erase', school.organisation, (tx) => tx.query('select door.forget_person($1, $2)', [person, tx.now]));
  };
  const people = await site.rows<{ person: string; name: string }>(
    'select i.person, p.name from people.invitation i join people.person p on p.id = i.person where i.round = $1',
    round.id,
  );
  const named = (name: string): string => people.find((one) => one.name === name)?.person ?? '';
  for (const name of ['Sam', 'Jo']) await site.signedOut().post(path.decline, { reason: `${name} is away.` }, bearer(round.token[name]));
  await site.db.setClock(afterClosing);
  await forget(named('Kim'));
  await seal();
  expect(await coachReads()).toEqual([]);
  await site.rows('delete from people.forgotten_in where round = $1', round.id);
  expect(await coachReads()).toHaveLength(2);
  await forget(named('Sam'));
  expect(await coachReads()).toEqual([]);
});

test('whoever takes over an invitation finds no reason of the one before', async () => {
  await ask(path.decline, { reason: 'We have hardly met.' });
  const { id } = await own();
  await site.db.database.as('facet_people', school.organisation, (tx) => tx.query('select door.start_afresh($1)', [id]));
  expect((await site.signedOut().get(path.held, bearer())).body).toMatchObject({ state: 'invited', reason: null });
});

test('nobody can have a colleague sent their link more than five times in a day', async () => {
  const { email } = await own();
  for (let minute = 0; minute < 120; minute += 10) {
    await site.db.setClock(new Date(Date.parse(morning) + minute * 60_000).toISOString());
    await site.signedOut().post(path.lostLink, { email });
  }
  expect(await mailsOf()).toHaveLength(5);
});
