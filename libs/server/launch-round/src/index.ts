export { ConfirmColleagues } from './after-launch/confirm-colleagues';
export { nameOfList } from './after-launch/list-to-check';
export { ListRounds } from './after-launch/list-rounds';
export { LaunchRoundModule } from './launch-round.module';
export { LaunchRound, type Launched } from './launch/launch-round';
