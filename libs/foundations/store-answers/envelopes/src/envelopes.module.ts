import { Global, Module } from '@nestjs/common';
import { Envelopes, EnvelopesOfRound } from './envelopes';
import { LiveStatus } from './live-status';

@Global()
@Module({ providers: [Envelopes, EnvelopesOfRound, LiveStatus], exports: [Envelopes, EnvelopesOfRound, LiveStatus] })
export class EnvelopesModule {}
