import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownValue } from '../text/own-value.ts';
import { replaceFile } from './replace-file.ts';

/** Whether the program has never introduced itself, as far as can be told. */
export function isFirstRun(stateFolder: string): boolean {
  return !existsSync(join(stateFolder, 'welcomed'));
}

/** Notes that the program has introduced itself. Where nothing can be written it does so again: better twice than never. */
export function markWelcomed(stateFolder: string): void {
  try {
    if (isFirstRun(stateFolder)) replaceFile(join(stateFolder, 'welcomed'), '');
  } catch {
    // Next time, then.
  }
}

/** What the user answered to the cautions of a therapy. */
export interface CautionsAnswer {
  /** What was asked, and what of it applied, by id. */
  readonly asked: readonly string[];
  readonly marked: readonly string[];
  /** When, in milliseconds since 1970. */
  readonly at: number;
}

/** Answers that needn't be given twice: about health, so in files for their owner alone. */
export interface AnswerStore {
  readonly cautions: (therapy: string) => CautionsAnswer | undefined;
  /** Where nothing can be written it is asked again next time. */
  readonly rememberCautions: (therapy: string, answer: CautionsAnswer) => void;
  /** When the weekly questions were declined last, in milliseconds since 1970. */
  readonly declined: () => number | undefined;
  readonly rememberDeclined: (at: number) => void;
}

/** What is remembered in a state folder; each file is read when it is asked for. */
export function openAnswerStore(stateFolder: string): AnswerStore {
  const cautions = join(stateFolder, 'cautions.json');
  const offers = join(stateFolder, 'offers.json');
  return {
    cautions: (therapy) => {
      const answer = ownValue(readNotes<CautionsAnswer>(cautions), therapy);
      if (!Array.isArray(answer?.asked) || !Array.isArray(answer.marked)) return undefined;
      return { ...answer, at: typeof answer.at === 'number' ? answer.at : 0 };
    },
    rememberCautions: (therapy, answer) => addNote(cautions, therapy, answer),
    declined: () => {
      const { peg } = readNotes<unknown>(offers);
      return typeof peg === 'number' ? peg : undefined;
    },
    rememberDeclined: (at) => addNote(offers, 'peg', at),
  };
}

function addNote(file: string, name: string, note: unknown): void {
  try {
    replaceFile(file, JSON.stringify({ ...readNotes(file), [name]: note }));
  } catch {
    // Better asked twice than never.
  }
}

function readNotes<T>(file: string): Record<string, T | undefined> {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Record<string, T | undefined> | null) ?? {};
  } catch {
    return {};
  }
}
