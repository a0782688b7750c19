import { Global, Module } from '@nestjs/common';
import { Frameworks } from './frameworks';
import { Invitations } from './invitations';
import { Organisations } from './organisations';
import { People } from './people';
import { Progress } from './progress';
import { Rounds } from './rounds';
import { Staff } from './staff';

const stores = [Frameworks, Invitations, Organisations, People, Progress, Rounds, Staff];

@Global()
@Module({ providers: stores, exports: stores })
export class StoreRoundsModule {}
