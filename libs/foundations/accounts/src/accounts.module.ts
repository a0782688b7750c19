import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsController } from './accounts.controller';
import { ChangeSecondFactor } from './second-factor/change-second-factor';
import { ResetSecondFactor } from './second-factor/reset-second-factor';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactors } from './second-factor/second-factors';
import { SetUpAuthenticator } from './second-factor/set-up-authenticator';
import { TakeSecondStep } from './second-factor/take-second-step';
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

/** Sign-in, and the guard that stands before every endpoint of the application. */
@Global()
@Module({
  controllers: [AccountsController, SecondFactorController, SessionsController],
  providers: [
    AskToSignIn,
    ChangeSecondFactor,
    EnterCode,
    OneTimeLinks,
    OwnSessions,
    ResetSecondFactor,
    SecondFactors,
    Sessions,
    SetUpAuthenticator,
    SignInRequests,
    TakeSecondStep,
    WhoAmI,
    WhoseRound,
    { provide: APP_GUARD, useClass: PermissionGuard },
  ],
  exports: [ResetSecondFactor, Sessions, WhoseRound],
})
export class AccountsModule {}
