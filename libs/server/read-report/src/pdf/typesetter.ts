/** Why there is no document: too many are being made, this one cannot be, or whoever asked has gone away. */
export type NoDocument = 'busy' | 'failed' | 'gone';
export type Typeset = { readonly pdf: Uint8Array } | { readonly refused: NoDocument };

export interface Order {
  /** Made when its turn comes, so that many who wait cost little. */
  readonly compose: () => object;
  readonly organisation: string;
  /** Ends the wait when nobody waits any more. */
  readonly signal: AbortSignal;
}

/** Makes a PDF/UA-1 document of plain data. */
export abstract class Typesetter {
  abstract set(order: Order): Promise<Typeset>;
}
