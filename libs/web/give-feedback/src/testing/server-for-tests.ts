import { path, type SaveAnswers, type Sheet, type SurveyView } from '@facet/contract';

interface Request {
  readonly method: string;
  readonly where: string;
  readonly body: Partial<SaveAnswers>;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: string;
}

/** `down`: nothing arrives. `deaf`: it arrives, but no reply comes back. A number: that status, with a problem. */
export type Weather = 'fine' | 'down' | 'deaf' | number;

/** The survey's five requests, answered in memory as the real server does: compare-and-set on the revision. */
export class ServerForTests {
  readonly requests: Request[] = [];
  weather: Weather = 'fine';
  problem: object = { code: 'refused', title: 'That is refused.', detail: 'For a reason.' };
  held: object = {
    ...{ name: 'Sam Hill', email: 'sam@hill.test', group: 'Peers', leader: 'Ada Okafor', coach: 'Ines Moreau' },
    ...{ organisation: 'Hillside School', closes: 'Wednesday', state: 'invited', reason: 'Too busy.' },
    mails: [{ name: 'Invitation', at: 'Monday' }],
  };
  /** While set, a request waits for it before anything happens. */
  gate: Promise<void> | undefined;

  constructor(public view: SurveyView) {
    globalThis.fetch = (where, init) => this.answer(where as string, init ?? {});
  }

  /** Revisions and contents of the saves that arrived. */
  get saves(): Partial<SaveAnswers>[] {
    return this.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  }

  /** The same person answers on another device. */
  elsewhere(change: Omit<SaveAnswers, 'rev'>): void {
    this.view = { ...this.view, rev: this.view.rev + 1, sheet: changed(this.view.sheet, change) };
  }

  private async answer(where: string, init: RequestInit): Promise<Response> {
    const body = (typeof init.body === 'string' ? JSON.parse(init.body) : {}) as Partial<SaveAnswers>;
    const request = {
      method: init.method ?? '',
      where,
      body,
      headers: init.headers as Record<string, string>,
      credentials: init.credentials ?? '',
    };
    this.requests.push(request);
    await this.gate;
    const { weather } = this;
    if (weather === 'down') throw new TypeError('Failed to fetch');
    if (typeof weather === 'number') return reply(weather, this.problem);
    const answer = this.handle(request);
    if (weather === 'deaf') throw new TypeError('Failed to fetch');
    return answer;
  }

  private handle({ where, body }: Request): Response {
    const { view } = this;
    const stale = () => reply(409, { code: 'stale', title: 'Changed.', rev: view.rev, sheet: view.sheet });
    switch (where) {
      case path.survey:
        return reply(200, view);
      case path.answers:
        if (body.rev !== view.rev + 1) return stale();
        this.elsewhere(body);
        return reply(200, { rev: body.rev, sent: view.sent });
      case path.send:
        if (body.rev !== view.rev) return stale();
        this.view = { ...view, sent: true };
        return reply(200, { rev: view.rev, sent: true });
      case path.held:
        return reply(200, { ...this.held, sheet: view.sheet });
      default:
        this.view = { ...view, rev: 0, sent: false, declined: where === path.decline, sheet: { ratings: {}, comments: {}, named: false } };
        return reply(204);
    }
  }
}

const changed = (sheet: Sheet, { ratings, comments, named }: Partial<SaveAnswers>): Sheet => ({
  ratings: { ...sheet.ratings, ...ratings },
  comments: { ...sheet.comments, ...comments },
  named: sheet.named || named === true,
});

const reply = (status: number, content?: object): Response => ({ status, json: () => Promise.resolve(content) }) as Response;
