import { type Breaks, PAUSES, type Pause } from './breaks.ts';

/** Breaks as a file keeps them, with the process that looks after them. */
export interface StoredBreaks {
  readonly pid: number;
  /** What identifies that process among all that have or will have its number. */
  readonly process: string;
  /** Whether it runs without a terminal. */
  readonly inBackground: boolean;
  readonly breaks: Breaks;
}

const VERSION = 1;

/** The text of the file. */
export function breaksFileText(stored: StoredBreaks): string {
  return `${JSON.stringify({ v: VERSION, ...stored })}\n`;
}

/** Reads what a file holds. @returns undefined for what isn't such a file */
export function readBreaksFile(value: unknown): StoredBreaks | undefined {
  if (!isObject(value) || value['v'] !== VERSION) return undefined;
  const { pid, process, inBackground, breaks } = value;
  if (typeof pid !== 'number' || typeof process !== 'string' || !isObject(breaks)) return undefined;
  const read = readBreaks(breaks);
  return read && { pid, process, inBackground: inBackground === true, breaks: read };
}

function readBreaks({ every, nextAt, due, pause, last }: Readonly<Record<string, unknown>>): Breaks | undefined {
  if (typeof every !== 'number' || typeof nextAt !== 'number' || !(every > 0)) return undefined;
  const known = PAUSES.find((one): one is Pause => one === pause);
  return {
    every,
    nextAt,
    ...(isObject(due) &&
      typeof due['move'] === 'string' &&
      typeof due['at'] === 'number' && {
        due: { move: due['move'], at: due['at'], ...(due['isPast'] === true && { isPast: true as const }) },
      }),
    ...(known && { pause: known }),
    ...(typeof last === 'string' && { last }),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
