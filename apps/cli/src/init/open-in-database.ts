import { LINK_HOURS, OneTimeLinks, Sessions } from '@facet/accounts';
import type { Database } from '@facet/platform';
import { OpenOrganisation, type Opening } from '@facet/server-run-organisation';
import { Frameworks, Organisations, Staff } from '@facet/store-rounds';
import type { ExitCode, Output } from '../command';

const refusals = {
  'there is one already':
    'There is an organisation here already, and it stays as it is. To make another beside it, say so with --another.\nNothing was made.',
  'there is one of that name': 'There is an organisation of this name already. Give the other one its own.\nNothing was made.',
};

/** Makes the organisation and says what was made and how its administrator gets in. */
export const openInDatabase = async (database: Database, opening: Opening, publicUrl: URL, output: Output): Promise<ExitCode> => {
  const links = new OneTimeLinks(database, new Sessions(database));
  const opened = await new OpenOrganisation(database, new Organisations(), new Staff(), new Frameworks(), links).open(opening);
  if (typeof opened === 'string') {
    output.report(refusals[opened]);
    return 1;
  }
  const { settings, framework } = opening;
  output.report(
    [
      `Made: ${settings.name}, whose leaders can launch on “${framework.name}”.`,
      `Administrator: ${settings['administrator-name']}, ${settings['administrator-email']}`,
      `This link signs the administrator in once, within ${LINK_HOURS} hours. It is shown only here.`,
    ].join('\n'),
  );
  output.print(new URL(`/first-sign-in#${opened.token}`, publicUrl).href);
  return 0;
};
