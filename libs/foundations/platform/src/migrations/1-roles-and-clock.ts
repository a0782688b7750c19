import { ForwardOnly } from './forward-only';

/** Roles belong to the whole server: another database of it may make them at the same moment. */
export class RolesAndClock1764000000001 extends ForwardOnly {
  readonly name = 'RolesAndClock1764000000001';
  protected readonly sql = `
    do $$
    declare role text;
    begin
      foreach role in array array['facet_people', 'facet_survey', 'facet_seal', 'facet_report', 'facet_mail', 'facet_accounts'] loop
        begin
          execute format('create role %I nologin', role);
        exception when duplicate_object or unique_violation then null;
        end;
        if not pg_has_role(current_user, role, 'SET') then
          execute format('grant %I to current_user with inherit false, set true', role);
        end if;
      end loop;
    end $$;

    create schema platform;
    create function platform.clock() returns timestamptz language sql volatile as 'select clock_timestamp()';
    grant usage on schema platform to facet_people, facet_survey, facet_seal, facet_report, facet_mail, facet_accounts;

    create function platform.organisation() returns uuid language sql stable
      as $$ select nullif(current_setting('facet.organisation', true), '')::uuid $$;
  `;
}
