export type { Answers, LeaderAnswers, RaterAnswers } from './answers';
export type { Fault } from './fault';
export { type AnswersRead, readAnswers } from './read-answers/read-answers';
