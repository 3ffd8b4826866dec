import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {string[]} args what the program is given
 * @property {string} [stdin] what it reads; without it, nothing
 * @property {string} [waitFor] start it in a terminal and take the time until this text is there
 * @property {boolean} [ready] what sessions ask only once was answered
 * @property {number} [entries] how many entries are in the journal that it finds
 * @property {number} [apartMinutes] how far apart these lie; 13 by default
 * @property {string} [comparedTo] another case, to be the base of the ratio
 * @property {number | null} goal the highest good ratio to an empty Node process; null: none yet
 */

// A complete set of answers, so that the whole of a triage runs and nothing is asked.
const answers = fileURLToPath(new URL('answers.json', import.meta.url));

/**
 * What people wait for. All goals are ratios to what is measured in the same round,
 * so a slower or busier machine misses none of them. Why some are missed is in BENCHMARKS.md.
 * @type {Case[]}
 */
export const cases = [
  { name: '--version', args: ['--version'], goal: 1.05 },
  { name: '--help', args: ['--help'], goal: 1.05 },
  { name: 'triage --help', args: ['triage', '--help'], goal: 1.05 },
  { name: 'help exit-codes', args: ['help', 'exit-codes'], goal: 1.05 },
  { name: 'guide --help', args: ['guide', '--help'], goal: 1.05 },
  { name: 'faq QUESTION', args: ['faq', 'should I use a cold pack'], goal: 1.5 },
  { name: 'triage --answers FILE', args: ['triage', '--answers', answers], goal: 1.4 },
  { name: 'triage --questions --json', args: ['triage', '--questions', '--json'], goal: 1.4 },
  { name: 'guide', args: ['guide'], goal: null },
  { name: 'log 6', args: ['log', '6'], entries: 0, goal: 1.2 },
  { name: 'log 6 note', args: ['log', '6', 'a note'], entries: 0, goal: 1.4 },
  ...[1000, 10_000, 100_000].map((entries) => ({
    name: `log 6, at ${entries.toLocaleString('en').replace(',', ' ')}`,
    args: ['log', '6'],
    entries,
    goal: 1.2,
  })),
  {
    name: 'log 6 note, at 100 000 (to none)',
    args: ['log', '6', 'a note'],
    entries: 100_000,
    comparedTo: 'log 6 note',
    goal: 1.1,
  },
  { name: 'log list, at 100 000', args: ['log', 'list'], entries: 100_000, goal: 1.5 },
  { name: 'today, at 1 000', args: ['today'], entries: 1000, goal: 1.5 },
  { name: 'log calendar, at 100 000', args: ['log', 'calendar'], entries: 100_000, goal: 1.5 },
  {
    name: 'all of 100 000 read',
    args: ['log', 'list', '--search', 'zzz'],
    entries: 100_000,
    goal: 40,
  },
  {
    name: 'log stats, over 36 000',
    args: ['log', 'stats', '--from', '2024-01-01', '--to', '2024-12-31'],
    entries: 36_000,
    goal: 20,
  },
  {
    name: 'report, 365 days',
    args: ['report', '--from', '2024-01-01', '--to', '2024-12-30', '--output', '-'],
    entries: 730,
    apartMinutes: 720,
    goal: 1.9,
  },
  { name: 'triage, first question', args: ['triage'], waitFor: 'none of these', goal: 1.3 },
  { name: 'ice, first frame', args: ['ice'], waitFor: 'start now', ready: true, goal: 1.3 },
  { name: 'stretch, first frame', args: ['stretch'], waitFor: 'start now', ready: true, goal: 1.3 },
  { name: 'stretch NAME --print', args: ['stretch', 'cat-cow', '--print'], goal: 1.5 },
  { name: 'status', args: ['status'], goal: 1.2 },
];
