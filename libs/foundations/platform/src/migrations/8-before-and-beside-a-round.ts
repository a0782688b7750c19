import { ForwardOnly } from './forward-only';

/** What a leader writes before a launch, and what they expect before they see results. Neither holds a word of a colleague's. */
export class BeforeAndBesideARound1764000000008 extends ForwardOnly {
  readonly name = 'BeforeAndBesideARound1764000000008';
  protected readonly sql = `
    create table people.launch_draft (
      organisation uuid not null references people.organisation,
      person uuid not null,
      -- Changes with every save: whoever saves names the one that they have seen.
      version uuid not null,
      content jsonb not null check (length(content::text) <= 1000000),
      saved_at timestamptz not null,
      primary key (organisation, person),
      foreign key (organisation, person) references people.person (organisation, id) on delete cascade
    );

    create table people.expectation (
      round uuid primary key,
      organisation uuid not null references people.organisation,
      version uuid not null,
      content jsonb not null check (length(content::text) <= 1000000),
      saved_at timestamptz not null,
      -- When the leader said that this is what they expect; from the release on nothing changes it.
      written_at timestamptz,
      foreign key (organisation, round) references people.round (organisation, id) on delete cascade
    );

    grant select, insert, update (version, content, saved_at), delete on people.launch_draft to facet_people;
    grant select, insert, update (version, content, saved_at, written_at) on people.expectation to facet_people;
    grant select on people.expectation to facet_report;

    alter table people.launch_draft enable row level security;
    create policy own_organisation on people.launch_draft to facet_people
      using (organisation = platform.organisation()) with check (organisation = platform.organisation());
    -- A draft is its leader's alone, whatever a query of ours forgets to say.
    create policy own_draft on people.launch_draft as restrictive for select to facet_people
      using (person = nullif(current_setting('facet.person', true), '')::uuid);

    alter table people.expectation enable row level security;
    create policy own_organisation on people.expectation to facet_people, facet_report
      using (organisation = platform.organisation()) with check (organisation = platform.organisation());
  `;
}
