import { setImmediate } from 'node:timers/promises';

interface Waiting<Ask, Answer> extends PromiseWithResolvers<Answer> {
  readonly asked: Ask;
}

/** As many rows as one statement is asked about. */
const MOST = 100;

/**
 * What many ask for at the same time is done in one go: whoever asks while the last go is still under way shares the next one. A go
 * that fails is done again for each alone, so that nobody fails because of another; doing it twice must do no harm.
 */
export class InOneGo<Ask, Answer> {
  private readonly waiting = new Map<string, Waiting<Ask, Answer>[]>();

  /** `together` gives one answer for each that asks, in order; `key` says who can go together. */
  constructor(
    private readonly key: (asked: Ask) => string,
    private readonly together: (asked: readonly Ask[], key: string) => Promise<readonly Answer[]>,
  ) {}

  ask(asked: Ask): Promise<Answer> {
    const one = { asked, ...Promise.withResolvers<Answer>() };
    const key = this.key(asked);
    const others = this.waiting.get(key);
    if (others) others.push(one);
    else {
      const first = [one];
      this.waiting.set(key, first);
      void this.serve(key, first);
    }
    return one.promise;
  }

  private async serve(key: string, waiting: Waiting<Ask, Answer>[]): Promise<void> {
    await setImmediate(); // who asks in the same moment comes along
    while (waiting.length > 0) await this.go(key, waiting.splice(0, MOST));
    this.waiting.delete(key);
  }

  private async go(key: string, some: readonly Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await this.together(
        some.map(({ asked }) => asked),
        key,
      );
      some.forEach(({ resolve }, at) => {
        resolve(answers[at] as Answer); // one for each, in order
      });
    } catch (error) {
      if (some.length === 1) some[0]?.reject(error);
      else for (const one of some) await this.go(key, [one]);
    }
  }
}
