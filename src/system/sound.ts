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
const WINDOWS_PLAYERS = ['powershell', 'pwsh'].map((name): Player => ({
  name,
  args: () => ['-NoProfile', '-NonInteractive', '-Command', ON_WINDOWS],
}));

/**
 * What plays sounds on this computer; nothing does where the user sits at another one.
 * @param folder where the sounds are kept as files once they are made
 */
export function findSound(env: Environment, platform: string, folder: string): Sound | undefined {
  const players = platform === 'win32' ? WINDOWS_PLAYERS : PLAYERS;
  const jobs = players.flatMap(({ name, args }) => {
    const program = findProgram([name], env);
    return program === undefined ? [] : [(file: string) => jobOf(program, args(file), env, file)];
  });
  return isRemote(env) || jobs.length === 0 ? undefined : playWith(jobs, folder);
}

function jobOf(program: string, args: readonly string[], env: Environment, file: string): Job {
  return { program, args, env: { ...env, UNSPASM_SOUND: file } };
}

function playWith(jobs: readonly ((file: string) => Job)[], folder: string): Sound {
  let current: Running | undefined;
  const stop = () => {
    current?.end();
    current = undefined;
  };
  // A player that fails, as there's no server for it, say, leaves it to the next.
  const start = (file: string, [job, ...others]: typeof jobs) => {
    if (job === undefined) return;
    const mine = startBriefly(job(file), (worked) => {
      if (!worked && current === mine) start(file, others);
    });
    current = mine;
  };
  return {
    play: (kind) => {
      stop();
      const file = keepSound(folder, kind);
      if (file !== undefined) start(file, jobs);
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
