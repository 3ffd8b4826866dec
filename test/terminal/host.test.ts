import { describe, expect, it } from 'vitest';
import { terminalHost } from '../../src/terminal/host.ts';

const QUIET = [
  'xterm-256color',
  'xterm-kitty',
  'tmux-256color',
  'screen',
  'rxvt-unicode-256color',
  'foot',
  'alacritty',
];
/** They print what they don't understand, or nobody has looked. */
const LOUD = ['linux', 'dumb', 'vt100', 'eterm-color', 'sun', ''];

describe('the modes of a terminal', () => {
  it.each(QUIET)('are saved before they are set, and restored: %s', (term) => {
    const { takeModes, giveBackModes } = terminalHost({ TERM: term }, 'linux');
    expect(takeModes.indexOf('1004;1005;1006;1015;1016;2004s')).toBeLessThan(takeModes.indexOf('2004h'));
    expect(takeModes).toContain('\u001B[>0u');
    expect(giveBackModes).toBe('\u001B[<u\u001B[?2004l\u001B[?1000;1002;1003;1004;1005;1006;1015;1016;2004r');
  });

  it.each(LOUD)('are left alone where a code might be printed: "%s"', (term) => {
    expect(terminalHost({ TERM: term }, 'linux')).toMatchObject({ takeModes: '', giveBackModes: '' });
  });

  it('are left alone in a Windows console, and set in Windows Terminal', () => {
    expect(terminalHost({}, 'win32').takeModes).toBe('');
    expect(terminalHost({ WT_SESSION: 'x' }, 'win32').takeModes).not.toBe('');
  });
});
