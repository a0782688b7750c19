import { GENUINE } from '../genuine/address';
import type { Letter, Sender } from './letter';

/** What stands above and below every letter. */
export const from = ({ organisation, site }: Pick<Sender, 'organisation' | 'site'>): Pick<Letter, 'organisation' | 'genuine'> => ({
  organisation,
  genuine: { label: 'Is this mail genuine?', link: `${site}${GENUINE}` },
});

export const whomToAsk = ({ contact }: Sender): string => `Questions? Reply to this mail: ${contact.name} (${contact.email}) reads it.`;

/** For those who are asked for answers, or were: what is kept of them is theirs to ask about. */
export const whomToAskAboutData = ({ dataContact }: Sender): string[] =>
  dataContact === null ? [] : [`Questions about your data? Ask ${dataContact}`.replace(/\.?$/, '.')];

export const howToCheck = ({ contact, site }: Sender): string =>
  `To check that this mail is genuine: what it asks you to press leads to ${site} and nowhere else, Facet never asks for a password, ` +
  `and ${contact.name} can tell you that it was sent.`;

/** "Ada Okafor", "Ada Okafor and Ben Hall", "Ada Okafor, Ben Hall and Cy Lee" */
export const listed = (names: readonly string[]): string => {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};
