import { Module } from '@nestjs/common';
import { AddColleagues } from './after-launch/add-colleagues';
import { AddressesInUse } from './after-launch/addresses-in-use';
import { CancelRound } from './after-launch/cancel-round';
import { ConfirmColleagues } from './after-launch/confirm-colleagues';
import { CorrectAddress } from './after-launch/correct-address';
import { GiveNewLink } from './after-launch/give-new-link';
import { KeepAddress } from './after-launch/keep-address';
import { ListRounds } from './after-launch/list-rounds';
import { MoveClosing } from './after-launch/move-closing';
import { MoveColleague } from './after-launch/move-colleague';
import { ProposeAddress } from './after-launch/propose-address';
import { RemindEveryone } from './after-launch/remind-everyone';
import { RoundDoor } from './after-launch/round-door';
import { ShowSent } from './after-launch/show-sent';
import { TakeOutColleague } from './after-launch/take-out-colleague';
import { ViewRound } from './after-launch/view-round';
import { Approval } from './approving/approval';
import { ApproverController } from './approving/approver.controller';
import { ApproverDoor } from './approving/approver-door';
import { EndApproval } from './approving/end-approval';
import { ListApprovals } from './approving/list-approvals';
import { ListDoor } from './approving/list-door';
import { NameApprover } from './approving/name-approver';
import { ViewList } from './approving/view-list';
import { CoachingController } from './coaching/coaching.controller';
import { CoachingDoor } from './coaching/coaching-door';
import { GiveRound } from './coaching/give-round';
import { ColleaguesController } from './colleagues.controller';
import { BeforeResultsController } from './expect/before-results.controller';
import { ExpectResults } from './expect/expect-results';
import { LaunchRoundController } from './launch-round.controller';
import { LaunchRound } from './launch/launch-round';
import { FindKnownPeople } from './prepare/find-known-people';
import { KeepDraft } from './prepare/keep-draft';
import { ReadLaunchFacts } from './prepare/launch-facts';
import { OfferLaunch } from './prepare/offer-launch';
import { PreviewLaunch } from './prepare/preview-launch';
import { RepeatRound } from './prepare/repeat-round';
import { PrepareController } from './prepare/prepare.controller';

@Module({
  controllers: [
    PrepareController,
    LaunchRoundController,
    ColleaguesController,
    ApproverController,
    BeforeResultsController,
    CoachingController,
  ],
  providers: [
    AddColleagues,
    AddressesInUse,
    Approval,
    ApproverDoor,
    CancelRound,
    CoachingDoor,
    ConfirmColleagues,
    CorrectAddress,
    EndApproval,
    ExpectResults,
    FindKnownPeople,
    GiveNewLink,
    GiveRound,
    KeepAddress,
    KeepDraft,
    LaunchRound,
    ListApprovals,
    ListDoor,
    ListRounds,
    MoveClosing,
    MoveColleague,
    NameApprover,
    OfferLaunch,
    PreviewLaunch,
    ProposeAddress,
    ReadLaunchFacts,
    RemindEveryone,
    RepeatRound,
    RoundDoor,
    ShowSent,
    TakeOutColleague,
    ViewList,
    ViewRound,
  ],
  exports: [ConfirmColleagues, LaunchRound, ListRounds],
})
export class LaunchRoundModule {}
