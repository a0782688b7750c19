import type * as z from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
  null: 'null',
};

/** What a schema says about a wrong value where it has no sentence of its own. */
export function inPlainWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is missing.' : `This should be ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      return `This should be at least ${amount(issue.minimum, issue.origin)}.`;
    case 'too_big':
      return `This should be at most ${amount(issue.maximum, issue.origin)}.`;
    case 'invalid_value':
      return `This should be ${issue.values.map((value) => `“${String(value)}”`).join(' or ')}.`;
    case 'invalid_format':
      return issue.format === 'uuid' ? 'This should be the id of something that is there.' : 'This is not written as expected.';
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return 'This is not one of the possible values.';
  }
}

const amount = (limit: number | bigint, origin: string): string => {
  const figure = limit.toLocaleString('en-GB');
  return origin === 'string' ? `${figure} characters long` : origin === 'array' ? `${figure} entries long` : figure;
};
