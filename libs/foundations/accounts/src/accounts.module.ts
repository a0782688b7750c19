import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsController } from './accounts.controller';
import { PermissionGuard } from './session/permission-guard';
import { Sessions } from './session/sessions';
import { WhoAmI } from './session/who-am-i';
import { WhoseRound } from './session/whose-round';
import { AskToSignIn } from './sign-in/ask-to-sign-in';
import { EnterCode } from './sign-in/enter-code';
import { OneTimeLinks } from './sign-in/one-time-links';
import { SignInRequests } from './sign-in/sign-in-requests';

/** Sign-in, and the guard that stands before every endpoint of the application. */
@Global()
@Module({
  controllers: [AccountsController],
  providers: [
    AskToSignIn,
    EnterCode,
    OneTimeLinks,
    Sessions,
    SignInRequests,
    WhoAmI,
    WhoseRound,
    { provide: APP_GUARD, useClass: PermissionGuard },
  ],
  exports: [Sessions, WhoseRound],
})
export class AccountsModule {}
