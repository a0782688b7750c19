/** The first that is found counts: most browsers also name those that they resemble. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|OPiOS)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const devices: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'a Mac'],
  [/\bCrOS\b/, 'a Chromebook'],
  [/\bLinux\b/, 'Linux'],
];

/** "Firefox on Windows" for a User-Agent header: enough for somebody to know their own browser by, and no version or model to know them by. */
export function browserInWords(agent: string | undefined): string {
  const find = (among: typeof browsers): string | undefined => among.find(([pattern]) => pattern.test(agent ?? ''))?.[1];
  const device = find(devices);
  return `${find(browsers) ?? 'A browser'}${device === undefined ? '' : ` on ${device}`}`;
}
