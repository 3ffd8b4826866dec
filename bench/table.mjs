import { quantile } from './rounds.mjs';

/**
 * Whether the result is within its goal; without a goal every result is.
 * @param {import('./rounds.mjs').Result} result
 */
export function isWithinGoal({ subject, ratios }) {
  return subject.goal === null || quantile(ratios, 0.5) <= subject.goal;
}

/**
 * The results as the lines of a table.
 * @param {import('./rounds.mjs').Result[]} results
 */
export function renderTable(results) {
  const compared = results.filter(({ subject }) => !subject.isBase);
  const rows = [['case', 'time', 'median', 'quartiles', 'goal', ''], ...compared.map(toRow)];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map(alignTo(widths)).join('  ').trimEnd()).join('\n');
}

function toRow(result) {
  const { subject, ratios } = result;
  const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(ratios, part).toFixed(2));
  const { name, unit, goal } = subject;
  if (goal === null) return [name, unit, median, `${low}-${high}`, '-', ''];
  const verdict = isWithinGoal(result) ? 'ok' : 'OVER';
  return [name, unit, median, `${low}-${high}`, goal.toFixed(2), verdict];
}

// Words to the left, numbers to the right.
function alignTo(widths) {
  const isNumber = [false, false, true, true, true, false];
  return (text, column) => (isNumber[column] ? text.padStart(widths[column]) : text.padEnd(widths[column]));
}

/**
 * What was measured, where, and how long the bases took.
 * @param {import('./rounds.mjs').Result[]} results
 * @param {{ node: string, cpu: string, rounds: number }} facts
 */
export function renderHeading(results, { node, cpu, rounds }) {
  const bases = results.filter(({ subject }) => subject.isBase);
  const took = bases.map(({ subject, times }) => `${quantile(times, 0.5).toFixed(1)} ms ${subject.unit}`);
  return [
    `Node ${node}, ${cpu}, ${rounds} rounds.`,
    `Ratios to \`node -e 0\` of the same round, which took ${took.join(', ')}.`,
  ].join('\n');
}
