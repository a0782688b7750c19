/** Every time zone the browser knows, and the organisation's own even where the browser does not know it. */
export const zonesWith = (own: string): string[] => [...new Set([own, ...Intl.supportedValuesOf('timeZone')])].toSorted();
