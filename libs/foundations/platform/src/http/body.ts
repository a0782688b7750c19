import { Injectable, type PipeTransform } from '@nestjs/common';
import type { FieldError } from '@facet/contract';
import type * as z from 'zod';
import { invalid } from './problem';

/** `@Body(body(Schema))`: the parsed value, or a refusal that names each field in plain words. Unknown fields are refused by the schema. */
export const body = <Schema extends z.ZodType>(schema: Schema): PipeTransform<unknown, z.infer<Schema>> => new BodyPipe(schema);

@Injectable()
class BodyPipe<Schema extends z.ZodType> implements PipeTransform<unknown, z.infer<Schema>> {
  constructor(private readonly schema: Schema) {}

  transform(value: unknown): z.infer<Schema> {
    const unprintable = nulCharacters(value, []);
    if (unprintable.length > 0) throw invalid(unprintable);
    const parsed = this.schema.safeParse(value);
    if (!parsed.success) throw invalid(parsed.error.issues.flatMap(inWords));
    return parsed.data;
  }
}

function inWords(issue: z.core.$ZodIssue): FieldError[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), message: 'This field is not known here.' }));
  return [{ field: field || 'body', message: issue.message }];
}

/** PostgreSQL's text cannot hold U+0000, so no field of ours may. */
function nulCharacters(value: unknown, at: readonly string[]): FieldError[] {
  if (typeof value === 'string')
    return value.includes('\u0000')
      ? [{ field: at.join('.') || 'body', message: 'This holds a character that cannot be stored (NUL).' }]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key.includes('\u0000')
      ? [{ field: at.join('.') || 'body', message: 'A name holds a NUL character.' }]
      : nulCharacters(inner, [...at, key]),
  );
}
