export { redisIsInstalled, TestRedis } from './redis/test-redis';
export { type Received, RecordingSmtp, type ScriptedReply } from './smtp/recording-smtp';
export { testDatabase, type TestDatabase } from './test-database';
export { testApplication, testConfiguration } from './test-application';
export { testSchool, type TestPerson, type TestSchool } from './test-school';
export { testRound, type TestRound } from './test-round';
