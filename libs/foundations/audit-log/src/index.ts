export type { AnyAuditEvent, AuditEvent, AuditEvents, AuditKind, Doer } from './audit-event';
export { recordEvent, recordEventIn } from './record-event';
export { recordEverywhere } from './record-everywhere';
export { type ChainEnd, type ChainFound, holdsHash, walkChain } from './walk-chain';
