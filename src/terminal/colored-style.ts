import { Chalk } from 'chalk';
import type { Style } from './style.ts';

// Bold and the terminal's own foreground carry the text, so that both dark and light backgrounds
// stay readable; yellow and bright colours vanish on white and are left out.
/** The style of a stream with colour; chalk's own guess at the terminal is not asked. */
export function coloredStyle(): Style {
  const chalk = new Chalk({ level: 1 });
  return {
    heading: chalk.bold.underline,
    strong: chalk.bold,
    alarm: chalk.bold.white.bgRed,
    caution: chalk.bold.magenta,
    good: chalk.green,
    quiet: chalk.dim,
    key: chalk.bold.cyan,
  };
}
