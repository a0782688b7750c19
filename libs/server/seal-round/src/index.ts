export { AuditAlarm } from './audit-alarm';
export { ClearCancelledRounds } from './clear-cancelled-rounds';
export { CloseRounds } from './close-rounds';
export { DestroySecrets } from './destroy-secrets';
export { RefreshProgress } from './refresh-progress';
export { SealRound, type SealResult } from './seal-round';
export { SealRoundModule } from './seal-round.module';
export { SEAL_WATCHER, type SealStep, sealSteps, type SealWatcher } from './seal-steps';
export { UnreadableAnswers } from './unreadable-answers';
