import { Module } from '@nestjs/common';
import { CancelRound } from './after-launch/cancel-round';
import { ConfirmColleagues } from './after-launch/confirm-colleagues';
import { CorrectAddress } from './after-launch/correct-address';
import { ListRounds } from './after-launch/list-rounds';
import { MoveClosing } from './after-launch/move-closing';
import { RoundDoor } from './after-launch/round-door';
import { ViewRound } from './after-launch/view-round';
import { LaunchRoundController } from './launch-round.controller';
import { LaunchRound } from './launch/launch-round';
import { ReadLaunchFacts } from './prepare/launch-facts';
import { OfferLaunch } from './prepare/offer-launch';
import { PreviewLaunch } from './prepare/preview-launch';

@Module({
  controllers: [LaunchRoundController],
  providers: [
    CancelRound,
    ConfirmColleagues,
    CorrectAddress,
    LaunchRound,
    ListRounds,
    MoveClosing,
    OfferLaunch,
    PreviewLaunch,
    ReadLaunchFacts,
    RoundDoor,
    ViewRound,
  ],
  exports: [ConfirmColleagues, LaunchRound, ListRounds],
})
export class LaunchRoundModule {}
