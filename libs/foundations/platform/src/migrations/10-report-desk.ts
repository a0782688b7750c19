import { ForwardOnly } from './forward-only';

/**
 * What stands beside a report: comments that its coach withholds, the coach's own notes, who has looked at it, and the day of its
 * release. The numbers and words of the seal stay as they are. Nobody but the report's own journey reads any of it.
 */
export class ReportDesk1764000000010 extends ForwardOnly {
  readonly name = 'ReportDesk1764000000010';
  protected readonly sql = `
    alter table people.round
      add column releases_at timestamptz,
      add column release_chosen boolean not null default false,
      add column released_by_itself boolean not null default false,
      add check (releases_at is not null or not release_chosen),
      add check (released_at is not null or not released_by_itself);
    grant update (releases_at, release_chosen, released_by_itself) on people.round to facet_report;
    grant usage on schema door to facet_report;

    create schema desk;
    grant usage on schema desk to facet_report;

    -- Names a comment by its place in the snapshot, and repeats none of its words.
    create table desk.withheld_comment (
      round uuid not null,
      organisation uuid not null references people.organisation,
      quality text not null,
      question text not null check (question in ('seen', 'help')),
      writer text not null check (writer in ('colleague', 'line_manager')),
      position int not null check (position >= 0),
      reason text not null check (length(reason) between 1 and 1000),
      withheld_at timestamptz not null,
      primary key (round, quality, question, writer, position),
      foreign key (organisation, round) references people.round (organisation, id) on delete cascade
    );

    create table desk.debrief_note (
      round uuid not null,
      organisation uuid not null references people.organisation,
      coach uuid not null,
      -- Changes with every save: whoever saves names the one that they have seen.
      version uuid not null,
      content text not null check (length(content) <= 20000),
      saved_at timestamptz not null,
      primary key (round, coach),
      foreign key (organisation, round) references people.round (organisation, id) on delete cascade
    );

    -- To the minute. Whoever looks twice within one has looked once.
    create table desk.report_view (
      round uuid not null,
      organisation uuid not null references people.organisation,
      person uuid not null,
      role text not null check (role in ('leader', 'coach')),
      what text not null check (what in ('page', 'csv', 'pdf')),
      minute timestamptz not null check (minute = date_trunc('minute', minute, 'UTC')),
      primary key (round, minute, person, role, what),
      foreign key (organisation, round) references people.round (organisation, id) on delete cascade
    );

    -- PostgreSQL's planner keeps samples of columns in a catalogue of its own, where erasing a row does not reach them.
    alter table desk.withheld_comment alter column reason set statistics 0;
    alter table desk.debrief_note alter column content set statistics 0;

    create function desk.keep_withheld() returns trigger language plpgsql as $$
      begin
        if exists (select from people.round r where r.id in (new.round, old.round) and r.released_at is not null and r.withdrawn_at is null) then
          raise exception 'what a leader reads of a released report never changes' using errcode = 'FA009';
        end if;
        return coalesce(new, old);
      end $$;
    create trigger released_is_released before insert or update or delete on desk.withheld_comment
      for each row execute function desk.keep_withheld();

    create function desk.keep_view() returns trigger language plpgsql as $$
      begin raise exception 'who has looked at a report is never rewritten' using errcode = 'FA010'; end $$;
    create trigger view_is_kept before update on desk.report_view for each row execute function desk.keep_view();

    grant select, insert, delete on desk.withheld_comment to facet_report;
    grant select, insert, update (version, content, saved_at) on desk.debrief_note to facet_report;
    grant select, insert on desk.report_view to facet_report;

    do $$
    declare name text;
    begin
      foreach name in array array['withheld_comment', 'debrief_note', 'report_view'] loop
        execute format('alter table desk.%I enable row level security', name);
        execute format('create policy own_organisation on desk.%I to facet_report
          using (organisation = platform.organisation()) with check (organisation = platform.organisation())', name);
      end loop;
    end $$;
    -- Notes are their coach's alone, whatever a query of ours forgets to say.
    create policy own_notes on desk.debrief_note as restrictive to facet_report
      using (coach = nullif(current_setting('facet.person', true), '')::uuid);

    -- Reports that the clock may owe a reminder, a warning or a release.
    create function door.unreleased_rounds() returns table (round uuid, organisation uuid)
      language sql stable security definer set search_path = pg_catalog as $$
        select r.id, r.organisation from people.round r
        where r.sealed_at is not null and r.released_at is null and r.cancelled_at is null $$;
    revoke execute on function door.unreleased_rounds from public;
    grant execute on function door.unreleased_rounds to facet_report;
  `;
}
