import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { of, path, type ReportView } from '@facet/contract';
import { beforeEach, expect, test } from '@jest/globals';
import { example, nearlyEmpty, unseen, withheldByAudit } from '@facet/report-in-words/examples';
import { expectations } from '../expected/expectations.examples';
import { Report } from './report';

const address = of(path.report, example.round);

interface Opened {
  readonly fixture: ComponentFixture<Report>;
  readonly page: HTMLElement;
  readonly server: HttpTestingController;
}

/** Opens the page; the server's answer is still to come. */
const asked = async (): Promise<Opened> => {
  const fixture = TestBed.createComponent(Report);
  document.body.append(fixture.nativeElement as HTMLElement);
  fixture.componentRef.setInput('round', example.round);
  await Promise.resolve();
  TestBed.tick();
  return { fixture, page: fixture.nativeElement as HTMLElement, server: TestBed.inject(HttpTestingController) };
};

/** The leader's expectations are asked for where they may be read. */
const answerExpectations = async (server: HttpTestingController): Promise<void> => {
  await Promise.resolve();
  TestBed.tick();
  for (const request of server.match(of(path.expectations, example.round))) request.flush(expectations);
};

const opened = async (report: ReportView): Promise<Opened> => {
  const at = await asked();
  at.server.expectOne(address).flush(report);
  await answerExpectations(at.server);
  await at.fixture.whenStable();
  return at;
};

const button = (page: HTMLElement, name: string): HTMLButtonElement | undefined =>
  [...page.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
const headings = (page: HTMLElement): string[] =>
  [...page.querySelectorAll('h1, h2')].map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim());
const region = (page: HTMLElement, name: string): HTMLElement | null => page.querySelector(`[role="region"][aria-label^="${name}"]`);
const words = (element: Element | null | undefined): string => element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
});

test('a coach finds whose report it is, who is in it, every quality, and the way to release it', async () => {
  const { page } = await opened(example);
  expect(headings(page)).toEqual([
    'Ada Okafor',
    'The main points',
    'Who is in this report',
    'The qualities',
    '1 Listens',
    '2 Plans',
    'How these numbers are made',
    'What cannot be protected',
    'Release',
    'Release this report to Ada Okafor?',
  ]);
  expect(words(page.querySelector('[kitLede]'))).toContain('A coach reads this before anybody else.');
});

test('the message comes before every figure, and a behaviour in it leads to its line in the tables', async () => {
  const { page } = await opened(example);
  const points = page.querySelector('facet-first-page');
  expect(words(points?.querySelector('.message'))).toContain('8 confidential colleagues and of Mo Line, line manager');
  const [first] = points?.querySelectorAll('li') ?? [];
  expect([...(first?.querySelectorAll('a, .figure') ?? [])].map(words)).toEqual([
    'Hears people out.',
    'Self 4.00',
    'All others 3.89 n 9',
    'Gap +0.11, in line',
  ]);
  first?.querySelector('a')?.click();
  expect(words(document.activeElement)).toBe('1.1 Hears people out.');
  expect(document.activeElement?.tagName).toBe('TH');
});

test('an empty list of the first page stands with its rule and a sentence', async () => {
  const { page } = await opened(example);
  const hidden = words([...page.querySelectorAll('facet-first-page .list')][2]);
  expect(hidden).toContain('Hidden strengths');
  expect(hidden).toContain('Self is clearly lower than all others');
  expect(hidden).toContain('No behaviour meets this rule');
});

test('a quality that the audit withheld says so in its place, and tells the coach what has been done and what to do', async () => {
  const notice = (page: HTMLElement) => words(page.querySelector('facet-quality-section facet-withheld-by-audit'));
  const coach = await opened(withheldByAudit);
  expect(notice(coach.page)).toContain('numbers on this quality are withheld');
  expect(notice(coach.page)).toContain('the administrators of Hillside School were told at once');
  expect(coach.page.querySelectorAll('facet-withheld-by-audit')).toHaveLength(1);
  expect(words(region(coach.page, 'The behaviours of “Listens”'))).toContain('withheld to keep answers confidential');
  expect(words(coach.page)).toContain('At the gate each morning.');
});

test('the leader reads of the audit without being asked to do anything about it', async () => {
  const { page } = await opened({ ...withheldByAudit, as: 'leader', state: 'released', releasedOn: '11 December 2026' });
  expect(words(page.querySelector('facet-withheld-by-audit'))).toContain('It says nothing about you.');
  expect(words(page)).not.toContain('administrators');
});

test('the coach is told where everybody chose the same end of the scale, and how to talk about it', async () => {
  const unanimous: ReportView['unanimous'] = [{ quality: '1', behaviour: '1.1', line: 'together' }];
  const qualities = example.qualities.map((quality) => ({
    ...quality,
    behaviours: quality.behaviours.map((one) =>
      one.code === '1.1' ? { ...one, groups: [{ mean: 1, n: 8 }, ...one.groups.slice(1)] } : one,
    ),
  }));
  const { page } = await opened({ ...example, qualities, unanimous });
  const notice = words(page.querySelector('facet-unanimous-notice'));
  expect(notice).toContain('Each of “Colleagues, together” who rated it chose 1 (Not yet seen).');
  expect(notice).toContain('Each of them knows what the others said');
  expect(notice).toContain('Where it is the lowest point');
  const leader = await opened({ ...example, qualities, as: 'leader', state: 'released', releasedOn: '11 December 2026' });
  expect(leader.page.querySelector('facet-unanimous-notice')).toBeNull();
});

test('how the numbers are made is folded away, with the scale and the numbers of this report', async () => {
  const { page } = await opened(example);
  const fold = page.querySelector<HTMLDetailsElement>('facet-how-made details.kit-fold');
  expect(fold?.open).toBe(false);
  expect(words(fold)).toContain('from 1 (Not yet seen) to 4 (Seen consistently)');
  expect(words(fold)).toContain('A score of 3.1 or above');
  expect(words(fold)).toContain('counted on 9 December 2026');
});

test('every chart has its table with two decimals, its number of raters, and words for what is withheld', async () => {
  const { page } = await opened(example);
  const cells = [...(region(page, 'The behaviours of “Listens”')?.querySelectorAll('td') ?? [])].map(words);
  expect(cells.slice(0, 5)).toEqual(['4.00', '4.00', '3.88 n 8', '3.89 n 9', '+0.11 in line']);
  expect(words(region(page, 'The behaviours of “Plans”'))).toContain('too few saw this');
  expect(page.querySelectorAll('kit-chart [role="img"]')).toHaveLength(3 + page.querySelectorAll('facet-another-way kit-chart').length);
});

test('the lines change places when the reader asks for the order by gap', async () => {
  const { page, fixture } = await opened(example);
  const first = () => words(region(page, 'The behaviours of “Listens”')?.querySelector('th[scope="rowgroup"]'));
  expect(first()).toBe('1.1 Hears people out.');
  const byGap = [...page.querySelectorAll<HTMLInputElement>('input[type="radio"]')].at(-1);
  byGap?.click();
  await fixture.whenStable();
  expect(first()).toBe('1.2 Asks again.');
});

test('row 23: what colleagues wrote stays words, and only the line manager and the leader stand under their names', async () => {
  const { page } = await opened(example);
  const list = page.querySelector('ul[aria-label="Colleagues, in no order"]');
  expect([...(list?.querySelectorAll('li') ?? [])].map(words)).toEqual(['At the gate each morning.', '<img src=x onerror=alert(1)>']);
  expect(page.querySelector('img')).toBeNull();
  const named = [...page.querySelectorAll('facet-words figcaption')].map(words);
  expect(named).toEqual(['Mo Line, line manager', 'Ada Okafor, own view']);
});

test('rows 19, 20: words of any script stand apart from the words round them', async () => {
  const { page } = await opened(example);
  for (const text of page.querySelectorAll('facet-words li, blockquote, facet-people-shown dt'))
    expect(text.firstElementChild?.tagName).toBe('BDI');
});

test('a report is released with a second press, and not with the first', async () => {
  const { page, server, fixture } = await opened(example);
  button(page, 'Release the report')?.click();
  server.expectNone(of(path.release, example.round));
  button(page, 'Release it now')?.click();
  server.expectOne({ method: 'POST', url: of(path.release, example.round) }).flush(null, { status: 204, statusText: 'No Content' });
  await Promise.resolve();
  TestBed.tick();
  server.expectOne(address).flush({ ...example, state: 'released', releasedOn: '11 December 2026' });
  await answerExpectations(server);
  await fixture.whenStable();
  expect(words(page.querySelector('[kitLede]'))).toContain('You released this report on 11 December 2026.');
  expect(button(page, 'Release the report')).toBeUndefined();
  expect(words(document.activeElement)).toBe('Ada Okafor');
});

test('a release that the server refuses says so and can be tried again', async () => {
  const { page, server, fixture } = await opened(example);
  button(page, 'Release the report')?.click();
  button(page, 'Release it now')?.click();
  const problem = { code: 'not_sealed', title: 'There is no report yet.', status: 409 };
  server.expectOne(of(path.release, example.round)).flush(problem, { status: 409, statusText: 'Conflict' });
  await fixture.whenStable();
  expect(words(page.querySelector('[role="alert"]'))).toContain('There is no report yet.');
  expect(button(page, 'Release the report')?.disabled).toBe(false);
});

test('the leader reads the same page without the coach’s controls', async () => {
  const { page } = await opened({ ...example, as: 'leader', state: 'released', releasedOn: '11 December 2026' });
  expect(headings(page)).not.toContain('Release');
  expect(words(page.querySelector('facet-limits'))).toContain('Please never ask who wrote a comment');
  expect(page.querySelector('facet-limits dl')).toBeNull();
  expect(words(page.querySelector('[kitLede]'))).toContain('Grace Hill released this report to you on 11 December 2026.');
  expect(page.querySelector('a[download]')?.getAttribute('href')).toBe(of(path.reportCsv, example.round));
  expect(page.querySelector('a[download]')?.getAttribute('download')).toBe(`Report of ${example.leader}, ${example.sealedOn}.csv`);
});

test('a nearly empty report has a page of its own: words in place of charts, and what to do now', async () => {
  const { page } = await opened(nearlyEmpty);
  expect(headings(page)).toEqual([
    'Ada Okafor',
    'There is little to read here, and that is nobody’s fault',
    'What you can do',
    'Who is in this report',
    '1 Listens',
    'The other qualities',
    'How these numbers are made',
    'What cannot be protected',
    'Release',
    'Release this report to Ada Okafor?',
  ]);
  expect(words(page)).toContain('Too few colleagues answered for any number of theirs to be shown.');
  expect(words(page).match(/Comments of confidential colleagues are not shown/g)).toHaveLength(1);
  expect(words(region(page, 'What was rated under a name on “Listens”'))).not.toContain('All others');
  expect(page.querySelector('kit-drawing, facet-contents, kit-choices')).toBeNull();
});

test('of colleagues who had seen too little a nearly empty report shows the words, and any number that may be shown', async () => {
  const { page } = await opened({ ...unseen, qualities: example.qualities });
  expect(page.querySelectorAll('kit-drawing')).toHaveLength(1);
  expect(words(region(page, 'The behaviours on which colleagues’ numbers are shown'))).toContain('1.1 Hears people out.');
  expect(words(page)).toContain('At the gate each morning.');
});

test('the leader of a nearly empty report is led to a new round with a longer list', async () => {
  const { page } = await opened({ ...nearlyEmpty, as: 'leader', state: 'released', releasedOn: '11 December 2026' });
  const again = [...page.querySelectorAll('a')].find((link) => words(link) === 'Ask the same and more people');
  expect(again?.getAttribute('href')).toBe(`/launch?again=${example.round}`);
});

test('the message stands before every tool, and the coach is led past all of it to the release', async () => {
  const { page } = await opened(example);
  const tools = page.querySelector('facet-tools');
  if (!tools) throw new Error('The report has tools.');
  expect(page.querySelector('facet-first-page')?.compareDocumentPosition(tools)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  const [ways] = [...page.querySelectorAll<HTMLAnchorElement>('.ways a')].filter((link) => words(link) === 'Go to the release');
  ways?.click();
  expect(words(document.activeElement)).toBe('Release');
});

test('a link to a behaviour opens the table that is folded around it', async () => {
  const { page } = await opened(example);
  const table = page.querySelector('#behaviour-1\\.1')?.closest('details');
  if (!table) throw new Error('Behaviour 1.1 stands in a table.');
  table.open = false;
  page.querySelector<HTMLAnchorElement>('facet-first-page a[href="#behaviour-1.1"]')?.click();
  expect(table.open).toBe(true);
  expect(words(document.activeElement)).toBe('1.1 Hears people out.');
});

test('row 92: before the seal the page says that there is no report yet', async () => {
  const { page, server, fixture } = await asked();
  const problem = { code: 'not_sealed', title: 'There is no report yet.', status: 409, detail: 'Answers are still being collected.' };
  server.expectOne(address).flush(problem, { status: 409, statusText: 'Conflict' });
  await fixture.whenStable();
  expect(words(page.querySelector('[role="alert"]'))).toContain('Answers are still being collected.');
});

test('each facet of the stone leads to its quality, and the one last led to is lit', async () => {
  const { page, fixture } = await opened(example);
  const facets = [...page.querySelectorAll<SVGAElement>('facet-contents svg a')];
  expect(facets.map((facet) => facet.getAttribute('aria-label'))).toEqual(['1 Listens', '2 Plans']);
  facets[1]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  await fixture.whenStable();
  expect(words(document.activeElement)).toBe('2 Plans');
  expect([...page.querySelectorAll('facet-contents [aria-current]')].map(words)).toEqual(['Plans2', 'Plans']);
});

test('the figures are folded away a second time, as self against all others and at a glance', async () => {
  const { page } = await opened(example);
  const folds = [...page.querySelectorAll<HTMLDetailsElement>('facet-another-way > details')];
  expect(folds.map(({ open }) => open)).toEqual([false, false]);
  const [quadrant, heatMap] = folds.map((fold) => fold.querySelector('[role="img"]')?.getAttribute('aria-label'));
  expect(quadrant).toContain('both high: 1.1, 1.2; 1 of 3 cannot be compared.');
  expect(heatMap).toContain('The highest number is');
});

test('what the leader expected stands beside each result, for the leader and after the release for the coach', async () => {
  for (const [as, who] of [
    ['leader', 'What you expected'],
    ['coach', 'What Ada Okafor expected'],
  ] as const) {
    const { page } = await opened({ ...example, as, state: 'released', releasedOn: '11 December 2026' });
    const [first, second] = [...page.querySelectorAll('facet-expected')].map(words);
    expect(first).toBe(`${who} 3 (Seen often). More than last year.`);
    expect(second).toBe('');
  }
});

test('before the release the coach is not shown what the leader expected', async () => {
  const { page } = await opened(example);
  expect(page.querySelector('facet-expected')).toBeNull();
});

test('a leader without a view of their own is led to write down first what they expect', async () => {
  const { page, server, fixture } = await asked();
  const problem = { code: 'expectation_first', title: 'First write what you expect.', status: 409, detail: 'The report opens after that.' };
  server.expectOne(address).flush(problem, { status: 409, statusText: 'Conflict' });
  await fixture.whenStable();
  expect(headings(page)).toEqual(['First write what you expect.']);
  expect(page.querySelector('.kit-actions a')?.getAttribute('href')).toBe(`/rounds/${example.round}/expectations`);
});
