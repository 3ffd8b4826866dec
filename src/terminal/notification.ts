import { sanitize } from '../text/sanitize.ts';
import { BELL, notificationCode, type NotificationProtocol, throughTmux } from './escapes.ts';
import type { Environment } from '../system/programs.ts';

/** Terminals that support number 9, by their TERM_PROGRAM. */
const NAMED: ReadonlySet<string> = new Set(['iTerm.app', 'WezTerm', 'ghostty']);

/**
 * The codes that make the terminal show a notification, if it is known to support them, and ring its bell. They also
 * reach the user over ssh.
 */
export function notification(env: Environment, title: string, body: string): string {
  if (env['TERM'] === 'dumb') return '';
  const protocol = protocolOf(env);
  const sequence = protocol === undefined ? '' : notificationCode(protocol, plain(title), plain(body));
  // The bell stays outside: tmux marks the window that rang it.
  return (isInTmux(env) ? throughTmux(sequence) : sequence) + BELL;
}

// What the terminal says about itself counts more than variables, which it may have inherited from another terminal.
function protocolOf(env: Environment): NotificationProtocol | undefined {
  // GNU screen lets no such code through.
  if (env['STY']) return undefined;
  const term = env['TERM'] ?? '';
  if (term === 'xterm-kitty') return 99;
  if (term.startsWith('foot') || term.startsWith('rxvt')) return 777;
  if (NAMED.has(env['TERM_PROGRAM'] ?? '')) return 9;
  if (env['KITTY_WINDOW_ID']) return 99;
  return env['KONSOLE_VERSION'] || env['VTE_VERSION'] ? 777 : undefined;
}

function plain(text: string): string {
  return sanitize(text).replace(/\s+/g, ' ').trim();
}

// A terminal that was opened from a shell within tmux inherits TMUX; its own TERM says what it is.
function isInTmux(env: Environment): boolean {
  return Boolean(env['TMUX']) && /^(?:tmux|screen)/.test(env['TERM'] ?? '');
}
