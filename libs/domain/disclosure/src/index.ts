export type { QualityAgreement } from './agreement';
export { auditFor, isOfComments, readReport, type Audit, type AuditReport, type Finding } from './audit/audit-report';
export { findExposed, type Exposed, type Viewer } from './audit/find-exposed';
export type { PublishedNumber, Term } from './audit/published-number';
export type { PublishedReport, Roster } from './audit/published-report';
export { rosterOf } from './audit/roster-of';
export { poolComments, showsComments, type NextInt, type SentComments } from './comments';
export { describeSeal, type SealOf } from './describe-seal';
export { disclose, sentPerGroup, type BehaviourCells, type Disclosure, type SentRatings } from './disclose';
export { fold, missesPromise, together, togetherLabel, type Line, type SentPerGroup, type ShownLine, type WithheldLine } from './fold';
export { mayLeaveOut, whyNotLeaveOut, type NotLeftOut } from './leave-out';
export {
  isWithheld,
  type Cell,
  type CellCounts,
  type Comments,
  type PooledComments,
  type Released,
  type Withheld,
  type WithheldReason,
} from './released';
export { withholdQualities } from './withhold-qualities';
