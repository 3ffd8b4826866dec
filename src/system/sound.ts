import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, findProgram, isRemote, type Job, type Running, startBriefly } from './programs.ts';
import { replaceFile } from './replace-file.ts';
import { type ToneKind, toneWav } from './tone.ts';

/** Plays short sounds, one at a time; silent where that can't be done. */
export interface Sound {
  readonly play: (kind: ToneKind) => void;
  readonly stop: () => void;
}

interface Player {
  readonly name: string;
  readonly args: (file: string) => readonly string[];
  readonly limitMs?: number;
  /** It may take seconds to start: what has to be heard at once comes too late by it. */
  readonly isSlow?: boolean;
}

/** One player that is installed here. */
interface Installed {
  readonly isSlow: boolean;
  readonly job: (file: string) => Job;
}

// pw-play after paplay: it's there on systems whose sound is still PulseAudio's, and is silent on them.
const PLAYERS: readonly Player[] = [
  { name: 'afplay', args: (file) => [file] },
  { name: 'paplay', args: (file) => [file] },
  { name: 'pw-play', args: (file) => [file] },
  { name: 'aplay', args: (file) => ['-q', file] },
  { name: 'ffplay', args: (file) => ['-nodisp', '-autoexit', '-loglevel', 'quiet', file] },
];

// The path comes by the environment: in the script it could be taken for code.
const ON_WINDOWS = '(New-Object Media.SoundPlayer $env:UNSPASM_SOUND).PlaySync()';
/** PowerShell alone takes seconds to start on some computers. */
const WINDOWS_LIMIT_MS = 6_000;
const WINDOWS_PLAYERS = ['powershell', 'pwsh'].map((name): Player => ({
  name,
  args: () => ['-NoProfile', '-NonInteractive', '-Command', ON_WINDOWS],
  limitMs: WINDOWS_LIMIT_MS,
  isSlow: true,
}));

/**
 * What plays sounds on this computer; nothing does where the user sits at another one.
 * @param folder where the sounds are kept as files once they are made
 */
export function findSound(env: Environment, platform: string, folder: string): Sound | undefined {
  const players = platform === 'win32' ? WINDOWS_PLAYERS : PLAYERS;
  const installed = players.flatMap((player) => {
    const program = findProgram([player.name], env);
    return program === undefined ? [] : [install(player, program, env)];
  });
  return isRemote(env) || installed.length === 0 ? undefined : playWith(installed, folder);
}

function install({ args, limitMs, isSlow = false }: Player, program: string, env: Environment): Installed {
  const limit = limitMs === undefined ? {} : { limitMs };
  return {
    isSlow,
    job: (file) => ({
      program,
      args: args(file),
      env: { ...env, UNSPASM_SOUND: file },
      isFailureAtLimit: true,
      ...limit,
    }),
  };
}

function playWith(installed: readonly Installed[], folder: string): Sound {
  // The one that worked last is the first.
  let players = installed;
  let current: Running | undefined;
  const stop = () => {
    current?.end();
    current = undefined;
  };
  // A player that fails, as there's no server for it, say, leaves it to the next, for all later sounds as well.
  const start = (file: string, left: number) => {
    const [player, ...others] = players;
    if (player === undefined || left === 0) return;
    const mine = startBriefly(player.job(file), (worked) => {
      if (worked || current !== mine) return;
      players = [...others, player];
      start(file, left - 1);
    });
    current = mine;
  };
  return {
    play: (kind) => {
      // The next second would end it before it has begun; and what is still being played is worth more.
      if (kind === 'count' && players[0]?.isSlow) return;
      stop();
      const file = keepSound(folder, kind);
      if (file !== undefined) start(file, players.length);
    },
    stop,
  };
}

/** @returns the file that holds the sound, made if need be; none where it can't be written */
function keepSound(folder: string, kind: ToneKind): string | undefined {
  const file = join(folder, `${kind}.wav`);
  const wav = Buffer.from(toneWav(kind));
  try {
    if (!holds(file, wav)) replaceFile(file, wav);
    return file;
  } catch {
    return undefined;
  }
}

function holds(file: string, content: Buffer): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.isFile() ?? false) && readFileSync(file).equals(content);
}
