/**
 * @typedef {object} Measured one line of the table
 * @property {string} name
 * @property {number | string} ours
 * @property {number | string} bare
 * @property {number} ratio
 * @property {{ least: number } | { most: number } | null} goal what the ratio should be; null when nothing was promised
 * @property {string} [unit] of both sides
 */

/** Prints the lines of all benches. @param {Measured[]} rows */
export function printTable(rows) {
  const lines = [['name', 'ours', 'bare', 'ratio', 'goal', 'met'], ...rows.map(cells)];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = (line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ');
  console.log(`\n${text(lines[0])}\n${widths.map((width) => '-'.repeat(width)).join('-|-')}`);
  for (const line of lines.slice(1)) console.log(text(line));
}

function cells({ name, ours, bare, ratio, goal, unit }) {
  const value = (side) => (typeof side === 'number' ? `${side.toLocaleString('en', { maximumFractionDigits: side < 100 ? 1 : 0 })}${unit ? ` ${unit}` : ''}` : side);
  const goalText = goal === null ? '-' : 'least' in goal ? `≥ ${goal.least}` : `≤ ${goal.most}`;
  return [name, value(ours), value(bare), ratio.toFixed(2), goalText, met(ratio, goal)];
}

function met(ratio, goal) {
  if (goal === null) return '-';
  return ('least' in goal ? ratio >= goal.least : ratio <= goal.most) ? 'yes' : 'no';
}
