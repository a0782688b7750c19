import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, expect, test } from '@jest/globals';
import { type DeskView, type KeepNotes, of, path } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { Desk } from './desk';

const round = '7f9c2a34-1111-4222-8333-444455556666';
const place = { quality: '1', question: 'seen', writer: 'colleague', position: 0 } as const;
const view: DeskView = {
  qualities: [{ code: '1', name: 'Listens' }],
  comments: [{ ...place, who: null, words: 'At the gate each morning.', withheld: null }],
  notes: { text: 'Begin with 1.1.', version: round },
  safeguardingContact: 'Jo Park, extension 204',
  release: { done: null, on: null, chosen: false, zone: 'Europe/London', earliest: '2026-12-09', latest: '2027-02-02' },
};

beforeEach(() => localStorage.clear());

const open = async (shown: Partial<DeskView> = {}) => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(Desk);
  document.body.append(fixture.nativeElement as HTMLElement);
  fixture.componentRef.setInput('round', round);
  fixture.componentRef.setInput('me', { email: 'ines@school.test', memberships: [], demo: false });
  const seen = lookAt(fixture);
  const server = TestBed.inject(HttpTestingController);
  await seen.settle();
  server.expectOne(of(path.desk, round)).flush({ ...view, ...shown });
  await seen.settle();
  return { seen, server, fixture };
};
const WHY = 'Why is this withheld?';

test('a coach withholds a comment with a reason, and may show it again', async () => {
  const { seen, server } = await open();
  await seen.press('Withhold comment 1');
  await seen.type(WHY, 'It names a pupil.');
  await seen.press('Withhold this comment');
  const asked = server.expectOne(of(path.withhold, round));
  expect(asked.request.body).toEqual({ ...place, reason: 'It names a pupil.' });
  asked.flush({ ...view, comments: [{ ...view.comments[0], withheld: { reason: 'It names a pupil.', on: '9 December 2026' } }] });
  await seen.settle();
  expect(seen.text()).toContain('Withheld on 9 December 2026: It names a pupil.');
  expect(document.activeElement).toBe(seen.button('Show it again : comment 1'));
  await seen.press('Show it again : comment 1');
  expect(server.expectOne(of(path.showAgain, round)).request.body).toEqual(place);
});

test('comments stand under their qualities, and are numbered throughout', async () => {
  const comment = view.comments[0] ?? { ...place, who: null, words: '', withheld: null };
  const { seen } = await open({
    qualities: [...view.qualities, { code: '3', name: 'Plans' }],
    comments: [comment, { ...comment, quality: '3', words: 'Looks ahead.' }],
  });
  expect(seen.text()).toMatch(/1 Listens\s+At the gate each morning\..*3 Plans\s+Looks ahead\./s);
  expect(seen.button('Withhold comment 2')).toBeTruthy();
});

test('a refused reason stays where it was typed', async () => {
  const { seen, server } = await open();
  await seen.press('Withhold comment 1');
  await seen.type(WHY, 'x');
  await seen.press('Withhold this comment');
  const problem = { code: 'already_released', title: 'The report has been released.', status: 409 };
  server.expectOne(of(path.withhold, round)).flush(problem, { status: 409, statusText: 'x' });
  await seen.settle();
  expect(seen.text()).toContain('The report has been released.');
  expect(seen.control(WHY).value).toBe('x');
});

test('the page says whose it is, and whom to tell when a comment raises a concern', async () => {
  const { seen } = await open();
  expect(seen.text()).toContain('Neither the leader nor an administrator sees this page.');
  expect(seen.text()).toContain('Jo Park, extension 204');
});

const NOTES = 'For the conversation: how you begin, what you ask, what you leave out';
const COPY = `facet.debrief-notes.${round}.ines@school.test`;
const LATER = round.replace('7', '8');

/** Waits for the notes to be sent, and answers. */
const answered = async ({ seen, server }: Awaited<ReturnType<typeof open>>, reply: DeskView | 'changed elsewhere'): Promise<KeepNotes> => {
  const sent: KeepNotes[] = [];
  await seen.until(() => {
    for (const asked of server.match(of(path.debriefNotes, round))) {
      sent.push(asked.request.body as KeepNotes);
      if (reply === 'changed elsewhere')
        asked.flush({ code: 'notes_changed_elsewhere', title: 'Changed.', status: 409 }, { status: 409, statusText: 'x' });
      else asked.flush(reply);
    }
    return sent.length > 0;
  });
  await seen.settle();
  return sent[0] as KeepNotes;
};

test('notes save themselves as they are typed, and until the server has them this browser keeps them', async () => {
  const there = await open();
  await there.seen.type(NOTES, 'Begin with 2.1.');
  expect(localStorage.getItem(COPY)).toContain('Begin with 2.1.');
  expect(await answered(there, { ...view, notes: { text: 'Begin with 2.1.', version: LATER } })).toEqual({
    version: round,
    text: 'Begin with 2.1.',
  });
  expect(there.seen.text()).toContain('Saved.');
  expect(localStorage.getItem(COPY)).toBeNull();
});

test('a comment withheld beside them takes no note away that the server has not got', async () => {
  const { seen, server } = await open();
  await seen.type(NOTES, 'Half a sent');
  await seen.press('Withhold comment 1');
  await seen.type(WHY, 'It names a pupil.');
  await seen.press('Withhold this comment');
  server.expectOne(of(path.withhold, round)).flush({ ...view, notes: { text: 'From another page.', version: LATER } });
  await seen.settle();
  expect(seen.control(NOTES).value).toBe('Half a sent');
});

test('notes that were changed on another page stand beside these until the coach chooses', async () => {
  const there = await open();
  const { seen, server } = there;
  await seen.type(NOTES, 'Mine.');
  await answered(there, 'changed elsewhere');
  server.expectOne(of(path.desk, round)).flush({ ...view, notes: { text: 'Theirs.', version: LATER } });
  await seen.settle();
  expect(seen.text()).toMatch(/Mine\. Go on with what is here .*Theirs\. Go on with what was saved there/);
  await seen.press('Go on with what is here');
  expect(await answered(there, { ...view, notes: { text: 'Mine.', version: round } })).toEqual({ version: LATER, text: 'Mine.' });
});

test('what a closed page had not sent is there again, and for no other coach at this browser', async () => {
  localStorage.setItem(COPY, JSON.stringify({ version: round, text: 'Not sent.' }));
  localStorage.setItem(COPY.replace('ines', 'cleo'), JSON.stringify({ version: round, text: 'Of Cleo.' }));
  const there = await open();
  expect(there.seen.control(NOTES).value).toBe('Not sent.');
  expect((await answered(there, view)).text).toBe('Not sent.');
});

test('a page that is left sends what was typed a moment ago, and a closing window is asked about it', async () => {
  const { seen, server, fixture } = await open();
  await seen.type(NOTES, 'The last word.');
  const closing = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(closing);
  expect(closing.defaultPrevented).toBe(true);
  fixture.destroy();
  expect(server.expectOne(of(path.debriefNotes, round)).request.body).toEqual({ version: round, text: 'The last word.' });
});

test('what is wrong with a reason or a day is said at its field', async () => {
  const { seen, server } = await open();
  const objection = (field: string, message: string) => ({
    code: 'invalid',
    title: 'Please look again.',
    status: 400,
    errors: [{ field, message }],
  });
  await seen.press('Withhold comment 1');
  await seen.press('Withhold this comment');
  const bad = { status: 400, statusText: 'x' };
  server.expectOne(of(path.withhold, round)).flush(objection('reason', 'Say why.'), bad);
  await seen.settle();
  const describes = (label: string): string =>
    (seen.control(label).getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => seen.page.querySelector(`[id="${id}"]`)?.textContent.trim() ?? '')
      .join(' ');
  expect(describes(WHY)).toContain('Say why.');
  await seen.type('Day', '2026-12-08');
  await seen.press('Release it on that day');
  server.expectOne(of(path.releaseDay, round)).flush(objection('date', 'This time has passed already.'), bad);
  await seen.settle();
  expect(describes('Day')).toContain('This time has passed already.');
  expect(describes(WHY)).not.toContain('passed');
});

test('once the report is released, nothing on the desk offers to change what its leader reads', async () => {
  const { seen } = await open({ release: { ...view.release, done: '14 December 2026' } });
  expect(seen.text()).toContain('Released on 14 December 2026.');
  expect(seen.buttons()).toEqual([]);
});
