import type { Framework } from '@facet/domain-framework';
import type { Disclosure } from './disclose';
import type { Cell } from './released';

/**
 * Takes back everything that confidential colleagues said about these qualities: for when the audit finds that a report made of it
 * would expose somebody. Every cell of a shown line is withheld, also one that was withheld before, so that its reason says nothing more.
 *
 * @param qualities codes of qualities of the framework
 */
export const withholdQualities = (framework: Framework, disclosure: Disclosure, qualities: readonly string[]): Disclosure => {
  const behaviours = framework.qualities
    .filter(({ code }) => qualities.includes(code))
    .flatMap((quality) => quality.behaviours.map(({ code }) => code));
  const withhold = (cell: Cell, line: number): Cell => (disclosure.lines[line]?.withheld === null ? { withheld: 'audit' } : cell);
  return {
    ...disclosure,
    behaviours: disclosure.behaviours.map((one) => (behaviours.includes(one.behaviour) ? { ...one, cells: one.cells.map(withhold) } : one)),
    qualities: disclosure.qualities.map((one) => (qualities.includes(one.quality) ? { ...one, agreement: null } : one)),
  };
};
