// The two things of Node that the specs lend to jsdom; nothing else of Node may be used in a page.
declare module 'node:crypto' {
  export const webcrypto: Crypto;
}
declare module 'node:util' {
  const decoder: typeof globalThis.TextDecoder;
  const encoder: typeof globalThis.TextEncoder;
  export { decoder as TextDecoder, encoder as TextEncoder };
}
