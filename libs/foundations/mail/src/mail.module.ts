import { CONFIGURATION, type Configuration } from '@facet/platform';
import { Global, Module } from '@nestjs/common';
import { KeepAside } from './bounces/keep-aside';
import { ReturnedMailController } from './bounces/returned-mail.controller';
import { SweepMaildir } from './bounces/sweep-maildir';
import { TakeReturned } from './bounces/take-returned';
import { WatchMaildir } from './bounces/watch-maildir';
import { CHANCE, realChance } from './chance';
import { Doorbell } from './doorbell/doorbell';
import { GenuineController } from './genuine/genuine.controller';
import { MailJobs } from './mail-jobs';
import { OptOut } from './opt-out/opt-out';
import { OptOutController } from './opt-out/opt-out.controller';
import { Deliveries } from './outbox/deliveries';
import { EndHeld } from './outbox/end-held';
import { MailRows } from './outbox/mail-rows';
import { SendMail } from './outbox/send-mail';
import { Steps } from './outbox/steps';
import { Sweep } from './outbox/sweep';
import { WriteLetter } from './outbox/write-letter';
import { PlanReminders } from './reminders/plan-reminders';
import { Carrier } from './sending/carrier';

/** Every process writes rows and rings; those with the role "jobs" also send and sweep. */
@Global()
@Module({
  controllers: [GenuineController, OptOutController, ReturnedMailController],
  providers: [
    MailRows,
    Doorbell,
    PlanReminders,
    EndHeld,
    OptOut,
    WriteLetter,
    Steps,
    SendMail,
    Deliveries,
    Sweep,
    MailJobs,
    TakeReturned,
    KeepAside,
    SweepMaildir,
    WatchMaildir,
    { provide: CHANCE, useValue: realChance },
    {
      provide: Carrier,
      inject: [CONFIGURATION],
      useFactory: ({ smtpUrl, mail }: Configuration) => {
        if (smtpUrl === undefined) throw new Error('the application starts the demo mailbox first and names it');
        return new Carrier({ smtpUrl, ...mail });
      },
    },
  ],
  exports: [MailRows, Doorbell, PlanReminders, EndHeld],
})
export class MailModule {}
