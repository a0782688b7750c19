/** The personal link. The token stands behind #, which browsers do not send: no server or proxy logs it. */
export const surveyLink = (publicUrl: URL, token: string): string => new URL(`/s#${token}`, publicUrl).href;

/** The same secret as a person types it from a printed card: groups of five, the last of six. */
export const typedCode = (token: string): string => token.replace(/^(.{5})(.{5})(.{5})(.{5})(.{6})$/, '$1-$2-$3-$4-$5');
