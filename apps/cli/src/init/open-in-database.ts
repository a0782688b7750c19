import { LINK_HOURS, OneTimeLinks, Sessions } from '@facet/accounts';
import type { Database } from '@facet/platform';
import { OpenOrganisation, type Opening, type Settings } from '@facet/server-run-organisation';
import { Frameworks, Organisations, Staff } from '@facet/store-rounds';
import type { ExitCode, Output } from '../command';

const refusals = {
  'there is one already':
    'There is an organisation here already, and it stays as it is. To make another beside it, say so with --another.\nNothing was made.',
  'there is one of that name': 'There is an organisation of this name already. Give the other one its own.\nNothing was made.',
};

/** Makes the organisation, as soon as its settings are known, and says what was made and how its administrator gets in. */
export const openInDatabase = async (
  database: Database,
  { another, framework }: Omit<Opening, 'settings'>,
  settle: () => Promise<Settings | null>,
  publicUrl: URL,
  output: Output,
): Promise<ExitCode> => {
  const links = new OneTimeLinks(database, new Sessions(database));
  const opener = new OpenOrganisation(database, new Organisations(), new Staff(), new Frameworks(), links);
  if (!(await opener.mayOpen(another))) return refuse(output, 'there is one already');
  const settings = await settle();
  if (settings === null) return 1;
  const opened = await opener.open({ settings, framework, another });
  if (typeof opened === 'string') return refuse(output, opened);
  output.report(
    [
      `Made: ${settings.name}, whose leaders can launch on “${framework.name}”.`,
      `Administrator: ${settings['administrator-name']}, ${settings['administrator-email']}`,
      'Every setting can be changed later, on the page “Settings”.',
      `This link signs the administrator in once, within ${LINK_HOURS} hours. It is shown only here.`,
    ].join('\n'),
  );
  output.print(new URL(`/first-sign-in#${opened.token}`, publicUrl).href);
  return 0;
};

function refuse(output: Output, refusal: keyof typeof refusals): 1 {
  output.report(refusals[refusal]);
  return 1;
}
