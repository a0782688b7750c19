/** The code is all that says who is asking; the second header is one that no page of another site can send. */
export const bearerOf = (code: string): Readonly<Record<string, string>> => ({ authorization: `Bearer ${code}`, 'x-facet': '1' });
