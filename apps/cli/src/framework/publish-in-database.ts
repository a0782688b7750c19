import type { Framework } from '@facet/domain-framework';
import { PublishFramework } from '@facet/server-run-organisation';
import { Frameworks, type Organisation } from '@facet/store-rounds';
import type { ExitCode, Output } from '../command';
import { allOrganisations } from '../own-settings';
import { withDatabase } from '../with-database';

/** Publishes a framework for the one organisation there is, or for the one that is named. */
export const publishInDatabase = (framework: Framework, name: string | undefined, output: Output): Promise<ExitCode> =>
  withDatabase(output, async (database) => {
    const organisations = await allOrganisations(database);
    const named = name === undefined ? organisations : organisations.filter((organisation) => organisation.name === name);
    const [organisation, another] = named;
    if (organisation === undefined || another !== undefined) {
      output.report(whichOne(organisations, name));
      return 1;
    }
    const { version, isNew } = await new PublishFramework(database, new Frameworks()).publish(organisation.id, framework);
    const what = `“${framework.name}”, version ${version}`;
    output.print(
      isNew
        ? `Published for ${organisation.name}: ${what}. Leaders can launch on it now.`
        : `Already published for ${organisation.name}: ${what} is this very framework. Nothing was changed.`,
    );
    return 0;
  });

const whichOne = (organisations: readonly Organisation[], name: string | undefined): string => {
  const names = organisations.map((organisation) => `“${organisation.name}”`).join(', ');
  if (organisations.length === 0) return 'There is no organisation yet to publish it for. Nothing was published.';
  const problem = name === undefined ? 'There are several organisations' : `There is not exactly one organisation “${name}”`;
  return `${problem}. Name one with --organisation: ${names}. Nothing was published.`;
};
