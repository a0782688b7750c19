/**
 * Counts failures per key in a sliding minute, in memory only: nothing about a survey's visitors is written down.
 * Successes cost nothing, so forty colleagues behind one address are not in each other's way.
 */
export class FailureLimit {
  /** Times of the last failures by key, the key that failed last at the end. */
  private readonly failures = new Map<string, readonly number[]>();

  /** `most` failures within `windowMs` milliseconds are too many; no more than `keys` keys are remembered. */
  constructor(
    private readonly most: number,
    private readonly windowMs = 60_000,
    private readonly keys = 10_000,
  ) {}

  /** `at`: milliseconds of a clock that only goes forward. */
  exceeded(key: string, at: number): boolean {
    return this.recent(key, at).length >= this.most;
  }

  record(key: string, at: number): void {
    const recent = [...this.recent(key, at), at].slice(-this.most);
    this.failures.delete(key);
    this.failures.set(key, recent);
    this.forget(at);
  }

  private recent(key: string, at: number): number[] {
    return (this.failures.get(key) ?? []).filter((failure) => failure > at - this.windowMs);
  }

  /** Whatever is too old, and the oldest keys where there are too many: an attack from many addresses must not fill the memory. */
  private forget(at: number): void {
    for (const [key, failures] of this.failures) {
      const old = (failures.at(-1) ?? 0) <= at - this.windowMs;
      if (!old && this.failures.size <= this.keys) return;
      this.failures.delete(key);
    }
  }
}
