import { Global, Module } from '@nestjs/common';
import { Approvers } from './approvers';
import { Expectations } from './expectations';
import { Frameworks } from './frameworks';
import { Invitations } from './invitations';
import { LaunchDrafts } from './launch-drafts';
import { Organisations } from './organisations';
import { People } from './people';
import { Progress } from './progress';
import { Rounds } from './rounds';
import { Staff } from './staff';

const stores = [Approvers, Expectations, Frameworks, Invitations, LaunchDrafts, Organisations, People, Progress, Rounds, Staff];

@Global()
@Module({ providers: stores, exports: stores })
export class StoreRoundsModule {}
