import { ForwardOnly } from './forward-only';

/**
 * WHAT. No foreign key leads from here to an invitation: its check would lock, and so mark, the invitation's row.
 * No times, no sequences: a random id is the only name of a row.
 */
export class Answers1764000000004 extends ForwardOnly {
  readonly name = 'Answers1764000000004';
  protected readonly sql = `
    create schema answers;
    grant usage on schema answers to facet_survey, facet_seal, facet_report;

    create table answers.envelope (
      invitation uuid primary key,
      organisation uuid not null,
      round uuid not null,
      -- Random, to tell one writing from the next. No number: whoever writes much saves often.
      stamp int not null,
      box bytea not null
    );
    create index envelope_by_round on answers.envelope (round);

    create table answers.cell (
      round uuid not null,
      organisation uuid not null,
      shown_group text not null,
      behaviour text not null,
      counts int[] not null,
      primary key (round, shown_group, behaviour)
    );

    create table answers.comment (
      round uuid not null,
      organisation uuid not null,
      quality text not null,
      question text not null check (question in ('seen', 'help')),
      position int not null,
      words text not null check (length(words) between 1 and 10000),
      primary key (round, quality, question, position)
    );

    create table answers.snapshot (
      round uuid primary key,
      organisation uuid not null,
      -- text, not jsonb: the same bytes for coach and leader for ever
      content text not null,
      hash bytea not null check (octet_length(hash) = 32)
    );

    -- PostgreSQL's planner keeps samples of columns in a catalogue of its own, where erasing a row does not reach them.
    alter table answers.comment alter column words set statistics 0;
    alter table answers.snapshot alter column content set statistics 0;

    -- The secret of a sealed or cancelled round: owed to be destroyed, and when the vault confirmed that it is gone.
    create table answers.secret_destruction (
      round uuid primary key,
      organisation uuid not null,
      owed_since timestamptz not null,
      done_at timestamptz
    );

    -- A closed round of which some envelope could not be opened: the first attempt, and a second one some time later.
    create table answers.unreadable_round (
      round uuid primary key,
      organisation uuid not null,
      first_tried timestamptz not null,
      tried_again timestamptz check (tried_again > first_tried)
    );

    create function answers.keep_snapshot() returns trigger language plpgsql as $$
      begin raise exception 'the numbers of a sealed round never change' using errcode = 'FA003'; end $$;
    create trigger snapshot_is_immutable before update on answers.snapshot for each row execute function answers.keep_snapshot();
    create trigger cell_is_immutable before update on answers.cell for each row execute function answers.keep_snapshot();
    create trigger comment_is_immutable before update on answers.comment for each row execute function answers.keep_snapshot();

    grant select, insert, update (stamp, box), delete on answers.envelope to facet_survey;
    grant select, delete on answers.envelope to facet_seal;
    grant insert on answers.cell, answers.comment, answers.snapshot to facet_seal;
    grant select, insert, update (done_at) on answers.secret_destruction to facet_seal;
    grant select, insert, update (tried_again), delete on answers.unreadable_round to facet_seal;
    grant select on answers.cell, answers.comment, answers.snapshot to facet_report;

    do $$
    declare name text;
    begin
      foreach name in array array['envelope', 'cell', 'comment', 'snapshot', 'secret_destruction', 'unreadable_round'] loop
        execute format('alter table answers.%I enable row level security', name);
        execute format('create policy own_organisation on answers.%I using (organisation = platform.organisation())
          with check (organisation = platform.organisation())', name);
      end loop;
    end $$;
    create policy own_envelope on answers.envelope as restrictive to facet_survey
      using (invitation = nullif(current_setting('facet.invitation', true), '')::uuid);
  `;
}
