/** What a page will ask the server for, as far as its own address tells: for a report, who is there and the report. */
export const earlyAddresses = (pathname: string): string[] =>
  /^\/rounds\/[\w-]+\/report$/.test(pathname) ? ['/api/me', `/api${pathname}`] : [];
