import { type GroupCode, path } from '@facet/contract';
import type { TestAnswer, TestBrowser } from '@facet/testing';
import type { ColleagueAnswers } from './colleagues';

/** As the survey's page does it: every rating is saved, and every text when its box is left; then all is sent. */
export async function sendAsThePageDoes(browser: TestBrowser, token: string, group: GroupCode, answers: ColleagueAnswers): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const changes = [
    ...Object.entries(answers.ratings).map(([code, rating]) => ({ ratings: { [code]: rating } })),
    { comments: { '1': { seen: answers.seen } } },
    { comments: { '1': { help: answers.help } } },
    ...(group === 'line_manager' ? [{ named: true }] : []),
  ];
  for (const [at, change] of changes.entries()) accepted(await browser.put(path.answers, { rev: at + 1, ...change }, headers));
  accepted(await browser.post(path.send, { rev: changes.length }, headers));
}

export function accepted({ status, body }: TestAnswer): void {
  if (status >= 300) throw new Error(`The product answers ${status}: ${JSON.stringify(body)}`);
}
