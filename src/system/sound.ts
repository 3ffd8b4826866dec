import { join } from 'node:path';
import { type Environment, findProgram, isRemote, type Job, startBriefly } from './programs.ts';
import { relay } from './relay.ts';
import type { ToneKind } from './tone.ts';

/** Plays short sounds, one at a time. */
export interface Sound {
  /**
   * Plays a sound, in place of the one before.
   * @returns once it has ended: false when no program could play it
   */
  readonly play: (kind: ToneKind) => Promise<boolean>;
  readonly stop: () => void;
}

interface Player {
  readonly name: string;
  readonly args: (file: string) => readonly string[];
  readonly limitMs?: number;
  /** It may take seconds to start, too long for sounds that have to be heard at once. */
  readonly isSlow?: boolean;
}

/** One player that is installed here. */
interface Installed {
  readonly isSlow: boolean;
  readonly job: (file: string) => Job;
}

// pw-play comes after paplay, because it is also installed on systems with PulseAudio, where it is silent.
const PLAYERS: readonly Player[] = [
  { name: 'afplay', args: (file) => [file] },
  { name: 'paplay', args: (file) => [file] },
  { name: 'pw-play', args: (file) => [file] },
  { name: 'aplay', args: (file) => ['-q', file] },
  { name: 'ffplay', args: (file) => ['-nodisp', '-autoexit', '-loglevel', 'quiet', file] },
];

// The path is passed in the environment: in the script it could be taken for code.
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
 * What plays sounds on this computer; undefined if nothing does, or if the user is at a different computer.
 * @param folder where the build has put the sounds. They are part of the package, so an alarm sounds on a full disk, too.
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
      ...limit,
    }),
  };
}

function playWith(installed: readonly Installed[], folder: string): Sound {
  const players = relay(installed);
  let hasFailed = false;
  return {
    play: async (kind) => {
      // A slow player would start after the next second. And for a tick it isn't worth trying again what has just failed.
      if (kind === 'count' && (hasFailed || players.first()?.isSlow)) return !hasFailed;
      const isStillWanted = players.begin();
      const file = join(folder, `${kind}.wav`);
      const worked = await players.run(isStillWanted, (player, ended) => startBriefly(player.job(file), ended));
      hasFailed = !worked;
      return worked;
    },
    stop: () => void players.begin(),
  };
}
