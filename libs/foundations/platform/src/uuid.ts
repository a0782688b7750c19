/** An id as PostgreSQL and randomUUID() write it, in small letters: anything else would be an error in a query. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
