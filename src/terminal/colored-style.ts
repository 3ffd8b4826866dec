import { Chalk, type ChalkInstance } from 'chalk';
import { withCodes } from '../text/sanitize.ts';
import type { Style } from './style.ts';

// Bold and the terminal's own foreground carry the text, so that both dark and light backgrounds
// stay readable; yellow and bright colours vanish on white and are left out.
/** The style of a stream with colour; chalk's own guess at the terminal is not asked. Its codes are signed: `text/harmless.ts`. */
export function coloredStyle(): Style {
  const chalk = new Chalk({ level: 1 });
  return {
    heading: painted(chalk.bold.underline),
    strong: painted(chalk.bold),
    // Swapped foreground and background have full contrast in every theme; white on red has not.
    alarm: painted(chalk.bold.inverse),
    alarmFrame: painted(chalk.bold.red),
    caution: painted(chalk.bold.magenta),
    quiet: painted(chalk.dim),
    // Bold makes cyan bright in many terminals: 1.25 to 1 on the white of xterm.
    key: painted(chalk.bold),
  };
}

// Chalk paints all its arguments: `lines.map(chalk.bold)` would print the index, too.
function painted(paint: ChalkInstance): (text: string) => string {
  return (text) => withCodes(text, (plain) => paint(plain));
}
