import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {string[]} args what the program is given
 * @property {string} [stdin] what it reads; without it, nothing
 * @property {string} [waitFor] start it in a terminal and take the time until this text is there
 * @property {number | null} goal the highest good ratio to an empty Node process; null: none yet
 */

// A complete set of answers, so that the whole of a triage runs and nothing is asked.
const answers = fileURLToPath(new URL('answers.json', import.meta.url));

/**
 * The starts that people wait for. The goals leave room for a noisy machine:
 * they are there to catch a dependency that slips into a start, which costs
 * far more than the noise.
 * @type {Case[]}
 */
export const cases = [
  { name: '--version', args: ['--version'], goal: 1.15 },
  { name: '--help', args: ['--help'], goal: 1.15 },
  { name: 'triage --help', args: ['triage', '--help'], goal: 1.15 },
  { name: 'help exit-codes', args: ['help', 'exit-codes'], goal: 1.15 },
  { name: 'guide --help', args: ['guide', '--help'], goal: 1.15 },
  { name: 'triage --answers FILE', args: ['triage', '--answers', answers], goal: 1.8 },
  { name: 'triage --questions --json', args: ['triage', '--questions', '--json'], goal: 1.8 },
  { name: 'guide', args: ['guide'], goal: null },
  { name: 'triage, first question', args: ['triage'], waitFor: 'none of these', goal: 2.2 },
];
