import { describe, expect, it } from 'vitest';
import {
  canAnswer,
  decideCapabilities,
  mayAsk,
  type StreamFacts,
  type TerminalFlags,
} from '../../src/terminal/capabilities.ts';

const TERMINAL: StreamFacts = { stdin: true, stdout: true, stderr: true, columns: 100, rows: 30 };
const PIPED: StreamFacts = { stdin: true, stdout: false, stderr: true };
const decide = (env: Record<string, string>, flags: TerminalFlags = {}, streams = TERMINAL, platform = 'linux') =>
  decideCapabilities({ LANG: 'en_US.UTF-8', TERM: 'xterm-256color', ...env }, flags, streams, platform);

describe('colour', () => {
  it.each<[Record<string, string>, TerminalFlags, StreamFacts, boolean]>([
    [{}, {}, TERMINAL, true],
    [{}, {}, PIPED, false],
    [{ NO_COLOR: '1' }, {}, TERMINAL, false],
    [{ NO_COLOR: '' }, {}, TERMINAL, true],
    [{ FORCE_COLOR: '1' }, {}, PIPED, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, {}, PIPED, true],
    [{ FORCE_COLOR: '0' }, {}, TERMINAL, false],
    [{ FORCE_COLOR: '' }, {}, PIPED, false],
    [{ FORCE_COLOR: '', NO_COLOR: '1' }, {}, TERMINAL, false],
    [{ CLICOLOR_FORCE: '1' }, {}, PIPED, true],
    [{ CLICOLOR_FORCE: '1', NO_COLOR: '1' }, {}, PIPED, false],
    [{ CLICOLOR: '0' }, {}, TERMINAL, false],
    [{ FORCE_COLOR: '1' }, { color: false }, TERMINAL, false],
    [{ NO_COLOR: '1' }, { color: true }, PIPED, true],
    [{ TERM: 'dumb' }, { color: true }, TERMINAL, false],
    [{ ACCESSIBLE: '1' }, {}, TERMINAL, false],
    [{ CI: 'true' }, {}, TERMINAL, true],
  ])('with %j, %j, %j: %s', (env, flags, streams, color) => {
    expect(decide(env, flags, streams).color.output).toBe(color);
  });

  it('of the prompts is decided by the stream that shows them', () => {
    expect(decide({}, {}, PIPED).color).toEqual({ output: false, prompts: true });
  });
});

describe('the way of asking', () => {
  it.each<[Record<string, string>, TerminalFlags, StreamFacts, string]>([
    [{}, {}, TERMINAL, 'screens'],
    [{}, {}, PIPED, 'screens'],
    [{ CI: 'true' }, {}, TERMINAL, 'screens'],
    [{ ACCESSIBLE: '1' }, {}, TERMINAL, 'lines'],
    [{ ACCESSIBLE: '0' }, {}, TERMINAL, 'screens'],
    [{ UNSPASM_ACCESSIBLE: 'yes' }, {}, TERMINAL, 'lines'],
    [{}, { accessible: true }, TERMINAL, 'lines'],
    [{ TERM: 'dumb' }, {}, TERMINAL, 'lines'],
    [{}, {}, { ...TERMINAL, stdin: false }, 'lines'],
    [{}, {}, { ...PIPED, stderr: false }, 'lines'],
    [{}, { input: false }, TERMINAL, 'refuse'],
    [{ UNSPASM_NO_INPUT: '1' }, {}, TERMINAL, 'refuse'],
  ])('with %j, %j, %j: %s', (env, flags, streams, mode) => {
    expect(decide(env, flags, streams).prompts).toBe(mode);
  });

  it('keeps standard output free for a document', () => {
    expect(decide({}, { json: true }).promptsOnError).toBe(true);
    expect(decide({}, {}, PIPED).promptsOnError).toBe(true);
    expect(decide({}).promptsOnError).toBe(false);
  });
});

describe('somebody', () => {
  const DUMB = { TERM: 'dumb' };

  it.each<[Record<string, string>, TerminalFlags, StreamFacts, boolean, boolean]>([
    [{}, {}, TERMINAL, true, true],
    [DUMB, {}, TERMINAL, true, true],
    [{}, {}, PIPED, false, true],
    [{}, {}, { ...TERMINAL, stdin: false }, false, false],
    [DUMB, { input: false }, TERMINAL, false, false],
    // Nothing is asked; but a session that is drawn is still led by keys.
    [{}, { input: false }, TERMINAL, false, true],
  ])('with %j, %j, %j can be asked before a session: %s, and answers within it: %s', (env, flags, streams, ...is) => {
    const capabilities = decide(env, flags, streams);
    expect([mayAsk(capabilities), canAnswer(capabilities)]).toEqual(is);
  });
});

describe('letters', () => {
  it.each([
    [{}, 'linux', true],
    [{ LANG: 'C' }, 'linux', false],
    [{ LANG: '' }, 'linux', false],
    [{ LANG: '' }, 'darwin', true],
    [{ LC_ALL: 'C' }, 'linux', false],
    [{ TERM: 'linux' }, 'linux', false],
    [{}, 'win32', false],
    [{ WT_SESSION: 'x' }, 'win32', true],
  ])('with %j on %s are more than ASCII: %s', (env, platform, unicode) => {
    expect(decide(env as Record<string, string>, {}, TERMINAL, platform).unicode).toBe(unicode);
  });

  it('stay, but marks and frames go, for a screen reader', () => {
    expect(decide({ ACCESSIBLE: '1' })).toMatchObject({ unicode: true, glyphs: false, accessible: true });
  });

  it('are ASCII with --ascii', () => {
    expect(decide({}, { ascii: true })).toMatchObject({ unicode: false, glyphs: false });
  });
});

describe('the size', () => {
  it('is that of the window, else of the environment, else 80 by 24', () => {
    expect(decide({})).toMatchObject({ columns: 100, rows: 30 });
    expect(decide({ COLUMNS: '60', LINES: '20' }, {}, PIPED)).toMatchObject({ columns: 60, rows: 20 });
    expect(decide({ COLUMNS: 'wide' }, {}, PIPED)).toMatchObject({ columns: 80, rows: 24 });
  });
});

describe('what figures are made of', () => {
  it.each<[Record<string, string>, boolean, boolean]>([
    [{ TERM: 'xterm-256color' }, true, false],
    [{ TERM: 'xterm-kitty' }, true, true],
    [{ TERM: 'foot' }, true, true],
    [{ TERM: 'tmux-256color', VTE_VERSION: '7006' }, true, true],
    [{ TERM: 'xterm-256color', TERM_PROGRAM: 'vscode' }, true, true],
    [{ TERM: 'linux' }, true, false],
    [{ TERM: 'linux', LANG: 'C' }, false, false],
    [{ TERM: 'xterm-kitty', LANG: 'C' }, false, false],
    [{ TERM: 'xterm-kitty', ACCESSIBLE: '1' }, false, false],
  ])('with %j', (env, blocks, dots) => {
    expect(decide({ LANG: 'en_GB.UTF-8', ...env })).toMatchObject({ blocks, dots });
  });

  it('is ASCII where that is asked for', () => {
    expect(decide({ LANG: 'C.UTF-8', TERM: 'linux' }, { ascii: true })).toMatchObject({ blocks: false });
  });
});
