export { makeSnapshot, type OwnAnswers, type ReportInput } from './make-snapshot';
export type { BehaviourFigures, CellFigure, FirstPage, QualityFigures, QualityWords, ReportLine, ScoreFigure, Snapshot } from './snapshot';
