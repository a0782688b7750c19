import type { Expected, FieldError } from '@facet/contract';
import type { Framework } from '@facet/domain-framework';

type Asked = Pick<Framework, 'qualities' | 'scale' | 'reflection'>;

/** Nothing is expected yet: one open place for each quality and each reflection question. */
export const nothingExpected = ({ qualities, reflection }: Asked): Expected => ({
  qualities: qualities.map(({ code }) => ({ code, level: null, note: '' })),
  reflection: reflection.map(() => ''),
});

/** Whether these are expectations about this framework: its qualities in its order, points of its scale, its questions. */
export function wrongWithExpected(expected: Expected, { qualities, scale, reflection }: Asked): FieldError[] {
  const codes = expected.qualities.map(({ code }) => code);
  if (codes.join('\n') !== qualities.map(({ code }) => code).join('\n'))
    return [{ field: 'expected.qualities', message: 'Name every quality of the round’s framework once, in its order.' }];
  if (expected.reflection.length !== reflection.length)
    return [
      { field: 'expected.reflection', message: `There are ${reflection.length} reflection questions. Leave empty what you leave open.` },
    ];
  return expected.qualities.flatMap(({ level }, at) =>
    level === null || scale.points.some(({ value }) => value === level)
      ? []
      : [{ field: `expected.qualities.${at}.level`, message: 'Choose a point of the scale, or none.' }],
  );
}
