import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ZONE } from './midday.ts';
import { toolPath } from './tools.ts';

/** Environment variables to add; `undefined` takes one away. */
export type Variables = Record<string, string | undefined>;

/** What to start in place of the built program: a file and its first arguments. */
export type Command = readonly [file: string, ...args: string[]];

/** The built program, started the way its users start it. */
export const builtProgram: Command = [
  process.execPath,
  fileURLToPath(new URL('../../../bin/unspasm.cjs', import.meta.url)),
];

/**
 * A command, run so that the permissions of files hold for it: they don't for root, who can give up what makes it so.
 */
export function withoutPowers(...command: Command): Command {
  if (process.getuid?.() !== 0) return command;
  return [toolPath('setpriv'), '--bounding-set=-all', '--inh-caps=-all', '--', ...command];
}

/**
 * The same few variables on every machine. Built up from nothing rather than
 * by taking variables away, so a CI's or a developer's own settings (CI,
 * NO_COLOR, XDG_*, NODE_OPTIONS, COLUMNS) cannot change a result.
 */
export function cleanEnvironment(home: string, extra: Variables = {}): Record<string, string> {
  const variables: Variables = {
    PATH: process.env['PATH'],
    HOME: home,
    TERM: 'xterm-256color',
    LANG: 'en_US.UTF-8',
    // Clocks with 24 hours and weeks from Monday.
    LC_TIME: 'en_GB.UTF-8',
    TZ: ZONE,
    ...extra,
  };
  return Object.fromEntries(Object.entries(variables).filter(isSet));
}

function isSet(entry: [string, string | undefined]): entry is [string, string] {
  return entry[1] !== undefined;
}

/** Makes an empty folder to be the home of one run. */
export function makeHome(): string {
  return mkdtempSync(join(tmpdir(), 'unspasm-home-'));
}

/** Removes what {@link makeHome} made. */
export function removeHome(home: string): void {
  // A program that was killed a moment ago, or one that speaks, may still be leaving files behind.
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
}
