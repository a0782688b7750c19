import { ForwardOnly } from './forward-only';

/** How an organisation words its mails, and what of its reminders an administrator may be told. */
export class Wording1764000000007 extends ForwardOnly {
  readonly name = 'Wording1764000000007';
  protected readonly sql = `
    -- Without a row a letter has the words that it comes with.
    create table post.wording (
      organisation uuid not null references people.organisation,
      letter text not null,
      subject text not null check (subject <> '' and subject !~ '[[:cntrl:]]'),
      heading text not null check (heading <> '' and heading !~ '[[:cntrl:]]'),
      paragraphs text[] not null check (paragraphs <> '{}'),
      changed_at timestamptz not null,
      primary key (organisation, letter)
    );
    grant select, insert, update, delete on post.wording to facet_people;
    grant select on post.wording to facet_mail;
    alter table post.wording enable row level security;
    create policy own_organisation on post.wording using (organisation = platform.organisation())
      with check (organisation = platform.organisation());

    -- Whom a reminder reaches has not answered. So days that are over are told as a whole, for all rounds together, in full tens.
    create function door.reminders_by_day(since date, today date, zone text) returns table (day date, "atLeast" int)
      language sql stable security definer set search_path = pg_catalog as $$
        select days.day::date, (count(m.id) / 10 * 10)::int
        from generate_series(since::timestamp, today - interval '1 day', interval '1 day') as days (day)
          left join post.mail m on m.organisation = platform.organisation() and m.kind = 'reminder' and m.state = 'sent'
            and (m.sent_at at time zone reminders_by_day.zone)::date = days.day::date
        group by days.day order by days.day desc $$;
    revoke execute on function door.reminders_by_day from public;
    grant execute on function door.reminders_by_day to facet_people;
  `;
}
