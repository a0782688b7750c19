export { analyse, type Wanted } from './analyse';
export type { Answers, LeaderAnswers } from './answers';
export type { Fault } from './fault';
export { type AnswersRead, readAnswers } from './read-answers/read-answers';
export { countComments } from './count-comments';
export { onOneLine } from './on-one-line';
