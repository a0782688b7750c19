import { Global, Module } from '@nestjs/common';
import { Envelopes, EnvelopesOfRound } from './envelopes';
import { LiveStatus } from './live-status';
import { RoundLocks } from './round-locks';
import { SecretDestruction } from './secret-destruction';

const doors = [Envelopes, EnvelopesOfRound, LiveStatus, RoundLocks, SecretDestruction];

@Global()
@Module({ providers: doors, exports: doors })
export class EnvelopesModule {}
