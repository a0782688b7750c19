import type { Score } from './score';

/** What every attack came to, for a person to read: on the product, and on the product that leaks. */
export function resultTable(rounds: number, product: readonly Score[], leaky: readonly Score[]): string {
  const head = ['attack', 'rounds', 'links tried', 'hits', 'chance (99.9 %)', 'hits on the leaky product'];
  const lines = product.map(({ attack, tried, hits, chance }) => {
    const other = leaky.find((score) => score.attack === attack);
    const grip = tried > 0 ? [String(hits), `${chance.least}–${chance.most}`] : ['–', 'nothing to hold'];
    return [attack, String(rounds), String(tried), ...grip, other ? `${other.hits} of ${other.tried}` : '–'];
  });
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const row = (cells: readonly string[]): string =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  return [row(head), row(widths.map((width) => '─'.repeat(width))), ...lines.map(row)].join('\n');
}
