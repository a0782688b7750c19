import { Global, Module } from '@nestjs/common';
import { SealedRounds, Snapshots } from './released';

@Global()
@Module({ providers: [SealedRounds, Snapshots], exports: [SealedRounds, Snapshots] })
export class ReleasedModule {}
