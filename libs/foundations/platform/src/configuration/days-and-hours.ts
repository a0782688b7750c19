import type { TimeOfDay } from './configuration';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** "Mon,Tue,Fri" as numbers, 1 for Monday; null where a word is no day. */
export const readDays = (text: string): number[] | null => {
  const days = [...new Set(text.split(',').map((day) => weekdays.indexOf(day.trim().toLowerCase()) + 1))];
  return days.includes(0) ? null : days;
};

/** "08:00-18:00", which begins before it ends; null for anything else. */
export const readHours = (text: string): { readonly from: TimeOfDay; readonly until: TimeOfDay } | null => {
  const [, from = '', until = ''] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text.trim()) ?? [];
  return from < until ? { from: timeOfDay(from), until: timeOfDay(until) } : null;
};

const timeOfDay = (text: string): TimeOfDay => ({ hour: Number(text.slice(0, 2)), minute: Number(text.slice(3)) });
