import { ForwardOnly } from './forward-only';

/** What is deleted when its time has come, and what the jobs may know of backups. */
export class Retention1764000000012 extends ForwardOnly {
  readonly name = 'Retention1764000000012';
  protected readonly sql = `
    /* What its time has come for, in one organisation: rounds with their reports once the months are over that were promised, or as many
       as reports are kept now if these are fewer; cancelled rounds after ninety days, who was asked ninety days after the seal, mails with
       them, and people whom nothing names any more.
       A line manager is known as long as a report may name them, so that they can have it taken back. */
    create function door.let_go(at timestamptz) returns jsonb
      language plpgsql security definer set search_path = pg_catalog as $$
      declare long_ago timestamptz := let_go.at - interval '90 days'; place record; touched uuid[];
        rounds int := 0; invitations int := 0; persons int := 0; reduced int;
      begin
        for place in select r.id from people.round r join people.organisation o on o.id = r.organisation
          where o.id = platform.organisation() and (
            r.sealed_at <= let_go.at - make_interval(months => least(r.kept_months, o.retention_months))
            or r.cancelled_at <= long_ago) order by r.id loop
          perform door.drop_round(place.id, let_go.at);
          rounds := rounds + 1;
        end loop;

        for place in select r.id, r.withdrawn_at is null as reads from people.round r
          where r.organisation = platform.organisation() and r.sealed_at <= long_ago order by r.id loop
          insert into people.invited_count (round, organisation, rater_group, invited)
            select i.round, i.organisation, i.rater_group, count(*) from people.invitation i
            where i.round = place.id and not i.taken_out group by 1, 2, 3 on conflict do nothing;
          touched := array(select distinct m.mail from post.mail_item m join people.invitation i on i.id = m.invitation where i.round = place.id);
          delete from post.mail_item m using people.invitation i where i.id = m.invitation and i.round = place.id;
          perform door.drop_mails(array(select m.id from post.mail m where m.about = place.id
            or m.id = any(touched) and not exists (select from post.mail_item i where i.mail = m.id)));
          delete from people.group_progress g where g.round = place.id;
          delete from people.forgotten_in f where f.round = place.id;
          delete from answers.decline_reason d where d.round = place.id;
          delete from people.invitation i where i.round = place.id and not (i.rater_group = 'line_manager' and place.reads);
          get diagnostics reduced = row_count;
          invitations := invitations + reduced;
        end loop;

        perform door.drop_mails(array(select m.id from post.mail m
          where m.organisation = platform.organisation() and m.state not in ('pending', 'sending') and m.not_before <= long_ago
            and not exists (select from post.mail_item i where i.mail = m.id) and not exists (select from people.round r where r.id = m.about)));
        delete from access.sign_in_request s where s.asked_at <= long_ago;

        for place in select p.id from people.person p where p.organisation = platform.organisation() and p.roles = '{}'
          and not exists (select from people.invitation i where p.id in (i.person, i.proposed))
          and not exists (select from people.round r where p.id in (r.leader, r.coach))
          and not exists (select from post.mail m where m.person = p.id) order by p.id loop
          perform door.drop_person(place.id, let_go.at);
          persons := persons + 1;
        end loop;
        return jsonb_build_object('rounds', rounds, 'invitations', invitations, 'people', persons);
      end $$;

    create function door.ended_in_backup() returns setof uuid
      language sql stable security definer set search_path = pg_catalog as $$ select b.round from operate.backed_up_end b $$;

    create function door.waits_after_restore() returns boolean
      language sql stable security definer set search_path = pg_catalog as $$
        select exists (select from operate.restored r where r.confirmed_at is null) $$;

    revoke execute on function door.let_go, door.ended_in_backup, door.waits_after_restore from public;
    grant execute on function door.let_go to facet_erase;
    grant execute on function door.ended_in_backup to facet_seal;
    grant execute on function door.waits_after_restore to facet_mail;
  `;
}
