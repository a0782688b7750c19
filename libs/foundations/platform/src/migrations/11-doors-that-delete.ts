import { ForwardOnly } from './forward-only';

/**
 * The doors that delete. Each works inside the organisation of the transaction and returns how many rows went; those that nobody may
 * open are steps of the others.
 */
export class DoorsThatDelete1764000000011 extends ForwardOnly {
  readonly name = 'DoorsThatDelete1764000000011';
  protected readonly sql = `
    create function door.bury(kind text, name text, at timestamptz) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      declare salt bytea := uuid_send(gen_random_uuid());
      begin
        insert into operate.tombstone (organisation, kind, salt, hash, at)
          values (platform.organisation(), bury.kind, salt, sha256(salt || convert_to(bury.name, 'UTF8')), bury.at);
      end $$;

    -- Mails to one person, or about one round; a mail that is about other rounds too only loses this one.
    create function door.drop_mails(mails uuid[]) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      begin
        delete from post.mail_item i where i.mail = any(mails) and i.organisation = platform.organisation();
        delete from post.mail_attempt a where a.mail = any(mails) and a.organisation = platform.organisation();
        delete from post.mail_return r where r.mail = any(mails) and r.organisation = platform.organisation();
        delete from post.mail m where m.id = any(mails) and m.organisation = platform.organisation();
      end $$;

    -- The numbers and comments of a sealed round. They are never counted anew without somebody: that would give them away.
    create function door.drop_report(round uuid) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      begin
        delete from answers.cell c where c.round = drop_report.round and c.organisation = platform.organisation();
        delete from answers.comment c where c.round = drop_report.round and c.organisation = platform.organisation();
        delete from answers.snapshot s where s.round = drop_report.round and s.organisation = platform.organisation();
      end $$;

    -- Null where nothing stands in the way of deleting them.
    create function door.why_person_stays(person uuid) returns text
      language sql stable security definer set search_path = pg_catalog as $$
        select case
          when exists (select from people.round r where r.coach = p.id) then 'coaches'
          when exists (select from people.round r where r.leader = p.id) then 'leads'
          when 'administrator' = any(p.roles) and p.disabled_at is null and not exists (select from people.person other
            where other.organisation = p.organisation and other.id <> p.id and 'administrator' = any(other.roles) and other.disabled_at is null)
            then 'last administrator'
          end
        from people.person p where p.id = why_person_stays.person $$;

    /* Everything of a person who leads and coaches no round. The locks are those of the survey (round-locks.ts): first the rounds', which
       a seal holds alone, then each invitation's. Their own row is locked first, so that nothing new comes to lean on it. */
    create function door.drop_person(person uuid, at timestamptz) returns jsonb
      language plpgsql security definer set search_path = pg_catalog as $$
      declare known people.person; asked uuid[]; reports int := 0; place record; wish text;
      begin
        select * into known from people.person p where p.id = drop_person.person and p.organisation = platform.organisation() for update;
        for place in select distinct i.round from people.invitation i where i.person = known.id order by 1 loop
          perform pg_advisory_xact_lock_shared(hashtextextended(place.round::text, 0));
        end loop;
        asked := array(select i.id from people.invitation i where i.person = known.id order by i.id);
        for place in select unnest(asked) as id loop
          perform pg_advisory_xact_lock(hashtextextended(place.id::text, 1));
        end loop;

        for place in select i.round from people.invitation i join people.round r on r.id = i.round
          where i.id = any(asked) and i.rater_group = 'line_manager' and r.sealed_at is not null and r.withdrawn_at is null loop
          update people.round r set withdrawn_at = drop_person.at where r.id = place.round;
          perform door.drop_report(place.round);
          delete from desk.withheld_comment w where w.round = place.round;
          delete from desk.debrief_note n where n.round = place.round;
          reports := reports + 1;
        end loop;
        insert into people.forgotten_in (round, organisation, rater_group)
          select i.round, i.organisation, i.rater_group from people.invitation i join people.round r on r.id = i.round
          where i.id = any(asked) and i.checked_at is not null and r.sealed_at is null and r.cancelled_at is null on conflict do nothing;
        -- Once a round is sealed no word hides that a reason went: one that went alone would say whose it was.
        delete from answers.decline_reason d using people.invitation i join people.round r on r.id = i.round
          where i.id = any(asked) and d.round = r.id and r.sealed_at is not null;
        delete from answers.envelope e where e.invitation = any(asked);
        perform door.drop_mails(array(select m.id from post.mail m where m.person = known.id));
        delete from post.mail_item i where i.invitation = any(asked);
        delete from people.invitation i where i.id = any(asked);

        select s.reason into wish from post.suppression s where s.person = known.id and s.reason <> 'refused';
        if found then perform door.keep_silence(lower(known.email), wish, drop_person.at); end if;
        delete from post.suppression s where s.person = known.id;
        if not exists (select from people.person p where lower(p.email) = lower(known.email) and p.id <> known.id) then
          delete from access.session a where lower(a.address) = lower(known.email);
          delete from access.sign_in_request a where lower(a.address) = lower(known.email);
          delete from access.one_time_link a where lower(a.address) = lower(known.email);
          delete from access.second_factor a where a.address = lower(known.email);
          delete from access.connected_account a where a.address = lower(known.email);
        end if;
        delete from people.person p where p.id = known.id;
        return jsonb_build_object('people', 1, 'invitations', cardinality(asked), 'reports withdrawn', reports);
      end $$;

    /* Drafts of a person, and those of others that name them, as words of their own: Li is not in Julia. Only for whoever asked to be
       forgotten: a leader's draft of the next round outlives what is known of the last one. */
    create function door.drop_drafts(person uuid) returns int
      language plpgsql security definer set search_path = pg_catalog as $$
      declare known people.person; named text; drafts int;
      begin
        select * into known from people.person p where p.id = drop_drafts.person and p.organisation = platform.organisation();
        named := '(^|[^[:alnum:]])(' || regexp_replace(known.name, '([^[:alnum:][:space:]])', '\\\\\\1', 'g') || '|'
          || regexp_replace(known.email, '([^[:alnum:]])', '\\\\\\1', 'g') || ')($|[^[:alnum:]])';
        delete from people.launch_draft d where d.organisation = known.organisation and (d.person = known.id
          or exists (select from jsonb_path_query(d.content, 'strict $.**') as part
            where jsonb_typeof(part) = 'string' and part #>> '{}' ~* named));
        get diagnostics drafts = row_count;
        return drafts;
      end $$;

    create function door.keep_silence(address text, reason text, at timestamptz) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      declare salt bytea := uuid_send(gen_random_uuid());
      begin
        insert into operate.silence (organisation, salt, hash, reason, since)
          values (platform.organisation(), salt, sha256(salt || convert_to(address, 'UTF8')), keep_silence.reason, keep_silence.at);
      end $$;

    -- Everything of a round that has ended. That its secret has to go stays written down until the vault confirms it.
    create function door.drop_round(round uuid, at timestamptz) returns jsonb
      language plpgsql security definer set search_path = pg_catalog as $$
      declare known people.round; invited int; reports int; touched uuid[];
      begin
        perform pg_advisory_xact_lock(hashtextextended(drop_round.round::text, 0));
        select * into known from people.round r where r.id = drop_round.round and r.organisation = platform.organisation() for update;
        select count(*) into reports from answers.snapshot s where s.round = known.id;
        perform door.drop_report(known.id);
        delete from answers.envelope e where e.round = known.id;
        delete from answers.unreadable_round u where u.round = known.id;
        insert into answers.secret_destruction (round, organisation, owed_since) values (known.id, known.organisation, drop_round.at)
          on conflict do nothing;

        touched := array(select distinct i.mail from post.mail_item i join people.invitation a on a.id = i.invitation where a.round = known.id);
        delete from post.mail_item i using people.invitation a where a.id = i.invitation and a.round = known.id;
        perform door.drop_mails(array(select m.id from post.mail m where m.about = known.id
          or m.id = any(touched) and not exists (select from post.mail_item i where i.mail = m.id)));
        delete from post.reminder_schedule s where s.round = known.id;
        delete from post.asked_reminder a where a.round = known.id;
        delete from people.group_progress g where g.round = known.id;
        delete from people.invitation i where i.round = known.id;
        get diagnostics invited = row_count;
        delete from people.round r where r.id = known.id;
        return jsonb_build_object('rounds', 1, 'invitations', invited, 'reports', reports);
      end $$;

    create function door.forget_person(person uuid, at timestamptz) returns jsonb
      language plpgsql security definer set search_path = pg_catalog as $$
      declare address text; why text; counts jsonb; drafts int;
      begin
        select lower(p.email) into address from people.person p
          where p.id = forget_person.person and p.organisation = platform.organisation() for update;
        if not found then return jsonb_build_object('refused', 'unknown'); end if;
        why := door.why_person_stays(forget_person.person);
        if why is not null then return jsonb_build_object('refused', why); end if;
        drafts := door.drop_drafts(forget_person.person);
        counts := door.drop_person(forget_person.person, forget_person.at) || jsonb_build_object('drafts of launches', drafts);
        perform door.bury('person', address, forget_person.at);
        return counts;
      end $$;

    create function door.forget_round(round uuid, at timestamptz) returns jsonb
      language plpgsql security definer set search_path = pg_catalog as $$
      declare ended boolean; counts jsonb;
      begin
        select r.sealed_at is not null or r.cancelled_at is not null into ended from people.round r
          where r.id = forget_round.round and r.organisation = platform.organisation();
        if not found then return jsonb_build_object('refused', 'unknown'); end if;
        if not ended then return jsonb_build_object('refused', 'open'); end if;
        counts := door.drop_round(forget_round.round, forget_round.at);
        perform door.bury('round', forget_round.round::text, forget_round.at);
        return counts;
      end $$;

    revoke execute on function door.bury, door.keep_silence, door.drop_mails, door.drop_report, door.drop_drafts, door.drop_person, door.drop_round,
      door.why_person_stays, door.forget_person, door.forget_round from public;
    grant execute on function door.forget_person, door.forget_round to facet_erase;
  `;
}
