import { Chalk, type ChalkInstance } from 'chalk';
import { withCodes } from '../text/sanitize.ts';
import type { Style } from './style.ts';

// Most styles are bold in the terminal's own foreground colour, which is readable on dark and light backgrounds. Yellow
// and bright colours are not used, as they vanish on white.
/** The style of a stream with colour, which chalk isn't asked to detect. Its codes are signed: see `text/sanitize.ts`. */
export function coloredStyle(): Style {
  const chalk = new Chalk({ level: 1 });
  return {
    heading: painted(chalk.bold.underline),
    strong: painted(chalk.bold),
    // Swapped foreground and background have full contrast in every theme; white on red doesn't.
    alarm: painted(chalk.bold.inverse),
    alarmFrame: painted(chalk.bold.red),
    caution: painted(chalk.bold.magenta),
    quiet: painted(chalk.dim),
    // Bold makes cyan bright in many terminals: 1.25 to 1 on the white of xterm.
    key: painted(chalk.bold),
  };
}

// Chalk paints all its arguments: `lines.map(chalk.bold)` would print the index as well.
function painted(paint: ChalkInstance): (text: string) => string {
  return (text) => withCodes(text, (plain) => paint(plain));
}
