import { Chalk, type ChalkInstance } from 'chalk';
import { withCodes } from '../text/sanitize.ts';
import type { Style } from './style.ts';

// Text is in the terminal's own colours, as no other has a contrast of 4.5 to 1 on every background: magenta comes to
// 3.6 in VS Code, dim text to 3.6, bright cyan to 1.25 on white. A frame is decoration, and may be red or magenta.
/** The style of a stream with colour, which chalk isn't asked to detect. Its codes are signed: see `text/sanitize.ts`. */
export function coloredStyle(): Style {
  const chalk = new Chalk({ level: 1 });
  return {
    heading: painted(chalk.bold.underline),
    strong: painted(chalk.bold),
    // Swapped foreground and background have full contrast in every theme; white on red doesn't.
    alarm: painted(chalk.bold.inverse),
    alarmFrame: painted(chalk.bold.red),
    caution: painted(chalk.bold),
    accent: painted(chalk.magenta),
    key: painted(chalk.bold),
  };
}

// Chalk paints all its arguments: `lines.map(chalk.bold)` would print the index as well.
function painted(paint: ChalkInstance): (text: string) => string {
  return (text) => withCodes(text, (plain) => paint(plain));
}
