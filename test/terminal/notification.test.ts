import { describe, expect, it } from 'vitest';
import { notification, type TmuxClient } from '../../src/terminal/notification.ts';

const ESC = '\u001B';
const BEL = '\u0007';
const KITTY = `${ESC}]99;i=unspasm:d=0;Ice${ESC}\\${ESC}]99;i=unspasm:p=body;Take it off${ESC}\\`;
const NINE = `${ESC}]9;Ice: Take it off${ESC}\\`;
const NOTIFY = `${ESC}]777;notify;Ice;Take it off${ESC}\\`;

const notify = (env: Record<string, string>, title = 'Ice', body = 'Take it off') => notification(env, title, body);

const client = (term: string, version = ''): TmuxClient => ({ passesCodes: true, term, version });

/** The codes as tmux passes them on. */
const wrapped = (codes: string) => `${ESC}Ptmux;${codes.replaceAll(ESC, ESC + ESC)}${ESC}\\`;

describe('a notification', () => {
  it.each<[Record<string, string>, string]>([
    [{ TERM: 'xterm-kitty' }, KITTY],
    [{ TERM: 'xterm-256color', KITTY_WINDOW_ID: '1' }, KITTY],
    [{ TERM_PROGRAM: 'iTerm.app' }, NINE],
    [{ TERM_PROGRAM: 'WezTerm' }, NINE],
    [{ TERM_PROGRAM: 'ghostty', TERM: 'xterm-ghostty' }, NINE],
    [{ TERM: 'foot' }, NOTIFY],
    [{ TERM: 'foot-extra' }, NOTIFY],
    [{ TERM: 'rxvt-unicode-256color' }, NOTIFY],
    [{ KONSOLE_VERSION: '230805' }, NOTIFY],
    [{ VTE_VERSION: '7600' }, NOTIFY],
    [{ TERM: 'xterm-256color' }, ''],
    [{ TERM_PROGRAM: 'vscode' }, ''],
    [{}, ''],
  ])('with %j is its own sequence', (env, sequence) => {
    expect(notify(env)).toBe(sequence);
  });

  it.each<[Record<string, string>, string]>([
    [{ TERM_PROGRAM: 'WezTerm', KITTY_WINDOW_ID: '1', VTE_VERSION: '7600' }, NINE],
    [{ TERM: 'foot', KONSOLE_VERSION: '230805', KITTY_WINDOW_ID: '1' }, NOTIFY],
    [{ TERM: 'xterm-kitty', TERM_PROGRAM: 'iTerm.app' }, KITTY],
  ])('with %j goes by the terminal itself, not by the one it was started from', (env, sequence) => {
    expect(notify(env)).toBe(sequence);
  });

  const IN_TMUX = { TERM: 'tmux-256color', TERM_PROGRAM: 'tmux', TMUX: '/tmp/tmux,1,0', TMUX_PANE: '%0' };

  it.each<[string, TmuxClient, Record<string, string>, string]>([
    ['names itself kitty', client('xterm-kitty'), {}, KITTY],
    ['names itself foot', client('foot'), {}, NOTIFY],
    ['calls itself iTerm2', client('xterm-256color', 'iTerm2 3.5.2'), {}, NINE],
    ['calls itself WezTerm', client('xterm-256color', 'WezTerm 20240203'), {}, NINE],
    ['calls itself Ghostty', client('xterm-256color', 'ghostty 1.2.0'), {}, NINE],
    ['names itself Ghostty', client('xterm-ghostty'), {}, NINE],
    ['is known by the environment alone', client('xterm-256color'), { VTE_VERSION: '7600' }, NOTIFY],
    ['isn’t that of the environment any more', client('xterm-kitty'), { VTE_VERSION: '7600' }, KITTY],
  ])('passes through tmux to the terminal that %s', (_, tmux, env, codes) => {
    expect(notification({ ...IN_TMUX, ...env }, 'Ice', 'Take it off', tmux)).toBe(wrapped(codes));
  });

  it.each<[string, Record<string, string>, TmuxClient | undefined]>([
    ['tmux that passes no codes on', { VTE_VERSION: '7600' }, { ...client('xterm-kitty'), passesCodes: false }],
    ['tmux that doesn’t answer', { VTE_VERSION: '7600' }, undefined],
    ['tmux in an unknown terminal', {}, client('xterm-256color')],
    ['screen', { TMUX: '', STY: '1.pts', VTE_VERSION: '7600' }, undefined],
  ])('is nothing in %s', (_, env, tmux) => {
    expect(notification({ ...IN_TMUX, ...env }, 'Ice', 'Take it off', tmux)).toBe('');
  });

  it('is wrapped for no terminal that was only opened from a shell within tmux', () => {
    expect(notify({ ...IN_TMUX, TERM: 'xterm-kitty', TERM_PROGRAM: '' })).toBe(KITTY);
    expect(notify({ ...IN_TMUX, TERM: 'xterm-256color', KONSOLE_VERSION: '230805' })).toBe(NOTIFY);
  });

  it('is nothing for a dumb terminal', () => {
    expect(notify({ TERM: 'dumb', VTE_VERSION: '7600' })).toBe('');
  });
});

describe('the text of a notification', () => {
  it.each([{ TERM: 'foot' }, { TERM: 'xterm-kitty' }, { TERM_PROGRAM: 'ghostty' }])(
    'can neither end the sequence nor begin another, with %j',
    (env) => {
      const bytes = notify(env, `I${ESC}\\ce`, `Off${BEL} now\u009C\r\n${ESC}]0;x\u007F`);
      expect(bytes).toContain('I \\ce');
      expect(bytes.replaceAll(`${ESC}]`, '').replaceAll(`${ESC}\\`, '')).not.toMatch(/\p{Cc}/u);
      expect(bytes.split(`${ESC}\\`)).toHaveLength(env.TERM === 'xterm-kitty' ? 3 : 2);
    },
  );

  it('has no semicolons where they part the fields', () => {
    expect(notify({ TERM: 'foot' }, 'a;b', 'c;d;e')).toBe(`${ESC}]777;notify;a,b;c,d,e${ESC}\\`);
  });

  it.each([
    ['4;1', '4,1: Take it off'],
    ['\u00004;1;5', '4,1;5: Take it off'],
    ['', 'Take it off'],
  ])('is no other command: "%s"', (title, text) => {
    expect(notify({ TERM_PROGRAM: 'iTerm.app' }, title)).toBe(`${ESC}]9;${text}${ESC}\\`);
  });
});
