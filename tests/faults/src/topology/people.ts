import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { of, path } from '@facet/contract';
import { type RecordingSmtp, type TestDatabase, testSchool, type TestSchool, testSession } from '@facet/testing';

const COLLEAGUES = 4;
const BEHAVIOURS = ['1.1', '2.1'] as const;

export type Kind = 'launch' | 'save' | 'send';
/** Something that the product said it has. */
export interface Acknowledged {
  readonly kind: Kind;
  readonly at: number;
}

/** The last answers of one colleague that the product said it has, and those that it may have. */
export interface Colleague {
  readonly token: string;
  readonly address: string;
  kept: { rev: number; ratings: Record<string, number> } | null;
  tried: { rev: number; ratings: Record<string, number> } | null;
  sent: boolean;
}
export interface Launched {
  readonly school: TestSchool;
  readonly round: string;
  readonly addresses: readonly string[];
}

/** People at work: they ask again when they are told to, or told nothing, and with the same words, as the pages do. */
export class People {
  readonly acknowledged: Acknowledged[] = [];
  readonly launched: Launched[] = [];
  readonly colleagues: Colleague[] = [];
  private ended = false;

  constructor(
    private readonly db: TestDatabase,
    private readonly address: string,
    private readonly smtp: RecordingSmtp,
  ) {}

  /** Of each kind so many, one after another, until `end`. */
  work(leaders: number): Promise<unknown> {
    return Promise.all(Array.from({ length: leaders }, () => this.launches()));
  }

  /** Nobody begins anything new; whatever was begun is brought to its end. */
  end(): void {
    this.ended = true;
  }

  private async launches(): Promise<void> {
    const answering: Promise<void>[] = [];
    while (!this.ended) {
      const launched = await this.launch();
      for (const address of launched.addresses) answering.push(this.answers(address));
      await setTimeout(300);
    }
    await Promise.all(answering);
  }

  private async launch(): Promise<Launched> {
    const school = await this.again(() => testSchool(this.db, `${randomUUID().slice(0, 8)}.test`));
    const [leader, coach] = [await this.session(school.leader.email), await this.session(school.coach.email)];
    const addresses = Array.from({ length: COLLEAGUES }, (_, at) => `c${at}-${school.organisation}@school.test`);
    const round = randomUUID();
    const wish = {
      ...{ id: round, framework: school.framework.id, coach: school.coach.id, together: {}, minimum: 3, message: '' },
      colleagues: addresses.map((address, at) => `Colleague ${at} <${address}>, peer`).join('\n'),
      closing: { date: inDays(20), time: '18:00', zone: 'Europe/London' },
    };
    await this.until(201, 'POST', path.rounds, leader, wish);
    const { list } = (await this.until(200, 'GET', of(path.round, round), coach)) as { list: string };
    await this.until(200, 'POST', of(path.confirmColleagues, round), coach, { list });
    const launched = { school, round, addresses };
    this.launched.push(launched);
    this.note('launch');
    return launched;
  }

  private async answers(address: string): Promise<void> {
    const colleague: Colleague = { token: await this.linkOf(address), address, kept: null, tried: null, sent: false };
    this.colleagues.push(colleague);
    const bearer = { authorization: `Bearer ${colleague.token}` };
    await this.until(200, 'GET', path.survey, bearer);
    const ratings: Record<string, number> = {};
    for (let rev = 1; rev <= 6; rev++) {
      ratings[BEHAVIOURS[rev % 2] ?? '1.1'] = 1 + Math.floor(Math.random() * 5);
      colleague.tried = { rev, ratings: { ...ratings } };
      await this.until(200, 'PUT', path.answers, bearer, { rev, ratings });
      colleague.kept = colleague.tried;
      this.note('save');
      await setTimeout(150);
    }
    await this.until(200, 'POST', path.send, bearer, { rev: 6 });
    colleague.sent = true;
    this.note('send');
  }

  /** What the colleague would see now. */
  async seen({ token }: Colleague): Promise<{ rev: number; sent: boolean; sheet: { ratings: Record<string, number> } }> {
    return (await this.until(200, 'GET', path.survey, { authorization: `Bearer ${token}` })) as Awaited<ReturnType<People['seen']>>;
  }

  private async session(email: string): Promise<Record<string, string>> {
    return { cookie: `__Host-sid=${await this.again(() => testSession(this.db, email))}` };
  }

  private async linkOf(address: string): Promise<string> {
    for (;;) {
      const mail = this.smtp.messages.find(({ to }) => to.includes(address))?.mail;
      const [, token] = /\/s#([0-9A-Z]{26})/.exec(mail?.text ?? '') ?? [];
      if (token !== undefined) return token;
      await setTimeout(50);
    }
  }

  private note(kind: Kind): void {
    this.acknowledged.push({ kind, at: performance.now() });
  }

  /** Says it again until it is heard; a refusal that is no trouble of the machines is a fault of the product. */
  private async until(wished: number, method: string, url: string, who: Record<string, string>, payload?: object): Promise<unknown> {
    for (;;) {
      const answer = await fetch(this.address + url, {
        method,
        headers: { 'x-facet': '1', ...who, ...(payload && { 'content-type': 'application/json' }) },
        ...(payload && { body: JSON.stringify(payload) }),
      })
        .then(async (heard) => ({ status: heard.status, body: await bodyOf(heard) }))
        .catch(() => null); // the connection broke, or what was sent is no answer: nobody knows whether it was heard
      if (answer?.status === wished) return answer.body;
      if (answer !== null && answer.status < 500) throw new Error(`${method} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
      await setTimeout(100);
    }
  }

  /** What the test itself writes into the database, past the product. */
  private async again<Result>(work: () => Promise<Result>): Promise<Result> {
    for (;;) {
      const done = await work().catch(() => null); // the database is what is killed
      if (done !== null) return done;
      await setTimeout(100);
    }
  }
}

const bodyOf = (heard: Response): Promise<unknown> => heard.json();
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
