import { ForwardOnly } from './forward-only';

/**
 * The doors for what has no organisation yet. Each runs as the owner, answers one question and returns ids only
 * (and the roles of an address, without which nobody could be let in). Three more change what their caller may not see, inside its
 * own organisation, and return nothing.
 */
export class Doors1764000000006 extends ForwardOnly {
  readonly name = 'Doors1764000000006';
  protected readonly sql = `
    create schema door;
    grant usage on schema door to facet_people, facet_survey, facet_seal, facet_mail, facet_accounts;

    -- A survey link, by the SHA-256 of its token. Sets organisation and invitation for the rest of the transaction.
    create function door.enter_survey(token_hash bytea)
      returns table (invitation uuid, organisation uuid, round uuid, framework uuid)
      language plpgsql security definer set search_path = pg_catalog as $$
      declare known record;
      begin
        select i.id, i.organisation, i.round, r.framework into known
          from people.invitation i join people.round r on r.id = i.round
          where i.token_hash = enter_survey.token_hash and i.status <> 'revoked';
        if not found then return; end if;
        perform set_config('facet.organisation', known.organisation::text, true),
          set_config('facet.invitation', known.id::text, true);
        return query select known.id, known.organisation, known.round, known.framework;
      end $$;

    create function door.people_at(address text) returns table (organisation uuid, person uuid, roles text[])
      language sql stable security definer set search_path = pg_catalog as $$
        select p.organisation, p.id, p.roles from people.person p
        where lower(p.email) = lower(people_at.address) and p.roles <> '{}' and p.disabled_at is null order by p.organisation $$;

    create function door.round_organisation(round uuid) returns uuid
      language sql stable security definer set search_path = pg_catalog as $$
        select r.organisation from people.round r where r.id = round_organisation.round $$;

    create function door.organisations() returns setof uuid
      language sql stable security definer set search_path = pg_catalog as $$ select o.id from people.organisation o $$;

    -- The administrators of the caller's own organisation: whom to tell when something is wrong.
    create function door.administrators() returns table (person uuid)
      language sql stable security definer set search_path = pg_catalog as $$
        select p.id from people.person p
        where p.organisation = platform.organisation() and 'administrator' = any(p.roles) and p.disabled_at is null order by p.id $$;

    create function door.unsealed_rounds() returns table (round uuid, organisation uuid)
      language sql stable security definer set search_path = pg_catalog as $$
        select r.id, r.organisation from people.round r where r.sealed_at is null and r.cancelled_at is null $$;

    create function door.owed_destructions() returns table (round uuid, organisation uuid, "owedSince" timestamptz)
      language sql stable security definer set search_path = pg_catalog as $$
        select d.round, d.organisation, d.owed_since from answers.secret_destruction d where d.done_at is null $$;

    -- Cancelled rounds whose envelopes have not been cleared away yet.
    create function door.uncleared_rounds() returns table (round uuid, organisation uuid)
      language sql stable security definer set search_path = pg_catalog as $$
        select r.id, r.organisation from people.round r
        where r.cancelled_at is not null and not exists (select from answers.secret_destruction d where d.round = r.id) $$;

    create function door.mail_organisation(mail uuid) returns uuid
      language sql stable security definer set search_path = pg_catalog as $$
        select m.organisation from post.mail m where m.id = mail_organisation.mail $$;

    -- Rows that a doorbell should have rung for, and rows whose worker has gone.
    create function door.due_mail(at timestamptz, most int) returns table (mail uuid, organisation uuid)
      language sql stable security definer set search_path = pg_catalog as $$
        select m.id, m.organisation from post.mail m
        where (m.state = 'pending' and m.not_before <= at) or (m.state = 'sending' and m.lease_until <= at)
        order by m.not_before limit most $$;

    -- Open rounds in which somebody may have to be reminded by now, as far as the last look at each can tell. It looked too early, or the
    -- closing has been moved since, or the leader has asked for it, or somebody set the clock back.
    create function door.rounds_to_look_at(at timestamptz) returns table (round uuid, organisation uuid)
      language sql stable security definer set search_path = pg_catalog as $$
        select r.id, r.organisation from people.round r left join post.reminder_look look on look.round = r.id
        where r.confirmed_at is not null and r.sealed_at is null and r.cancelled_at is null and r.closes_at > rounds_to_look_at.at
          and (look.round is null or look.again_at <= rounds_to_look_at.at or look.at > rounds_to_look_at.at
            or look.closes_at <> r.closes_at
            or look.asked_at is distinct from (select max(a.at) from post.asked_reminder a where a.round = r.id))
        order by r.organisation $$;

    -- What the coach may bring about without seeing it: whoever is taken out has no link and no answers any more, and whoever takes
    -- over an invitation starts with an empty page. The lock is the one that a survey's own requests wait for (round-locks.ts).
    create function door.take_out(invitation uuid) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended(take_out.invitation::text, 1));
        update people.invitation i set taken_out = true, status = 'revoked'
          where i.id = take_out.invitation and i.organisation = platform.organisation();
        delete from answers.envelope e where e.invitation = take_out.invitation and e.organisation = platform.organisation();
      end $$;

    create function door.start_afresh(invitation uuid) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended(start_afresh.invitation::text, 1));
        update people.invitation i set status = 'invited'
          where i.id = start_afresh.invitation and i.organisation = platform.organisation() and i.status <> 'revoked';
        delete from answers.envelope e where e.invitation = start_afresh.invitation and e.organisation = platform.organisation();
        delete from answers.decline_reason d where d.invitation = start_afresh.invitation and d.organisation = platform.organisation();
      end $$;

    -- Tells whoever an invitation is to that their answers could not be read. The seal, which calls it, never learns who that is.
    create function door.tell_unread(mail uuid, invitation uuid, at timestamptz) returns void
      language sql security definer set search_path = pg_catalog as $$
        insert into post.mail (id, organisation, dedupe_key, person, kind, about, not_before, give_up_at)
          select tell_unread.mail, i.organisation, 'answers_unread:' || i.id, i.person, 'answers_unread', i.round, tell_unread.at, 'infinity'
          from people.invitation i where i.id = tell_unread.invitation and i.organisation = platform.organisation()
        on conflict (dedupe_key) do nothing $$;

    revoke execute on all functions in schema door from public;
    grant execute on function door.enter_survey(bytea) to facet_survey;
    grant execute on function door.people_at(text) to facet_accounts;
    grant execute on function door.round_organisation(uuid) to facet_accounts;
    grant execute on function door.take_out(uuid), door.start_afresh(uuid) to facet_people;
    grant execute on function door.organisations() to facet_people, facet_mail;
    grant execute on function door.unsealed_rounds() to facet_seal, facet_mail;
    grant execute on function door.owed_destructions(), door.uncleared_rounds(), door.administrators() to facet_seal;
    grant execute on function door.tell_unread(uuid, uuid, timestamptz) to facet_seal;
    grant execute on function door.mail_organisation(uuid), door.due_mail(timestamptz, int) to facet_mail;
    grant execute on function door.rounds_to_look_at(timestamptz) to facet_mail;
  `;
}
