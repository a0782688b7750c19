import { ForwardOnly } from './forward-only';

/** Who may check the list of a round in its coach's stead: one person at a time, named by the coach. */
export class Approver1764000000021 extends ForwardOnly {
  readonly name = 'Approver1764000000021';
  protected readonly sql = `
    create table people.approver (
      round uuid primary key,
      organisation uuid not null references people.organisation,
      person uuid not null,
      -- Null: as long as the round is open.
      until timestamptz,
      foreign key (organisation, round) references people.round (organisation, id) on delete cascade,
      foreign key (organisation, person) references people.person (organisation, id) on delete cascade
    );
    create index approver_by_person on people.approver (organisation, person);

    grant select, insert, update (person, until), delete on people.approver to facet_people;
    -- Whether somebody who was asked to check a list is still the one to do so.
    grant select on people.approver to facet_mail;

    alter table people.approver enable row level security;
    create policy own_organisation on people.approver to facet_people, facet_mail
      using (organisation = platform.organisation()) with check (organisation = platform.organisation());
  `;
}
