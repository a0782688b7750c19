import { Module } from '@nestjs/common';
import { AddPerson } from './people/add-person';
import { ChangePerson } from './people/change-person';
import { ImportPeople } from './people/import-people';
import { PeopleDoor } from './people/people-door';
import { PeopleController } from './people/people.controller';

@Module({
  controllers: [PeopleController],
  providers: [AddPerson, ChangePerson, ImportPeople, PeopleDoor],
})
export class RunOrganisationModule {}
