export { auditForReaders, makeAuditedSnapshot, type AuditedSnapshot } from './audited-snapshot';
export { makeSnapshot, type OwnAnswers, type ReportInput } from './make-snapshot';
export { inNaturalOrder } from './natural-order';
export { isLittleToRead } from './little-to-read';
export { hasOwnView } from './own-view';
export type {
  BehaviourFigures,
  CellFigure,
  FirstPage,
  QualityFigures,
  QualityWords,
  ReportLine,
  Rules,
  ScoreFigure,
  Snapshot,
} from './snapshot';
export { unanimousEnds, type UnanimousEnd } from './unanimous-ends';
export { commentAt, type CommentPlace, withholdComments, type WithheldCount } from './withhold-comments';
