import { Module } from '@nestjs/common';
import { LogController } from './log/log.controller';
import { ReadLog } from './log/read-log';
import { AddPerson } from './people/add-person';
import { ChangePerson } from './people/change-person';
import { ImportPeople } from './people/import-people';
import { PeopleDoor } from './people/people-door';
import { ResetPersonsFactor } from './people/reset-persons-factor';
import { PeopleController } from './people/people.controller';
import { ChangeSettings } from './settings/change-settings';
import { SettingsController } from './settings/settings.controller';

@Module({
  controllers: [LogController, PeopleController, SettingsController],
  providers: [AddPerson, ChangePerson, ChangeSettings, ImportPeople, PeopleDoor, ReadLog, ResetPersonsFactor],
})
export class RunOrganisationModule {}
