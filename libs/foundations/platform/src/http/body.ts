import type { PipeTransform } from '@nestjs/common';
import type { FieldError } from '@facet/contract';
import type * as z from 'zod';
import { inPlainWords } from './plain-words';
import { invalid } from './problem';

/** `@Body(body(Schema))`: the parsed value, or a refusal that names each field in plain words. Unknown fields are refused by the schema. */
export const body = <Schema extends z.ZodType>(schema: Schema): PipeTransform<unknown, z.infer<Schema>> => ({
  transform: (value) => {
    const unstorable = findUnstorable(value, []);
    if (unstorable.length > 0) throw invalid(unstorable);
    const parsed = schema.safeParse(value, { error: inPlainWords });
    if (!parsed.success) throw invalid(parsed.error.issues.flatMap(perField));
    return parsed.data;
  },
});

function perField(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: nameOf([...issue.path, key]), message: 'This field is not known here.' }));
  return [{ field: nameOf(issue.path), message: issue.message }];
}

const nameOf = (path: readonly PropertyKey[]): string => path.join('.') || 'body';

/** PostgreSQL's text can hold neither U+0000 nor half a surrogate pair, so no field of ours may. */
function findUnstorable(value: unknown, at: readonly string[]): FieldError[] {
  if (typeof value === 'string') return unstorable(value, at);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...unstorable(key, at), ...findUnstorable(inner, [...at, key])]);
}

function unstorable(text: string, at: readonly string[]): FieldError[] {
  const field = nameOf(at);
  if (text.includes('\u0000')) return [{ field, message: 'This holds a character that cannot be stored (NUL).' }];
  if (!text.isWellFormed()) return [{ field, message: 'This holds half of a character, which cannot be stored. Paste it again.' }];
  return [];
}
