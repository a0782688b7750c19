import { Global, Module } from '@nestjs/common';
import { Envelopes, EnvelopesOfRound } from './envelopes';
import { LiveStatus } from './live-status';
import { RoundLocks } from './round-locks';
import { SecretDestruction } from './secret-destruction';
import { UnreadableRounds } from './unreadable-rounds';

const doors = [Envelopes, EnvelopesOfRound, LiveStatus, RoundLocks, SecretDestruction, UnreadableRounds];

@Global()
@Module({ providers: doors, exports: doors })
export class EnvelopesModule {}
