/**
 * Counts failures per key in a sliding minute, in memory only: nothing about a survey's visitors is written down.
 * Successes cost nothing, so forty colleagues behind one address are not in each other's way.
 */
export class FailureLimit {
  private readonly failures = new Map<string, number[]>();

  constructor(
    private readonly most: number,
    private readonly windowMs = 60_000,
  ) {}

  exceeded(key: string, at: number): boolean {
    return this.recent(key, at).length >= this.most;
  }

  record(key: string, at: number): void {
    if (this.failures.size > 10_000) this.forget(at);
    this.failures.set(key, [...this.recent(key, at), at].slice(-this.most));
  }

  private recent(key: string, at: number): number[] {
    return (this.failures.get(key) ?? []).filter((failure) => failure > at - this.windowMs);
  }

  private forget(at: number): void {
    for (const key of this.failures.keys()) if (this.recent(key, at).length === 0) this.failures.delete(key);
  }
}
