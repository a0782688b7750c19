export { redisIsInstalled, TestRedis } from './redis/test-redis';
export { type Certificate, type Encryption, type Received, RecordingSmtp, type ScriptedReply } from './smtp/recording-smtp';
export { testApplication, testConfiguration } from './test-application';
export { type TestAnswer, TestBrowser } from './test-browser';
export { dump, testDatabase, type TestDatabase } from './test-database';
export { TestSite } from './test-site';
export { testSession } from './test-session';
export { testSchool, type TestPerson, type TestSchool } from './test-school';
