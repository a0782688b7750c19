import { Module } from '@nestjs/common';
import { DeclineReasonsController } from './decline-reasons.controller';
import { ReadDeclineReasons } from './read-decline-reasons';

/** Apart from the survey, which knows of no account. */
@Module({ controllers: [DeclineReasonsController], providers: [ReadDeclineReasons] })
export class DeclineReasonsModule {}
