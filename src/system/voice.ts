import type { ChildProcess } from 'node:child_process';
import { sanitize } from '../text/sanitize.ts';
import { type Environment, findProgram, isRemote, type Running, startBriefly, startOnPipe } from './programs.ts';
import { relay } from './relay.ts';

/** Speaks texts, one at a time. */
export interface Voice {
  /**
   * Speaks a text, and stops what is still being spoken.
   * @param options.after a sound that has to end first, so that it doesn't drown out the first words; at most two seconds
   * @param options.isCountdown whether it is a number that is useless a second later, which slow programs skip
   * @returns once it has ended: false when no program could speak it
   */
  readonly say: (text: string, options?: SayOptions) => Promise<boolean>;
  readonly stop: () => void;
}

interface SayOptions {
  readonly after?: Promise<unknown>;
  readonly isCountdown?: boolean;
}

interface Speaker {
  readonly name: string;
  /** With these it speaks its standard input: everybody on a computer can see the arguments of a process. */
  readonly args: readonly string[];
  readonly limitMs: number;
  /** It claims success even without an audio device, and then only its speed gives it away. */
  readonly hidesFailure?: true;
  /** Every start takes it a second or more. */
  readonly isSlow?: true;
  /** With these it reads until we close the pipe, which keeps its server running. */
  readonly idleArgs?: readonly string[];
}

/** One speaker that is installed on this computer. */
interface Installed {
  readonly isSlow: boolean;
  readonly start: (phrase: string, ended: (worked: boolean) => void) => Running;
  readonly stop: () => void;
}

// No speaker is quicker: a fast one takes 20 ms per letter.
const SPOKEN_LETTER_MS = 10;
/** Six words take 2.5 seconds, and half as long again with a slow voice. */
const LIMIT_MS = 5_000;
/** PowerShell, and the server behind spd-say, alone take seconds to start on a busy computer. */
const SLOW_START_LIMIT_MS = 10_000;
/** Longer than any of our sounds; a player that hangs must not delay the words further. */
const LONGEST_WAIT_MS = 2_000;

const espeak = (name: string): Speaker => ({
  name,
  args: ['-v', 'en', '--stdin'],
  limitMs: LIMIT_MS,
  hidesFailure: true,
});

const LINUX_SPEAKERS: readonly Speaker[] = [
  espeak('espeak-ng'),
  espeak('espeak'),
  {
    // Last, although most desktops have it: its server ends 5 seconds after the last phrase, and takes 1 to 4 to start.
    name: 'spd-say',
    // With the priority of text; its pipe mode would use that of a message, which is more urgent.
    args: ['-w', '-l', 'en', '-P', 'text', '-e'],
    limitMs: SLOW_START_LIMIT_MS,
    idleArgs: ['-e'],
  },
];

const MAC_SPEAKERS: readonly Speaker[] = [{ name: 'say', args: ['-f', '-'], limitMs: LIMIT_MS }];

// UTF-8, whatever the console's code page. 16 means that it isn't XML.
const ON_WINDOWS = [
  '$bytes = [Console]::OpenStandardInput()',
  '$phrase = (New-Object IO.StreamReader($bytes, [Text.Encoding]::UTF8)).ReadToEnd()',
  '[void](New-Object -ComObject SAPI.SpVoice).Speak($phrase, 16)',
].join('; ');
const WINDOWS_SPEAKERS: readonly Speaker[] = ['powershell', 'pwsh'].map((name) => ({
  name,
  args: ['-NoProfile', '-NonInteractive', '-Command', ON_WINDOWS],
  limitMs: SLOW_START_LIMIT_MS,
  isSlow: true,
}));

/** What speaks on this computer, or the reason why nothing does, such as that the user is at a different computer. */
export function findVoice(env: Environment, platform: string): Voice | string {
  if (isRemote(env)) return 'over ssh, the other computer would speak them';
  const speakers = speakersOn(platform);
  const installed = speakers.flatMap((speaker) => {
    const program = findProgram([speaker.name], env);
    return program === undefined ? [] : [install(speaker, program, env)];
  });
  return installed.length === 0 ? lacking(speakers.map(({ name }) => name)) : speakWith(installed);
}

function speakersOn(platform: string): readonly Speaker[] {
  if (platform === 'darwin') return MAC_SPEAKERS;
  return platform === 'win32' ? WINDOWS_SPEAKERS : LINUX_SPEAKERS;
}

function lacking(names: readonly string[]): string {
  return names.length === 1
    ? `${names[0]} isn't installed on this computer`
    : `none of ${names.join(', ')} is installed on this computer`;
}

function install(speaker: Speaker, program: string, env: Environment): Installed {
  const { args, limitMs, hidesFailure, isSlow = false, idleArgs } = speaker;
  const idle = idleArgs && keepServer(program, idleArgs, env);
  return {
    isSlow,
    start: (phrase, ended) => {
      const since = performance.now();
      return startBriefly({ program, args, env, input: `${phrase}\n`, limitMs }, (worked) => {
        const isTooQuick = performance.now() - since < phrase.length * SPOKEN_LETTER_MS;
        if (worked) idle?.start();
        ended(worked && !(hidesFailure && isTooQuick));
      });
    },
    stop: () => idle?.stop(),
  };
}

/** A client that says nothing, so that the server keeps running until the next phrase. */
function keepServer(program: string, args: readonly string[], env: Environment) {
  let client: ChildProcess | undefined;
  return {
    start: () => {
      if (client?.exitCode === null && client.signalCode === null) return;
      try {
        // An error will be noticed with the next phrase.
        client = startOnPipe(program, args, env).on('error', () => {});
      } catch {
        client = undefined;
      }
    },
    stop: () => client?.stdin?.destroy(),
  };
}

function speakWith(installed: readonly Installed[]): Voice {
  const speakers = relay(installed);
  return {
    say: async (text, { after, isCountdown = false } = {}) => {
      if (isCountdown && speakers.first()?.isSlow) return true;
      const isStillWanted = speakers.begin();
      if (after) await atMost(after, LONGEST_WAIT_MS);
      for (const phrase of phrasesOf(text)) {
        if (!isStillWanted()) return true;
        const worked = await speakers.run(isStillWanted, (speaker, ended) => speaker.start(phrase, ended));
        if (!worked) return false;
      }
      return true;
    },
    stop: () => {
      speakers.begin();
      for (const speaker of installed) speaker.stop();
    },
  };
}

/** Waits for something, but not for ever. */
function atMost(something: Promise<unknown>, ms: number): Promise<unknown> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, ms);
    limit.unref();
    void something.finally(() => {
      clearTimeout(limit);
      resolve(undefined);
    });
  });
}

const LONGEST_PHRASE = 6;

/**
 * A text in phrases of at most six words, each short enough to be spoken within the limit: divided at full stops, at
 * commas, and where these are too far apart, evenly between words.
 */
export function phrasesOf(text: string): string[] {
  // Speech Dispatcher takes a line that begins with "!-!" for a command, so no word may begin with that.
  const words = sanitize(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => word.replace(/^!+/, ''));
  const sentences = splitAfter(/[.!?]["”’)]*$/, words);
  const phrases = sentences.flatMap((sentence) => joined(splitAfter(/[,;:]["”’)]*$/, sentence).flatMap(inParts)));
  return phrases.map((phrase) => phrase.join(' '));
}

type Words = readonly string[];

function splitAfter(mark: RegExp, words: Words): Words[] {
  const ends = words.flatMap((word, at) => (mark.test(word) ? [at + 1] : []));
  return [...ends, words.length].map((end, index) => words.slice(ends[index - 1] ?? 0, end));
}

function inParts(clause: Words): Words[] {
  const parts = Math.ceil(clause.length / LONGEST_PHRASE);
  const size = Math.ceil(clause.length / parts);
  return Array.from({ length: parts }, (_, index) => clause.slice(index * size, (index + 1) * size));
}

// Each phrase is a process and causes a pause, so short parts of a sentence share one.
function joined(parts: readonly Words[]): Words[] {
  const phrases: Words[] = [];
  for (const part of parts) {
    const last = phrases.at(-1);
    if (last && last.length + part.length <= LONGEST_PHRASE) phrases.splice(-1, 1, [...last, ...part]);
    else phrases.push(part);
  }
  return phrases;
}
