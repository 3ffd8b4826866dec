import { createWriteStream, statSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, serve, until, type Variables } from './processes.ts';

const RATE = 16_000;
const BYTES = 2;
/** The length of the pieces in which the recording is looked at. */
const PIECE_MS = 20;
const PIECE = (RATE * PIECE_MS) / 1000;
/** Below this a piece is silent. */
const SILENT = 0.004;

/** A sound card that nobody hears, and a recording of all that is played on it. */
export interface SoundCard {
  readonly env: Variables;
  /** How long the recording is so far, in milliseconds. */
  readonly now: () => number;
  /** The loudness (RMS, from 0 to 1) of each 20 milliseconds since a time. */
  readonly since: (ms: number) => readonly number[];
  /** Waits until something is heard after a time, and then nothing for a moment. @returns the pieces in between */
  readonly nextSound: (since: number) => Promise<readonly number[]>;
}

export const SOUND_PROGRAMS = ['pulseaudio', 'parec', 'paplay'];

export async function startSoundCard(): Promise<SoundCard> {
  const folder = makeFolder();
  const socket = join(folder, 'native');
  // spd-say refuses to run in a locale that isn't installed.
  const env = { HOME: folder, XDG_RUNTIME_DIR: folder, PULSE_SERVER: `unix:${socket}`, LC_ALL: 'C.UTF-8' };
  const own = { ...env, PATH: process.env['PATH']! };
  const modules = ['module-null-sink sink_name=quiet', `module-native-protocol-unix socket=${socket} auth-anonymous=1`];
  const args = [
    '-n',
    '--daemonize=no',
    '--exit-idle-time=-1',
    '--use-pid-file=no',
    ...modules.flatMap((one) => ['-L', one]),
  ];
  const { PULSE_SERVER: _, ...forServer } = own;
  serve('pulseaudio', args, forServer);
  await until(() => statSync(socket, { throwIfNoEntry: false }) !== undefined, 'PulseAudio listens');
  const file = join(folder, 'recording');
  const recorder = serve(
    'parec',
    ['--raw', '--format=s16le', `--rate=${RATE}`, '--channels=1', '--latency-msec=50', '--device=quiet.monitor'],
    own,
  );
  recorder.stdout!.pipe(createWriteStream(file));
  const now = () => ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) / BYTES / RATE) * 1000;
  await until(() => now() > 500, 'something is recorded');
  const since = (ms: number) => loudness(file).slice(Math.floor(ms / PIECE_MS));
  return { env, now, since, nextSound: (from) => nextSound(since, from) };
}

function loudness(file: string): number[] {
  const bytes = readFileSync(file);
  const pieces = Math.floor(bytes.length / BYTES / PIECE);
  return Array.from({ length: pieces }, (_, piece) => {
    let sum = 0;
    for (let at = piece * PIECE; at < (piece + 1) * PIECE; at += 1)
      sum += (bytes.readInt16LE(at * BYTES) / 32_768) ** 2;
    return Math.sqrt(sum / PIECE);
  });
}

/** A pause between two phrases is shorter than this. */
const STILL_PIECES = 1500 / PIECE_MS;

async function nextSound(since: (ms: number) => readonly number[], from: number): Promise<readonly number[]> {
  let heard: readonly number[] = [];
  await until(() => {
    heard = since(from);
    return heard.some(isHeard) && !heard.slice(-STILL_PIECES).some(isHeard);
  }, 'a sound, and silence after it');
  return heard.slice(heard.findIndex(isHeard), heard.findLastIndex(isHeard) + 1);
}

/** Whether anything is heard in a piece. */
export function isHeard(piece: number): boolean {
  return piece > SILENT;
}

/** How long something was heard, in milliseconds. */
export function heardMs(pieces: readonly number[]): number {
  return pieces.filter(isHeard).length * PIECE_MS;
}
