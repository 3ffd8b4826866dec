import type { TmuxClient } from '../terminal/notification.ts';
import { type Environment, findProgram, runBriefly } from './programs.ts';

// Separated by tabs: whether a pane may pass codes on, and the name and the version of the terminal that tmux is shown in.
const ASKED = '#{allow-passthrough}\t#{client_termname}\t#{client_termtype}';

/** Asks the tmux that we run in about the terminal that it is shown in. @returns nothing if it doesn't answer */
export async function askTmux(env: Environment): Promise<TmuxClient | undefined> {
  const program = findProgram(['tmux'], env);
  const pane = env['TMUX_PANE'];
  if (program === undefined || pane === undefined) return undefined;
  let answer = '';
  const output = (line: string) => (answer = line);
  const worked = await runBriefly({ program, args: ['display-message', '-p', '-t', pane, ASKED], env, output });
  const [passthrough = '', term = '', version = ''] = answer.split('\t');
  // Versions before 3.3 have no such option, and always pass codes on.
  return worked ? { passesCodes: passthrough !== '0' && passthrough !== 'off', term, version } : undefined;
}
