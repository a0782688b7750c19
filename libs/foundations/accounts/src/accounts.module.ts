import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsController } from './accounts.controller';
import { ChangeSecondFactor } from './second-factor/change-second-factor';
import { ResetSecondFactor } from './second-factor/reset-second-factor';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactors } from './second-factor/second-factors';
import { SetUpAuthenticator } from './second-factor/set-up-authenticator';
import { TakeSecondStep } from './second-factor/take-second-step';
import { CountedRefusals } from './session/counted-refusals';
import { OwnSessions } from './session/own-sessions';
import { PermissionGuard } from './session/permission-guard';
import { Sessions } from './session/sessions';
import { SessionsController } from './session/sessions.controller';
import { WhoAmI } from './session/who-am-i';
import { WhoseRound } from './session/whose-round';
import { AskToSignIn } from './sign-in/ask-to-sign-in';
import { EnterCode } from './sign-in/enter-code';
import { OneTimeLinks } from './sign-in/one-time-links';
import { SignInRequests } from './sign-in/sign-in-requests';
import { BeginSignOn } from './single-sign-on/begin-sign-on';
import { ConnectedAccountController } from './single-sign-on/connected-account.controller';
import { ConnectedAccounts } from './single-sign-on/connected-accounts';
import { FinishSignOn } from './single-sign-on/finish-sign-on';
import { IdentityProvider } from './single-sign-on/identity-provider';
import { SignOnAttempts } from './single-sign-on/sign-on-attempts';
import { SingleSignOnController } from './single-sign-on/single-sign-on.controller';

/** Sign-in, and the guard that stands before every endpoint of the application. */
@Global()
@Module({
  controllers: [AccountsController, SecondFactorController, SessionsController, SingleSignOnController, ConnectedAccountController],
  providers: [
    AskToSignIn,
    BeginSignOn,
    ChangeSecondFactor,
    ConnectedAccounts,
    CountedRefusals,
    EnterCode,
    FinishSignOn,
    IdentityProvider,
    OneTimeLinks,
    OwnSessions,
    ResetSecondFactor,
    SecondFactors,
    Sessions,
    SetUpAuthenticator,
    SignInRequests,
    SignOnAttempts,
    TakeSecondStep,
    WhoAmI,
    WhoseRound,
    { provide: APP_GUARD, useClass: PermissionGuard },
  ],
  exports: [ResetSecondFactor, Sessions, WhoseRound],
})
export class AccountsModule {}
