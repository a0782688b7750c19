import { path } from '@facet/contract';
import { sampleRequest } from '../launch/sample-request';

interface Browser {
  post(url: string, body: unknown): Promise<{ readonly status: number }>;
}
interface Site<AnyBrowser> {
  signedIn(address: string): Promise<AnyBrowser>;
}
interface School {
  readonly leader: { readonly email: string };
  readonly coach: { readonly id: string; readonly email: string };
  readonly framework: { readonly id: string };
}

export interface LaunchedRound<AnyBrowser> {
  readonly id: string;
  readonly leader: AnyBrowser;
  readonly coach: AnyBrowser;
}

/** For specs: a round with four peers, one of them from outside, launched by the leader's own press and not confirmed yet. */
export async function launchedRound<AnyBrowser extends Browser>(
  site: Site<AnyBrowser>,
  school: School,
): Promise<LaunchedRound<AnyBrowser>> {
  const domain = school.leader.email.slice(school.leader.email.indexOf('@') + 1);
  const colleagues = [`Sam Hill <sam@${domain}>`, `Bo Hill <bo@${domain}>`, `Kim Hill <kim@${domain}>`, 'Lee Hill <lee@council.test>'];
  const request = sampleRequest(school, { colleagues: colleagues.map((one) => `${one}, peer`).join('\n'), together: {} });
  const leader = await site.signedIn(school.leader.email);
  const { status } = await leader.post(path.rounds, request);
  if (status !== 201) throw new Error(`the sample round was refused with ${status}`);
  return { id: request.id, leader, coach: await site.signedIn(school.coach.email) };
}
