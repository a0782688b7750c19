import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { of, path, type RoundView } from '@facet/contract';
import { lookAt } from '@facet/web-kit';
import { round } from '../example';
import { Round } from './round';

const me = { email: 'ada@school.example', memberships: [], demo: false };
const address = of(path.round, round.id);

// The browser's own dialog, as far as this page uses it: jsdom has none.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = jest.fn(function (this: HTMLDialogElement) {
    this.open = true;
  });
  HTMLDialogElement.prototype.close = jest.fn(function (this: HTMLDialogElement) {
    this.open = false;
  });
});

const open = async (change: Partial<RoundView> = {}) => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(Round);
  fixture.componentRef.setInput('round', round.id);
  fixture.componentRef.setInput('me', me);
  const server = TestBed.inject(HttpTestingController);
  const seen = lookAt(fixture);
  await seen.settle();
  server.expectOne(address).flush({ ...round, ...change });
  await seen.settle();
  return { seen, server };
};

test('a leader sees one word for each group, and about a colleague nothing but an address that needs fixing', async () => {
  const { seen } = await open();
  expect(seen.text()).toContain('Peers enough Direct reports not yet enough');
  expect(seen.text()).toContain('Sam sam@school.example Gus gus@council.example This address needs fixing: no such mailbox');
  expect(seen.text()).not.toMatch(/\d+ of \d+|answered on|Outside/);
});

test('a coach checks the list with its outside addresses before any invitation leaves', async () => {
  const colleagues = round.colleagues.map((one) => ({ ...one, checked: false, marks: one.outside ? ['Outside the organisation'] : [] }));
  const remarks = ['2 addresses are at council.example, outside the organisation.'];
  const { seen, server } = await open({ as: 'coach', colleaguesConfirmed: false, colleagues, remarks });
  expect(seen.text()).toContain('Some of it is unusual');
  expect(seen.text()).toContain('2 addresses are at council.example');
  expect(seen.text()).toMatch(/Gus gus@council.example Outside the organisation/);
  expect(seen.text()).not.toContain('Answers so far');
  await seen.press('Confirm the list and let the invitations leave');
  const confirm = server.expectOne(of(path.confirmColleagues, round.id));
  expect([confirm.request.method, confirm.request.body]).toEqual(['POST', { list: 'list' }]);
  confirm.flush(round);
  await seen.settle();
  server.expectOne(address).flush({ ...round, as: 'coach' });
  await seen.settle();
  expect(seen.text()).toContain('The list is confirmed.');
  expect(document.activeElement?.textContent).toContain('The list is confirmed.');
  expect(seen.buttons()).not.toContain('Confirm the list and let the invitations leave');
});

test('a leader does not confirm their own list', async () => {
  const { seen } = await open({ colleaguesConfirmed: false });
  expect(seen.buttons().join()).not.toContain('Confirm the list');
});

test('a round is cancelled only after one more question', async () => {
  const { seen, server } = await open();
  const [first, , confirmed] = [...seen.page.querySelectorAll('button')].filter((button) => /Cancel|Keep/.test(button.textContent));
  first?.click();
  await seen.settle();
  server.expectNone(of(path.cancel, round.id));
  expect(seen.page.querySelector('dialog')?.open).toBe(true);
  confirmed?.click();
  await seen.settle();
  server.expectOne(of(path.cancel, round.id)).flush({ ...round, state: 'cancelled' });
});

test('row 38: the coach of a short round reads in words what a report would show, and chooses', async () => {
  const { seen, server } = await open({ as: 'coach', state: 'closed' });
  server
    .expectOne(of(path.seal, round.id))
    .flush({ words: ['Peers would be shown.'], leaveOut: [], sealsByItself: 'Wednesday 16 December 2026' });
  await seen.settle();
  expect(seen.text()).toContain('Peers would be shown.');
  expect(seen.text()).toContain('by itself on Wednesday 16 December 2026');
  expect(seen.buttons()).toEqual(expect.arrayContaining(['Make the report now', 'Extend the round']));
});

test('row 82: where some answers cannot be opened the coach is told so, and may make the report without them once that is sure', async () => {
  const { seen, server } = await open({ as: 'coach', state: 'closed' });
  const choice = { words: ['Peers would be shown.'], leaveOut: [], sealsByItself: 'Wednesday 16 December 2026' };
  const words = 'Some of the answers could not be opened.';
  server.expectOne(of(path.seal, round.id)).flush({ ...choice, unreadable: { words, mayGoWithout: false } });
  await seen.settle();
  expect(seen.text()).toContain(words);
  expect(seen.text()).not.toContain('by itself');
  expect(seen.buttons()).not.toContain('Make the report without them');
  await seen.press('Make the report');
  const refusal = { code: 'answers_unreadable', title: 'Some answers cannot be opened at the moment.', status: 409 };
  server.expectOne({ method: 'POST', url: of(path.seal, round.id) }).flush(refusal, { status: 409, statusText: 'x' });
  await seen.settle();
  server.expectOne({ method: 'GET', url: of(path.seal, round.id) }).flush({ ...choice, unreadable: { words, mayGoWithout: true } });
  await seen.settle();
  const [, confirmed] = [...seen.page.querySelectorAll('button')].filter(({ textContent }) => textContent.includes('without them'));
  confirmed?.click();
  await seen.settle();
  expect(server.expectOne({ method: 'POST', url: of(path.seal, round.id) }).request.body).toEqual({ without: 'unreadable' });
});

test('row 63: a closing in the past is refused at the day, and the typed day stays', async () => {
  const { seen, server } = await open();
  await seen.press('Move the closing');
  await seen.type('Closing day', '2020-01-01');
  await seen.press('Move the closing');
  const move = server.expectOne(of(path.closing, round.id));
  expect(move.request.body).toEqual({ date: '2020-01-01', time: '18:00', zone: 'Europe/London' });
  const refusal = { code: 'invalid', title: 'x', status: 400, errors: [{ field: 'closing.date', message: 'This day is past.' }] };
  move.flush(refusal, { status: 400, statusText: 'x' });
  await seen.settle();
  expect(seen.control('Closing day').getAttribute('aria-invalid')).toBe('true');
  expect(seen.control('Closing day').value).toBe('2020-01-01');
});

test('by keyboard the form for the closing opens at its first field and gives the focus back', async () => {
  const { seen } = await open();
  await seen.press('Move the closing');
  expect(document.activeElement).toBe(seen.control('Closing day'));
  await seen.press('Leave it as it is');
  expect(document.activeElement).toBe(seen.button('Move the closing'));
});

test('the coach corrects an address that mail does not reach; the leader cannot', async () => {
  const { seen, server } = await open({ as: 'coach' });
  await seen.type('The right address of Gus', 'gus.ward@council.example');
  await seen.press('Correct it and invite again');
  expect(server.expectOne(of(path.address, round.id)).request.body).toEqual({
    from: 'gus@council.example',
    to: 'gus.ward@council.example',
  });
  TestBed.resetTestingModule();
  expect((await open()).seen.buttons()).not.toContain('Correct it and invite again');
});

test('before the list is confirmed the coach sees what the groups were promised, and corrects any address', async () => {
  const colleagues = round.colleagues.map((one) => ({ ...one, checked: false, needsFixing: null }));
  const { seen, server } = await open({ as: 'coach', colleaguesConfirmed: false, colleagues });
  expect(seen.text()).toContain('needs at least 3 of them behind it');
  expect(seen.text()).toContain('Two that are named together answer as one: Peers Direct reports');
  await seen.type('The right address of Gus', 'gus.ward@council.example');
  await seen.press('Correct the address of Gus');
  const request = server.expectOne(of(path.address, round.id));
  expect(request.request.body).toEqual({ from: 'gus@council.example', to: 'gus.ward@council.example' });
  request.flush({ ...round, as: 'coach' });
  await seen.settle();
  server.match(address).forEach((again) => again.flush({ ...round, as: 'coach' }));
  await seen.settle();
  expect(seen.text()).toContain('The address of Gus is corrected. Nothing has been sent yet.');
});

const mo = { ...round.colleagues[0], name: 'Mo', email: 'mo@school.example', code: 'peer' as const, group: 'Peers', outside: false };
const withNewAddress = (one: RoundView['colleagues'][number]) =>
  one.needsFixing === null ? one : { ...one, proposed: 'gus.ward@council.example' };
const added = { ...mo, checked: false, needsFixing: null, proposed: null, marks: [] };

test('a leader asks more colleagues; what is wrong is said with its line, and what was typed stays', async () => {
  const { seen, server } = await open();
  await seen.press('Ask more colleagues');
  expect(document.activeElement).toBe(seen.control('More colleagues'));
  await seen.type('More colleagues', 'Mo <mo@school.example>, governor');
  await seen.press('Add them to the list');
  const errors = [{ field: 'colleagues', line: 1, message: 'Nobody was invited there.' }];
  const add = server.expectOne(of(path.colleagues, round.id));
  expect(add.request.body).toEqual({ colleagues: 'Mo <mo@school.example>, governor' });
  add.flush({ code: 'invalid', title: 'x', status: 400, errors }, { status: 400, statusText: 'x' });
  await seen.settle();
  expect(seen.text()).toContain('Line 1: Nobody was invited there.');
  expect(seen.control('More colleagues').value).toBe('Mo <mo@school.example>, governor');
  await seen.type('More colleagues', 'Mo <mo@school.example>, peer');
  await seen.press('Add them to the list');
  server.expectOne(of(path.colleagues, round.id)).flush(round);
  await seen.settle();
  server.expectOne(address).flush({ ...round, colleagues: [...round.colleagues, added] });
  await seen.settle();
  expect(seen.text()).toContain('Mo mo@school.example Waits for the coach’s check');
});

test('a leader puts an address right that mail did not reach, and the coach is asked', async () => {
  const { seen, server } = await open();
  await seen.type('The right address of Gus', 'gus.ward@council.example');
  await seen.press('Send it to be checked');
  const asked = server.expectOne(of(path.proposeAddress, round.id));
  expect(asked.request.body).toEqual({ from: 'gus@council.example', to: 'gus.ward@council.example' });
  asked.flush(round);
  await seen.settle();
  server.expectOne(address).flush({ ...round, colleagues: round.colleagues.map(withNewAddress) });
  await seen.settle();
  expect(seen.text()).toContain('New address: gus.ward@council.example Waits for the coach’s check');
});

test('the coach sees the new address beside the old one, and confirms it with the list or keeps the old one', async () => {
  const { seen, server } = await open({ as: 'coach', colleagues: round.colleagues.map(withNewAddress) });
  expect(seen.text()).toMatch(/Check what has changed.*gus@council.example.*New address: gus.ward@council.example.*Colleagues.*Sam/);
  expect(seen.buttons()).toContain('Confirm the list and let the invitations leave');
  await seen.press('Keep the old address of Gus');
  expect(server.expectOne(of(path.keepAddress, round.id)).request.body).toEqual({ email: 'gus@council.example' });
});

test('the coach reads why some would rather not answer, and a leader does not; without reasons nothing is said', async () => {
  const { seen, server } = await open({ as: 'coach' });
  expect(seen.text()).not.toContain('rather not answer');
  server.expectOne(of(path.declineReasons, round.id)).flush({ reasons: ['We have hardly met.'] });
  await seen.settle();
  expect(seen.text()).toMatch(/Why some would rather not answer.*does not say who wrote it.*We have hardly met\./);
  TestBed.resetTestingModule();
  const leader = await open();
  leader.server.expectNone(of(path.declineReasons, round.id));
});

test('the coach sees added colleagues apart from those who are confirmed, and moves one before anything leaves', async () => {
  const { seen, server } = await open({ as: 'coach', colleagues: [...round.colleagues, added] });
  expect(seen.text()).toMatch(/Check what has changed.*Mo.*Colleagues.*Sam/);
  expect(seen.page.querySelector('select')?.labels[0]?.textContent).toContain('Group of Mo');
  await seen.type('Group of Mo', 'direct_report');
  await seen.press('Move Mo');
  expect(server.expectOne(of(path.group, round.id)).request.body).toEqual({ email: 'mo@school.example', group: 'direct_report' });
});

test('a group that the coach has chosen stays chosen when the list is fetched anew for another’s sake', async () => {
  const colleagues = [...round.colleagues, added, { ...added, name: 'Jo', email: 'jo@school.example' }];
  const { seen, server } = await open({ as: 'coach', colleagues });
  await seen.type('Group of Jo', 'direct_report');
  await seen.press('Move Jo');
  server.expectOne(of(path.group, round.id)).flush(round);
  await seen.settle();
  await seen.type('Group of Mo', 'direct_report');
  server.expectOne(address).flush({ ...round, as: 'coach', colleagues: colleagues.map((one) => ({ ...one })) });
  await seen.settle();
  await seen.press('Move Mo');
  expect(server.expectOne(of(path.group, round.id)).request.body).toEqual({ email: 'mo@school.example', group: 'direct_report' });
});

test('a list is confirmed only as it stands on the page: the button rests until a change can be seen', async () => {
  const colleagues = [...round.colleagues, added];
  const { seen, server } = await open({ as: 'coach', colleagues });
  await seen.type('Group of Mo', 'direct_report');
  await seen.press('Move Mo');
  server.expectOne(of(path.group, round.id)).flush(round);
  await seen.settle();
  expect(seen.text()).toContain('Mo is in another group now.');
  await seen.press('Confirm the list and let the invitations leave');
  server.expectNone(of(path.confirmColleagues, round.id));
  server.expectOne(address).flush({ ...round, as: 'coach', colleagues, list: 'list with Mo moved' });
  await seen.settle();
  await seen.press('Confirm the list and let the invitations leave');
  expect(server.expectOne(of(path.confirmColleagues, round.id)).request.body).toEqual({ list: 'list with Mo moved' });
});

test('the coach takes a colleague out only after one more question; a leader cannot', async () => {
  const { seen, server } = await open({ as: 'coach' });
  await seen.press('Take out Sam');
  server.expectNone(of(path.takeOut, round.id));
  const [dialog] = [...seen.page.querySelectorAll('dialog')].filter(({ open: isOpen }) => isOpen);
  expect(dialog?.textContent).toContain('Take Sam out of this round?');
  [...(dialog?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent.trim() === 'Take out')?.click();
  await seen.settle();
  expect(server.expectOne(of(path.takeOut, round.id)).request.body).toEqual({ email: 'sam@school.example' });
  TestBed.resetTestingModule();
  expect((await open()).seen.buttons().join()).not.toContain('Take out');
});

test('where a colleague was taken out, the word waits for the closing, and the page says why', async () => {
  const { seen } = await open({ progress: [{ label: 'Peers', word: 'told at closing' }] });
  expect(seen.text()).toContain('would say whether they had answered');
});

test('the report is linked for its coach when it is made, for its leader only when it is released', async () => {
  const linked = async (change: Partial<RoundView>) => {
    TestBed.resetTestingModule();
    const { seen } = await open(change);
    return seen.page.querySelector(`a[href="/rounds/${round.id}/report"]`) !== null;
  };
  expect([
    await linked({ as: 'coach', state: 'sealed' }),
    await linked({ as: 'leader', state: 'sealed' }),
    await linked({ as: 'leader', state: 'released' }),
    await linked({ as: 'coach', state: 'closed' }),
  ]).toEqual([true, false, true, false]);
});

test('row 51: a round that is not theirs looks like one that does not exist', async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(Round);
  fixture.componentRef.setInput('round', round.id);
  fixture.componentRef.setInput('me', me);
  const seen = lookAt(fixture);
  await seen.settle();
  const problem = { code: 'not_found', title: 'There is no such round', status: 404 };
  TestBed.inject(HttpTestingController).expectOne(address).flush(problem, { status: 404, statusText: 'x' });
  await seen.settle();
  expect(seen.text()).toContain('There is no such round');
  expect(seen.buttons()).not.toContain('Try again');
});

test('a leader has everyone reminded who has not answered, by one press, and learns nothing of whom', async () => {
  const { seen, server } = await open();
  await seen.press('Remind everyone who has not answered');
  server.expectOne(of(path.remind, round.id)).flush(round);
  await seen.settle();
  expect(seen.text()).toContain(
    'It is noted. Whoever has not answered and may still get a reminder gets one at the next hour at which mails leave.',
  );
});

test('a reminder that is asked for too early is refused with the time from which it may be', async () => {
  const { seen, server } = await open();
  await seen.press('Remind everyone who has not answered');
  const problem = { code: 'too_early_to_remind', title: 'It is too early for another reminder.', status: 409, detail: 'From Friday on.' };
  server.expectOne(of(path.remind, round.id)).flush(problem, { status: 409, statusText: 'Conflict' });
  await seen.settle();
  expect(seen.text()).toContain('It is too early for another reminder. From Friday on.');
});

test('before a second press the leader reads why not yet and from when, and the coach reads when colleagues are reminded', async () => {
  const words = 'You had everyone reminded on Tuesday. You can have one more sent from Friday on.';
  const { seen } = await open({ reminders: { schedule: 'Up to 3 reminders.', ahead: 'On Friday.', ask: { may: false, words } } });
  expect(seen.text()).toContain(`Up to 3 reminders. On Friday. Remind everyone who has not answered ${words}`);
  expect(seen.page.querySelector<HTMLButtonElement>('[aria-describedby="remind-counts"]')?.disabled).toBe(true);
});

test.each([
  { as: 'coach' as const, reminders: { schedule: 'Up to 3 reminders.', ahead: 'On Friday.', ask: null } },
  { state: 'closed' as const, reminders: null },
])('nobody is offered to remind where it is not theirs or not the time: %j', async (change) => {
  const { seen } = await open(change);
  expect(seen.buttons()).not.toContain('Remind everyone who has not answered');
  expect(seen.text().includes('Up to 3 reminders. On Friday.')).toBe(change.reminders !== null);
});
