import { ForwardOnly } from './forward-only';

/**
 * What somebody may bring about who holds a link, or has lost it, beyond their answers. The role facet_survey sees none of what these
 * doors touch: each acts on the one invitation that the transaction has entered, or says nothing at all.
 */
export class OwnLink1764000000013 extends ForwardOnly {
  readonly name = 'OwnLink1764000000013';
  protected readonly sql = `
    -- Why somebody would rather not answer: read by the coach, without their name. Whose it is, is known while the round is open, so
    -- that they can take it back; the seal cuts it off.
    create table answers.decline_reason (
      id uuid primary key default gen_random_uuid(),
      invitation uuid unique references people.invitation on delete cascade,
      organisation uuid not null,
      round uuid not null references people.round on delete cascade,
      words text not null check (words <> '' and length(words) <= 1000)
    );
    create index decline_reason_by_round on answers.decline_reason (round);
    alter table answers.decline_reason alter column words set statistics 0;
    grant select, insert, delete on answers.decline_reason to facet_survey;
    alter table answers.decline_reason enable row level security;
    create policy own_organisation on answers.decline_reason using (organisation = platform.organisation())
      with check (organisation = platform.organisation());
    create policy own_reason on answers.decline_reason as restrictive to facet_survey
      using (invitation = nullif(current_setting('facet.invitation', true), '')::uuid);

    /* In alphabetical order, and only once the round is sealed: a reason that comes or goes before, in the minutes of grace or when the
       closing is moved, would say when somebody declined, or that they have answered after all. None where somebody was forgotten, or the
       one that is missing would be theirs. */
    create function door.reasons_to_decline(round uuid) returns setof text
      language sql stable security definer set search_path = pg_catalog as $$
        select d.words from answers.decline_reason d join people.round r on r.id = d.round
        where d.round = reasons_to_decline.round and d.organisation = platform.organisation()
          and r.sealed_at is not null
          and not exists (select from people.forgotten_in f where f.round = r.id)
        order by d.words $$;

    -- Written anew, in alphabetical order: neither the row nor its place says whose it was.
    create function door.cut_off_reasons(round uuid) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      declare said text[];
      begin
        with gone as (
          delete from answers.decline_reason d where d.round = cut_off_reasons.round and d.organisation = platform.organisation()
            returning d.words
        ) select array_agg(words order by words) into said from gone;
        insert into answers.decline_reason (organisation, round, words)
          select platform.organisation(), cut_off_reasons.round, words from unnest(said) as words;
      end $$;

    create function door.link_version() returns int
      language sql stable security definer set search_path = pg_catalog as $$
        select i.version from people.invitation i
        where i.id = nullif(current_setting('facet.invitation', true), '')::uuid and i.organisation = platform.organisation() $$;

    -- A mail with the links of these invitations; each time with another ordinal, since it may be asked for again.
    create function door.write_links(mail uuid, organisation uuid, person uuid, invitations uuid[], at timestamptz) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      begin
        insert into post.mail (id, organisation, dedupe_key, person, kind, not_before, give_up_at)
          values (mail, write_links.organisation, 'link_again:' || mail, write_links.person, 'link_again', at, 'infinity');
        insert into post.mail_item (mail, organisation, invitation, kind, ordinal)
          select write_links.mail, write_links.organisation, asked, 'link_again',
            1 + (select count(*) from post.mail_item m where m.invitation = asked and m.kind = 'link_again')
          from unnest(invitations) as asked;
      end $$;

    -- "Not you?": the link that was passed on is dead, and its owner gets another. Nothing counts as sent any more: whoever sent it may
    -- not have been them.
    create function door.replace_link(version int, token_hash bytea, keep boolean, mail uuid, at timestamptz) returns boolean
      language plpgsql security definer set search_path = pg_catalog as $$
      declare own record;
      begin
        update people.invitation i set version = replace_link.version, token_hash = replace_link.token_hash, status = 'invited'
          where i.id = nullif(current_setting('facet.invitation', true), '')::uuid and i.organisation = platform.organisation()
            and i.version = replace_link.version - 1 and i.status <> 'revoked'
          returning i.id, i.organisation, i.person into own;
        if not found then return false; end if;
        delete from answers.decline_reason d where d.invitation = own.id;
        if not keep then delete from answers.envelope e where e.invitation = own.id; end if;
        perform door.write_links(mail, own.organisation, own.person, array[own.id], at);
        return true;
      end $$;

    -- A lost link: one mail for each organisation that knows the address, with the links to its open rounds; at most one in ten minutes and
    -- five in a day, for anybody may ask for it.
    create function door.send_links_again(address text, at timestamptz) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      declare known record;
      begin
        perform pg_advisory_xact_lock(hashtextextended(lower(address), 2));
        for known in
          select p.id, p.organisation, array_agg(i.id) as invitations
            from people.person p join people.invitation i on i.person = p.id join people.round r on r.id = i.round
            where lower(p.email) = lower(address) and i.status <> 'revoked' and r.closes_at > at
              and r.cancelled_at is null and r.sealed_at is null and (i.checked_at is not null or i.rater_group = 'self')
            group by p.id, p.organisation
        loop
          if not exists (select from post.mail m where m.person = known.id and m.kind = 'link_again' and m.not_before > at - interval '10 minutes')
            and (select count(*) from post.mail m where m.person = known.id and m.kind = 'link_again' and m.not_before > at - interval '1 day') < 5 then
            perform door.write_links(gen_random_uuid(), known.organisation, known.id, known.invitations, at);
          end if;
        end loop;
      end $$;

    -- Tells the coach, once, that somebody says they are in the wrong group; the same whether or not they have answered.
    create function door.tell_wrong_group(mail uuid, at timestamptz) returns void
      language plpgsql security definer set search_path = pg_catalog as $$
      declare own record;
      begin
        select i.id, i.organisation, i.round, r.coach into own
          from people.invitation i join people.round r on r.id = i.round
          where i.id = nullif(current_setting('facet.invitation', true), '')::uuid and i.organisation = platform.organisation();
        if not found then return; end if;
        insert into post.mail (id, organisation, dedupe_key, person, kind, about, not_before, give_up_at)
          values (mail, own.organisation, 'wrong_group:' || own.id, own.coach, 'wrong_group', own.round, at, 'infinity')
          on conflict (dedupe_key) do nothing;
        if not found then return; end if;
        insert into post.mail_item (mail, organisation, invitation, kind) values (tell_wrong_group.mail, own.organisation, own.id, 'wrong_group');
      end $$;

    -- The mails that this person was sent about this round; their words are written anew whenever they are sent, and kept nowhere.
    create function door.own_mails() returns table (kind text, at timestamptz)
      language sql stable security definer set search_path = pg_catalog as $$
        select m.kind, m.sent_at from people.invitation i join post.mail m on m.person = i.person
        where i.id = nullif(current_setting('facet.invitation', true), '')::uuid and i.organisation = platform.organisation()
          and m.state = 'sent' and m.kind <> 'wrong_group'
          and (m.about = i.round or exists (select from post.mail_item t where t.mail = m.id and t.invitation = i.id and not t.dropped))
        order by m.sent_at $$;

    -- Whoever asks for a link has lost it, and whether and when is theirs.
    create policy own_wish on post.mail as restrictive for select to facet_people, facet_seal, facet_report, facet_accounts
      using (kind <> 'link_again');

    revoke execute on function door.reasons_to_decline, door.cut_off_reasons, door.link_version, door.write_links, door.replace_link, door.send_links_again,
      door.tell_wrong_group, door.own_mails from public;
    grant execute on function door.reasons_to_decline to facet_people;
    grant execute on function door.cut_off_reasons to facet_seal;
    grant execute on function door.link_version, door.replace_link, door.send_links_again, door.tell_wrong_group, door.own_mails to facet_survey;
  `;
}
