import { sanitize } from '../text/sanitize.ts';
import { BELL } from './escapes.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The number of the control sequence by which a terminal is asked for a notification. */
type Protocol = 9 | 99 | 777;

const ESC = '\u001B';
const OSC = `${ESC}]`;
const ST = `${ESC}\\`;

/** They know number 9, and name themselves in TERM_PROGRAM. */
const NAMED: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'ghostty']);

/**
 * The bytes that make the terminal show a notification of its own, if it is known to have any, and
 * ring its bell. They reach the user over ssh, too.
 */
export function notification(env: Environment, title: string, body: string): string {
  if (env['TERM'] === 'dumb') return '';
  const protocol = protocolOf(env);
  const sequence = protocol === undefined ? '' : sequenceFor(protocol, plain(title), plain(body));
  // The bell stays outside: tmux marks the window that rang it.
  return (isInTmux(env) ? throughTmux(sequence) : sequence) + BELL;
}

// What the terminal says about itself goes before variables that it may have inherited, as it was
// started from within another one.
function protocolOf(env: Environment): Protocol | undefined {
  // GNU screen has no way through.
  if (env['STY']) return undefined;
  const term = env['TERM'] ?? '';
  if (term === 'xterm-kitty') return 99;
  if (term.startsWith('foot') || term.startsWith('rxvt')) return 777;
  if (NAMED.has(env['TERM_PROGRAM'] ?? '')) return 9;
  if (env['KITTY_WINDOW_ID']) return 99;
  return env['KONSOLE_VERSION'] || env['VTE_VERSION'] ? 777 : undefined;
}

function sequenceFor(protocol: Protocol, title: string, body: string): string {
  if (protocol === 9) return `${OSC}9;${withoutNumber([title, body].filter(Boolean).join(': '))}${ST}`;
  if (protocol === 777) return `${OSC}777;notify;${withoutSemicolons(title)};${withoutSemicolons(body)}${ST}`;
  // The body goes with the title by its id, and the next notification takes the place of this one.
  return `${OSC}99;i=unspasm:d=0;${title}${ST}${OSC}99;i=unspasm:p=body;${body}${ST}`;
}

function plain(text: string): string {
  return sanitize(text).replace(/\s+/g, ' ').trim();
}

function withoutSemicolons(text: string): string {
  return text.replaceAll(';', ',');
}

// A number and a semicolon are another command: 4 sets a progress bar.
function withoutNumber(text: string): string {
  return text.replace(/^(\d+);/, '$1,');
}

// A terminal that was opened from a shell within tmux inherits TMUX; its own TERM says what it is.
function isInTmux(env: Environment): boolean {
  return Boolean(env['TMUX']) && /^(?:tmux|screen)/.test(env['TERM'] ?? '');
}

function throughTmux(sequence: string): string {
  return sequence && `${ESC}Ptmux;${sequence.replaceAll(ESC, ESC + ESC)}${ST}`;
}
