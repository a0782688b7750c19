export { testRound, type TestRound } from './test-round';
