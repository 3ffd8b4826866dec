import { oneLine } from '../text/sanitize.ts';
import { notificationCode, type NotificationProtocol, throughTmux } from './escapes.ts';
import type { Environment } from '../system/programs.ts';

/** Terminals that support number 9, by their TERM_PROGRAM. */
const NAMED: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'ghostty']);

/** What tmux knows about the terminal that it is shown in. */
export interface TmuxClient {
  /** Whether it passes codes on that are meant for the terminal. */
  readonly passesCodes: boolean;
  /** The TERM of the terminal; empty if there is none at the moment. */
  readonly term: string;
  /** What the terminal calls itself, such as "WezTerm 20240203"; empty if it doesn't say. */
  readonly version: string;
}

/**
 * The codes that make the terminal show a notification; empty if it isn't known to show any. They also reach the user
 * over ssh.
 * @param tmux what tmux says about its terminal, if we run in tmux and it answers
 */
export function notification(env: Environment, title: string, body: string, tmux?: TmuxClient): string {
  if (env['TERM'] === 'dumb') return '';
  const isWithin = isInTmux(env);
  if (isWithin && !tmux?.passesCodes) return '';
  const protocol = (isWithin && tmux && protocolWithin(tmux)) || protocolOf(env);
  const code = protocol === undefined ? '' : notificationCode(protocol, oneLine(title), oneLine(body));
  return isWithin ? throughTmux(code) : code;
}

/**
 * Whether we run in tmux. A terminal that was opened from a shell within tmux inherits TMUX; its own TERM says what it
 * is.
 */
export function isInTmux(env: Environment): boolean {
  return Boolean(env['TMUX']) && /^(?:tmux|screen)/.test(env['TERM'] ?? '');
}

function protocolWithin({ term, version }: TmuxClient): NotificationProtocol | undefined {
  if (/^(?:iTerm2|WezTerm|ghostty)\b/.test(version) || term === 'xterm-ghostty') return 9;
  return protocolOfTerm(term);
}

// What the terminal says about itself counts more than variables, which it may have inherited from another terminal.
function protocolOf(env: Environment): NotificationProtocol | undefined {
  // GNU screen lets no such code through.
  if (env['STY']) return undefined;
  const own = protocolOfTerm(env['TERM'] ?? '');
  if (own !== undefined) return own;
  if (NAMED.has(env['TERM_PROGRAM'] ?? '')) return 9;
  if (env['KITTY_WINDOW_ID']) return 99;
  return env['KONSOLE_VERSION'] || env['VTE_VERSION'] ? 777 : undefined;
}

function protocolOfTerm(term: string): NotificationProtocol | undefined {
  if (term === 'xterm-kitty') return 99;
  return term.startsWith('foot') || term.startsWith('rxvt') ? 777 : undefined;
}
