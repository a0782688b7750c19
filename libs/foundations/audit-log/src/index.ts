export type { AnyAuditEvent, AuditEvent, AuditEvents, AuditKind, Doer } from './audit-event';
export { recordEvent, recordEventIn, rowOf } from './record-event';
export { type ChainEnd, type ChainFound, holdsHash, walkChain } from './walk-chain';
