import { describe, expect, it } from 'vitest';
import { notification } from '../../src/terminal/notification.ts';

const ESC = '\u001B';
const BEL = '\u0007';
const KITTY = `${ESC}]99;i=unspasm:d=0;Ice${ESC}\\${ESC}]99;i=unspasm:p=body;Take it off${ESC}\\`;
const NINE = `${ESC}]9;Ice: Take it off${ESC}\\`;
const NOTIFY = `${ESC}]777;notify;Ice;Take it off${ESC}\\`;

const notify = (env: Record<string, string>, title = 'Ice', body = 'Take it off') => notification(env, title, body);

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
  ])('with %j is its own sequence, and a bell', (env, sequence) => {
    expect(notify(env)).toBe(sequence + BEL);
  });

  it.each<[Record<string, string>, string]>([
    [{ TERM_PROGRAM: 'WezTerm', KITTY_WINDOW_ID: '1', VTE_VERSION: '7600' }, NINE],
    [{ TERM: 'foot', KONSOLE_VERSION: '230805', KITTY_WINDOW_ID: '1' }, NOTIFY],
    [{ TERM: 'xterm-kitty', TERM_PROGRAM: 'iTerm.app' }, KITTY],
  ])('with %j goes by the terminal itself, not by the one it was started from', (env, sequence) => {
    expect(notify(env)).toBe(sequence + BEL);
  });

  it('passes through tmux, with the bell outside', () => {
    const wrapped = `${ESC}Ptmux;${ESC}${ESC}]777;notify;Ice;Take it off${ESC}${ESC}\\${ESC}\\${BEL}`;
    expect(notify({ TERM: 'tmux-256color', TMUX: '/tmp/tmux,1,0', VTE_VERSION: '7600' })).toBe(wrapped);
  });

  it.each<[string, Record<string, string>]>([
    ['tmux in an unknown terminal', { TMUX: '/tmp/tmux,1,0' }],
    ['screen', { STY: '1.pts', VTE_VERSION: '7600' }],
  ])('is the bell alone in %s', (_, env) => {
    expect(notify(env)).toBe(BEL);
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
      expect(bytes.replaceAll(`${ESC}]`, '').replaceAll(`${ESC}\\`, '').slice(0, -1)).not.toMatch(/\p{Cc}/u);
      expect(bytes.split(`${ESC}\\`)).toHaveLength(env.TERM === 'xterm-kitty' ? 3 : 2);
    },
  );

  it('has no semicolons where they part the fields', () => {
    expect(notify({ TERM: 'foot' }, 'a;b', 'c;d;e')).toBe(`${ESC}]777;notify;a,b;c,d,e${ESC}\\${BEL}`);
  });

  it.each([
    ['4;1', '4,1: Take it off'],
    ['\u00004;1;5', '4,1;5: Take it off'],
    ['', 'Take it off'],
  ])('is no other command: "%s"', (title, text) => {
    expect(notify({ TERM_PROGRAM: 'iTerm.app' }, title)).toBe(`${ESC}]9;${text}${ESC}\\${BEL}`);
  });
});
