export { ConfirmColleagues } from './after-launch/confirm-colleagues';
export { LaunchRoundModule } from './launch-round.module';
export { LaunchRound, type Launched } from './launch/launch-round';
