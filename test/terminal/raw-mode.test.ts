import { EventEmitter } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { endProcess } from '../../src/terminal/exit-signals.ts';
import { terminalHost } from '../../src/terminal/host.ts';
import { enterRawMode } from '../../src/terminal/raw-mode.ts';

const folder = mkdtempSync(join(tmpdir(), 'unspasm-raw-'));
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** A keyboard that remembers in which mode it is. */
function keyboard() {
  const stdin = Object.assign(new EventEmitter(), {
    isRaw: false,
    setRawMode: (on: boolean) => (stdin.isRaw = on),
    pause: () => {},
    resume: () => {},
  });
  return stdin as unknown as NodeJS.ReadStream & { isRaw: boolean };
}

describe('Ctrl-Z on Windows, which stops no program', () => {
  it('goes on at once, with the terminal as it was', () => {
    const screen = join(folder, 'screen');
    const stdin = keyboard();
    const host = terminalHost({}, 'win32');
    const raw = enterRawMode(stdin, { host, descriptor: openSync(screen, 'w'), color: false });
    const before = readFileSync(screen, 'utf8');
    let resumed = 0;
    raw.suspend(() => (resumed += 1));
    expect({ resumed, isRaw: stdin.isRaw, screen: readFileSync(screen, 'utf8') }).toEqual({
      resumed: 1,
      isRaw: true,
      screen: before,
    });
    raw.restore();
    expect(stdin.isRaw).toBe(false);
  });
});

/** What a program does that a signal ends. */
function endOn(platform: NodeJS.Platform, signal: NodeJS.Signals): unknown[] {
  const done: unknown[] = [];
  const kill = (...args: unknown[]): true => {
    done.push(['kill', ...args]);
    return true;
  };
  endProcess(signal, { platform, pid: 7, kill, exit: (code) => done.push(['exit', code]) });
  return done;
}

describe('the end by a signal', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGHUP', 129],
    ['SIGTERM', 143],
  ] as const)('is asked of Windows as an exit code: %s', (signal, code) => {
    expect(endOn('win32', signal)).toEqual([['exit', code]]);
  });

  it('is the signal itself elsewhere', () => {
    expect(endOn('linux', 'SIGHUP')).toEqual([['kill', 7, 'SIGHUP']]);
  });
});
