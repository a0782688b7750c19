export { ConfirmColleagues } from './after-launch/confirm-colleagues';
export { ListRounds } from './after-launch/list-rounds';
export { LaunchRoundModule } from './launch-round.module';
export { LaunchRound, type Launched } from './launch/launch-round';
