import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { SignedIn } from '@facet/accounts';
import {
  AddPerson as Added,
  ChangePerson as Changed,
  ImportPeople as Imported,
  type OrganisationsView,
  path,
  type PeopleImported,
  type PeopleView,
  PersonAccess,
} from '@facet/contract';
import { body, notFound, Permit, type Principal } from '@facet/platform';
import { stringify } from 'csv-stringify/sync';
import { AddPerson, type NotAdded } from './add-person';
import { ChangePerson, type NotChanged } from './change-person';
import { ImportPeople } from './import-people';
import { PeopleDoor } from './people-door';
import { refusal } from './refusals';
import { ResetPersonsFactor } from './reset-persons-factor';

/** The administrator says who may sign in, and as what. */
@Controller()
export class PeopleController {
  constructor(
    private readonly door: PeopleDoor,
    private readonly adding: AddPerson,
    private readonly changing: ChangePerson,
    private readonly importing: ImportPeople,
    private readonly resetting: ResetPersonsFactor,
  ) {}

  @Get(path.organisations)
  @Permit('administrator')
  organisations(@SignedIn() principal: Principal): Promise<OrganisationsView> {
    return this.door.organisationsOf(principal);
  }

  @Get(path.people)
  @Permit('administrator')
  async read(@SignedIn() principal: Principal, @Query('organisation') organisation?: string): Promise<PeopleView> {
    return done(await this.door.read(principal, organisation));
  }

  /** What the import reads. A cell that a spreadsheet would take for a formula gets an apostrophe, which the import takes off again. */
  @Get(path.peopleCsv)
  @Permit('administrator')
  @Header('content-type', 'text/csv; charset=utf-8; header=present')
  @Header('content-disposition', 'attachment; filename="people.csv"')
  async csv(@SignedIn() principal: Principal, @Query('organisation') organisation?: string): Promise<string> {
    const { people } = done(await this.door.read(principal, organisation));
    const rows = people.map(({ name, email, roles, disabled }) => [name, email, roles.join('; '), disabled ? 'disabled' : 'allowed']);
    return stringify([['name', 'email', 'roles', 'access'], ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
  }

  @Post(path.people)
  @HttpCode(200)
  @Permit('administrator')
  async add(
    @SignedIn() principal: Principal,
    @Body(body(Added)) wanted: Added,
    @Query('organisation') organisation?: string,
  ): Promise<PeopleView> {
    return done(await this.adding.add(principal, organisation, wanted));
  }

  @Post(path.importPeople)
  @HttpCode(200)
  @Permit('administrator')
  async import(
    @SignedIn() principal: Principal,
    @Body(body(Imported)) wanted: Imported,
    @Query('organisation') organisation?: string,
  ): Promise<PeopleImported> {
    return done(await this.importing.import(principal, organisation, wanted));
  }

  @Post(path.person)
  @HttpCode(200)
  @Permit('administrator')
  async change(
    @SignedIn() principal: Principal,
    @Param('person') person: string,
    @Body(body(Changed)) wanted: Changed,
  ): Promise<PeopleView> {
    return done(await this.changing.change(principal, person, wanted));
  }

  @Post(path.access)
  @HttpCode(200)
  @Permit('administrator')
  async allow(
    @SignedIn() principal: Principal,
    @Param('person') person: string,
    @Body(body(PersonAccess)) { allowed }: PersonAccess,
  ): Promise<PeopleView> {
    return done(await this.changing.allow(principal, person, allowed));
  }

  @Post(path.resetSecondFactor)
  @HttpCode(200)
  @Permit('administrator')
  async resetSecondFactor(@SignedIn() principal: Principal, @Param('person') person: string): Promise<PeopleView> {
    return done(await this.resetting.reset(principal, person));
  }
}

function done<Result extends object>(result: Result | NotAdded | NotChanged | null): Result {
  if (result === null) throw notFound();
  if (isRefusal(result)) throw refusal(result);
  return result;
}

const isRefusal = (result: object): result is NotAdded | NotChanged => 'refused' in result;
