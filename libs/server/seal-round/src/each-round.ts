import type { Logger } from 'pino';

interface RoundOfOrganisation {
  readonly round: string;
  readonly organisation: string;
}

/** One round that fails must not keep the others waiting: it is logged, and the next tick tries it again. */
export async function eachRound<Given extends RoundOfOrganisation>(
  rounds: readonly Given[],
  log: Logger,
  work: (given: Given) => Promise<void>,
): Promise<void> {
  for (const given of rounds) await work(given).catch((err: unknown) => log.error({ err, round: given.round }, 'a duty of one round'));
}
