import { type GroupCode, path } from '@facet/contract';
import type { TestAnswer, TestBrowser } from '@facet/testing';
import type { ColleagueAnswers } from './colleagues';

/** As the survey's page does it: every rating is saved, and every text when the fingers rest; then all is sent. */
export async function sendAsThePageDoes(browser: TestBrowser, token: string, group: GroupCode, answers: ColleagueAnswers): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const changes = [
    ...Object.entries(answers.ratings).map(([code, rating]) => ({ ratings: { [code]: rating } })),
    ...typed(answers.seen).map((seen) => ({ comments: { '1': { seen } } })),
    ...typed(answers.help).map((help) => ({ comments: { '1': { help } } })),
    ...(group === 'line_manager' ? [{ named: true }] : []),
  ];
  for (const [at, change] of changes.entries()) accepted(await browser.put(path.answers, { rev: at + 1, ...change }, headers));
  accepted(await browser.post(path.send, { rev: changes.length }, headers));
}

/** So many characters, and the fingers rest. */
const WITHOUT_A_REST = 240;

const typed = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / WITHOUT_A_REST) }, (_, rest) => text.slice(0, (rest + 1) * WITHOUT_A_REST));

export function accepted({ status, body }: TestAnswer): void {
  if (status >= 300) throw new Error(`The product answers ${status}: ${JSON.stringify(body)}`);
}
