import { randomUUID } from 'node:crypto';
import { RecordingSmtp, testDatabase } from '@facet/testing';
import { afterAll, expect, test } from '@jest/globals';
import { PostOffice } from '../post-office';
import { dropWording, keepWording, readWording, wordedLetters } from './wording-rows';

const db = await testDatabase();
const smtp = await RecordingSmtp.start();
const office = await PostOffice.open({ db, smtp });
const worker = office.worker();
afterAll(async () => {
  worker.stop();
  await office.close();
  await smtp.stop();
  await db.drop();
});

const own = { subject: 'Helping {whose} learning', heading: 'A favour', paragraphs: ['Hello {recipient}', '{link}', 'Thank you'] };
const round = await office.round();
const invite = async (name: string) => {
  await worker.send.send((await office.invitationMail(round, await office.person(name))).mail);
  return smtp.messages.at(-1)?.mail;
};

test('an invitation leaves in the organisation’s own words, until they are taken back', async () => {
  const before = await invite('Sam');
  await office.db.database.as('facet_people', office.organisation, (tx) => keepWording(tx, 'invitation', own));
  const worded = await invite('Jo');
  await office.db.database.as('facet_people', office.organisation, (tx) => dropWording(tx, 'invitation'));
  const after = await invite('Kim');
  expect(worded?.subject).toBe('Helping Ada Okafor’s learning');
  expect(worded?.text).toMatch(/Hello Jo[^]*\/s#[0-9A-Z]{26}[^]*Thank you/);
  expect(worded?.html).toMatch(/Hello Jo[^]*\/s#[0-9A-Z]{26}[^]*Thank you/);
  expect([before?.subject, after?.subject]).toEqual(Array(2).fill('Your view of Ada Okafor’s leadership: about 8 minutes'));
});

test('one organisation never reads or changes how another words its mails', async () => {
  const elsewhere = randomUUID();
  await office.sql(`insert into people.organisation (id, name, zone) values ($1, 'Elsewhere', 'Europe/London')`, [elsewhere]);
  await office.db.database.as('facet_people', elsewhere, async (tx) => {
    await keepWording(tx, 'invitation', own);
    await keepWording(tx, 'reminder', own);
  });
  await office.db.database.as('facet_people', office.organisation, async (tx) => {
    expect(await readWording(tx, 'invitation')).toBeNull();
    await keepWording(tx, 'reminder', { ...own, subject: 'Ours' });
    expect(await wordedLetters(tx)).toEqual(['reminder']);
    await dropWording(tx, 'invitation');
  });
  await office.db.database.as('facet_people', elsewhere, async (tx) => {
    expect((await wordedLetters(tx)).toSorted()).toEqual(['invitation', 'reminder']);
    expect(await readWording(tx, 'reminder')).toEqual(own);
  });
});
