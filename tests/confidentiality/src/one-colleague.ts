import { path, type SurveyView } from '@facet/contract';
import type { Product } from '@facet/testing-product';

/** Somebody who answers by their personal link, through the product's own addresses. */
export class OneColleague {
  private rev = 0;

  constructor(
    private readonly product: Product,
    private readonly token: string,
  ) {}

  /** Rates everything, and writes `words` with the place of the field behind it into every field that takes words. */
  async save(words: string): Promise<void> {
    const { framework } = await this.ask<SurveyView>('GET', path.survey);
    const codes = framework.qualities.flatMap(({ behaviours }) => behaviours.map(({ code }) => code));
    const fields = framework.qualities.map(({ code }): [string, object] => [
      code,
      { seen: `${words} seen ${code}`, help: `${words} help ${code}` },
    ]);
    await this.put({ ratings: Object.fromEntries(codes.map((code) => [code, 3])) });
    await this.put({ comments: Object.fromEntries(fields) });
  }

  async send(): Promise<void> {
    await this.ask('POST', path.send, { rev: this.rev });
  }

  async put(change: object): Promise<void> {
    this.rev += 1;
    await this.ask('PUT', path.answers, { rev: this.rev, ...change });
  }

  private async ask<Result>(method: string, url: string, body?: unknown): Promise<Result> {
    const response = await fetch(new URL(url, this.product.address), {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'x-facet': '1', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Result;
  }
}
