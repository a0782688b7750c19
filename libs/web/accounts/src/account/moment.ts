const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/** "24 November at 12:00", by this browser's clock. */
export const momentInWords = (iso: string): string => format.format(new Date(iso));

/** "24 November 2026" */
export const dayInWords = (iso: string): string => dayFormat.format(new Date(iso));
