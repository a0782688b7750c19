import type { OrganisationSettings } from '@facet/contract';

export const weekdays = [
  { day: 1, name: 'Monday' },
  { day: 2, name: 'Tuesday' },
  { day: 3, name: 'Wednesday' },
  { day: 4, name: 'Thursday' },
  { day: 5, name: 'Friday' },
  { day: 6, name: 'Saturday' },
  { day: 7, name: 'Sunday' },
] as const;
type Day = (typeof weekdays)[number]['name'];

/** The settings as the form holds them: each day of the week has a tick. */
export type Typed = Omit<OrganisationSettings, 'mailDays'> & { readonly mailDays: Readonly<Record<Day, boolean>> };

export const asTyped = ({ mailDays, ...settings }: OrganisationSettings): Typed => {
  const on = (day: number): boolean => mailDays.includes(day);
  return {
    ...settings,
    mailDays: { Monday: on(1), Tuesday: on(2), Wednesday: on(3), Thursday: on(4), Friday: on(5), Saturday: on(6), Sunday: on(7) },
  };
};

export const asSettings = ({ mailDays, ...typed }: Typed): OrganisationSettings => ({
  ...typed,
  mailDays: weekdays.filter(({ name }) => mailDays[name]).map(({ day }) => day),
});
