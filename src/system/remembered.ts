import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

/** What the user answered to the cautions of a therapy. */
export interface CautionsAnswer {
  /** What was asked, and what of it applied, by id. */
  readonly asked: readonly string[];
  readonly marked: readonly string[];
}

/** Answers that needn't be given twice, by therapy: about health, so in a file for its owner alone. */
export interface Remembered {
  readonly cautions: (therapy: string) => CautionsAnswer | undefined;
  /** Where nothing can be written it is asked again next time. */
  readonly rememberCautions: (therapy: string, answer: CautionsAnswer) => void;
}

export function openRemembered(stateFolder: string): Remembered {
  const file = join(stateFolder, 'cautions.json');
  return {
    cautions: (therapy) => {
      const answer = readAnswers(file)[therapy];
      return Array.isArray(answer?.asked) && Array.isArray(answer.marked) ? answer : undefined;
    },
    rememberCautions: (therapy, answer) => {
      try {
        replaceFile(file, JSON.stringify({ ...readAnswers(file), [therapy]: answer }));
      } catch {
        // Better asked twice than never.
      }
    },
  };
}

function readAnswers(file: string): Record<string, CautionsAnswer | undefined> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, CautionsAnswer | undefined>;
  } catch {
    return {};
  }
}
