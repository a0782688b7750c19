import { Module } from '@nestjs/common';
import { AddPerson } from './people/add-person';
import { ChangePerson } from './people/change-person';
import { ImportPeople } from './people/import-people';
import { PeopleDoor } from './people/people-door';
import { ResetPersonsFactor } from './people/reset-persons-factor';
import { PeopleController } from './people/people.controller';
import { ChangeSettings } from './settings/change-settings';
import { SettingsController } from './settings/settings.controller';

@Module({
  controllers: [PeopleController, SettingsController],
  providers: [AddPerson, ChangePerson, ChangeSettings, ImportPeople, PeopleDoor, ResetPersonsFactor],
})
export class RunOrganisationModule {}
