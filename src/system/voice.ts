import { harmless } from '../text/harmless.ts';
import { type Environment, findProgram, isRemote, type Running, startBriefly } from './programs.ts';

/** Speaks texts, one at a time; silent where that can't be done. */
export interface Voice {
  /** Speaks a text, instead of what is still being spoken. */
  readonly say: (text: string) => void;
  readonly stop: () => void;
}

interface Speaker {
  readonly name: string;
  /** They make it speak what it reads: everybody on a computer can see what a process is started with. */
  readonly args: readonly string[];
  readonly limitMs?: number;
  /** It claims success without an audio device, too; only that it's so quick gives it away. */
  readonly hidesFailure?: true;
}

/** Starts a phrase, and tells when it ended and whether it was spoken. */
type Speak = (phrase: string, ended: (worked: boolean) => void) => Running;

// No speaker is quicker: a fast one takes 20 ms a letter.
const SPOKEN_LETTER_MS = 10;
/** PowerShell alone takes seconds to start on some computers. */
const WINDOWS_LIMIT_MS = 6_000;

const espeak = (name: string): Speaker => ({
  name,
  args: ['-v', 'en', '--stdin'],
  hidesFailure: true,
});

const LINUX_SPEAKERS: readonly Speaker[] = [
  // As text, not as the more urgent message that its pipe mode makes of it.
  { name: 'spd-say', args: ['-w', '-l', 'en', '-P', 'text', '-e'] },
  espeak('espeak-ng'),
  espeak('espeak'),
];

const MAC_SPEAKERS: readonly Speaker[] = [{ name: 'say', args: ['-f', '-'] }];

// UTF-8 whatever the console's code page is. 16: it isn't XML.
const ON_WINDOWS = [
  '$bytes = [Console]::OpenStandardInput()',
  '$phrase = (New-Object IO.StreamReader($bytes, [Text.Encoding]::UTF8)).ReadToEnd()',
  '[void](New-Object -ComObject SAPI.SpVoice).Speak($phrase, 16)',
].join('; ');
const WINDOWS_SPEAKERS: readonly Speaker[] = ['powershell', 'pwsh'].map((name) => ({
  name,
  args: ['-NoProfile', '-NonInteractive', '-Command', ON_WINDOWS],
  limitMs: WINDOWS_LIMIT_MS,
}));

/** What speaks on this computer; nothing does where the user sits at another one. */
export function findVoice(env: Environment, platform: string): Voice | undefined {
  if (isRemote(env)) return undefined;
  for (const speaker of speakersOn(platform)) {
    const program = findProgram([speaker.name], env);
    if (program !== undefined) return speakWith((phrase, ended) => speak(program, speaker, env, phrase, ended));
  }
  return undefined;
}

function speakersOn(platform: string): readonly Speaker[] {
  if (platform === 'darwin') return MAC_SPEAKERS;
  return platform === 'win32' ? WINDOWS_SPEAKERS : LINUX_SPEAKERS;
}

function speak(
  program: string,
  { args, limitMs, hidesFailure }: Speaker,
  env: Environment,
  phrase: string,
  ended: (worked: boolean) => void,
): Running {
  const since = performance.now();
  const job = { program, args, env, input: `${phrase}\n`, ...(limitMs && { limitMs }) };
  return startBriefly(job, (worked) => {
    const isTooQuick = performance.now() - since < phrase.length * SPOKEN_LETTER_MS;
    ended(worked && !(hidesFailure && isTooQuick));
  });
}

function speakWith(start: Speak): Voice {
  let current: Running | undefined;
  const stop = () => {
    current?.end();
    current = undefined;
  };
  // After a phrase that failed the rest would fail as well.
  const next = ([phrase, ...rest]: readonly string[]) => {
    if (phrase === undefined) return;
    const mine = start(phrase, (worked) => {
      if (worked && current === mine) next(rest);
    });
    current = mine;
  };
  return {
    say: (text) => {
      stop();
      next(phrasesOf(text));
    },
    stop,
  };
}

const LONGEST_PHRASE = 6;

/**
 * A text in phrases of at most six words, each short enough to be spoken before its process is ended:
 * at full stops, at commas, and where these are too far apart, in even parts between words.
 */
export function phrasesOf(text: string): string[] {
  // Speech Dispatcher takes a line that begins with "!-!" for a command: no word begins with that mark.
  const words = harmless(text)
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

// Each phrase is a process, and a pause: short parts of a sentence share one.
function joined(parts: readonly Words[]): Words[] {
  const phrases: Words[] = [];
  for (const part of parts) {
    const last = phrases.at(-1);
    if (last && last.length + part.length <= LONGEST_PHRASE) phrases.splice(-1, 1, [...last, ...part]);
    else phrases.push(part);
  }
  return phrases;
}
