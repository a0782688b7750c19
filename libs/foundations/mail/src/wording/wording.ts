/** What one kind of letter says: the part of it that an organisation may say in its own words. Placeholders stand in braces. */
export interface Wording {
  readonly subject: string;
  readonly heading: string;
  /** Plain text. One of them is `{link}` alone in kinds that have a link: there stand the button, and whatever belongs to it. */
  readonly paragraphs: readonly string[];
}

/** Every placeholder and what stands in its place; nothing else can be put into a letter. */
export const placeholders = {
  recipient: 'the name of whoever gets the mail',
  organisation: 'the name of your organisation',
  leader: 'the leader’s name',
  leaders: 'the name of the leader, or of all of them where one mail speaks of several',
  whose: 'the same as a possessive, such as “Ada Okafor’s”',
  coach: 'the coach’s name',
  closes: 'when the round closes',
  decides: 'when it is decided without a choice',
  releases: 'when a report is released by itself',
  day: 'the day on which the first of the rounds closes',
  minutes: 'about how many minutes it takes',
  site: 'the address of Facet',
  link: 'alone in a paragraph: the button and whatever belongs to it, such as a code, a closing time and the promise',
} as const;

export type Placeholder = keyof typeof placeholders;
