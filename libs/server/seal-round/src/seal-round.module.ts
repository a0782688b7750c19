import { Module } from '@nestjs/common';
import { auditForReaders } from '@facet/domain-report';
import { AuditAlarm } from './audit-alarm';
import { CancelShortRound } from './cancel-short-round';
import { ClearCancelledRounds } from './clear-cancelled-rounds';
import { CloseRounds } from './close-rounds';
import { DestroySecrets } from './destroy-secrets';
import { RefreshProgress } from './refresh-progress';
import { REPORT_AUDIT } from './report-audit';
import { SealChoice } from './seal-choice';
import { SealController } from './seal.controller';
import { SealRound } from './seal-round';
import { SEAL_WATCHER, type SealWatcher } from './seal-steps';
import { UnreadableAnswers } from './unreadable-answers';

const nobodyWatches: SealWatcher = () => undefined;

@Module({
  controllers: [SealController],
  providers: [
    AuditAlarm,
    CancelShortRound,
    ClearCancelledRounds,
    CloseRounds,
    DestroySecrets,
    RefreshProgress,
    SealChoice,
    SealRound,
    UnreadableAnswers,
    { provide: REPORT_AUDIT, useValue: auditForReaders },
    { provide: SEAL_WATCHER, useValue: nobodyWatches },
  ],
  exports: [ClearCancelledRounds, CloseRounds, DestroySecrets, RefreshProgress, SealRound],
})
export class SealRoundModule {}
