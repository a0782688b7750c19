import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type Order, type Typeset, Typesetter } from '../typesetter';
import { Press, type PressLimits } from './press';

export interface RoomLimits extends PressLimits {
  readonly presses: number;
  /** Orders of one organisation that wait or are printed at a time. */
  readonly perOrganisation: number;
  /** Orders that wait, of all organisations together. */
  readonly waiting: number;
}

const MEGABYTE = 1024 * 1024;
const SECOND = 1000;
export const usualLimits: RoomLimits = {
  presses: 2,
  perOrganisation: 40,
  waiting: 400,
  documents: 200,
  memory: 150 * MEGABYTE,
  patience: 20 * SECOND,
  rest: 60 * SECOND,
};

interface Waiting extends Order {
  readonly settle: (typeset: Typeset) => void;
}

/** A few presses and a queue before them: no organisation fills it, and who goes away leaves their place to the next. */
@Injectable()
export class PressRoom extends Typesetter implements OnModuleDestroy {
  private readonly presses: readonly Press[];
  private readonly free: Press[];
  private readonly waiting: Waiting[] = [];
  private readonly printing: Waiting[] = [];

  constructor(private readonly limits: RoomLimits) {
    super();
    this.presses = Array.from({ length: limits.presses }, () => new Press(limits));
    this.free = [...this.presses];
  }

  set(order: Order): Promise<Typeset> {
    if (order.signal.aborted) return Promise.resolve({ refused: 'gone' });
    if (this.isFullFor(order.organisation)) return Promise.resolve({ refused: 'busy' });
    return new Promise((resolve) => {
      const waiting: Waiting = { ...order, settle: resolve };
      this.waiting.push(waiting);
      order.signal.addEventListener('abort', () => this.leave(waiting), { once: true });
      this.next();
    });
  }

  async onModuleDestroy(): Promise<void> {
    for (const { settle } of this.waiting.splice(0)) settle({ refused: 'gone' });
    await Promise.all(this.presses.map((press) => press.stop()));
  }

  /** For whoever measures them. */
  get processIds(): number[] {
    return this.presses.flatMap(({ processId }) => processId ?? []);
  }

  private isFullFor(organisation: string): boolean {
    const ofTheirs = [...this.waiting, ...this.printing].filter((order) => order.organisation === organisation);
    return ofTheirs.length >= this.limits.perOrganisation || this.waiting.length >= this.limits.waiting;
  }

  /** What is being printed is printed to its end, which is sooner than a new process; nobody waits for it. */
  private leave(order: Waiting): void {
    const at = this.waiting.indexOf(order);
    if (at >= 0) this.waiting.splice(at, 1);
    order.settle({ refused: 'gone' });
  }

  private next(): void {
    const order = this.free.length > 0 ? this.takeOrder() : undefined;
    const press = order && this.free.pop();
    if (press) void this.print(press, order);
  }

  /** The first of an organisation for which nothing is being printed, otherwise the first. */
  private takeOrder(): Waiting | undefined {
    const others = this.waiting.findIndex(({ organisation }) => !this.printing.some((one) => one.organisation === organisation));
    return this.waiting.splice(Math.max(others, 0), 1)[0];
  }

  private async print(press: Press, order: Waiting): Promise<void> {
    this.printing.push(order);
    try {
      const pdf = await press.print(JSON.stringify(order.compose()));
      order.settle(pdf ? { pdf } : { refused: 'failed' });
    } catch {
      order.settle({ refused: 'failed' });
    } finally {
      this.printing.splice(this.printing.indexOf(order), 1);
      this.free.push(press);
      this.next();
    }
  }
}
