import { type Example, learn } from './learn.ts';
import type { ModelSettings } from './model.ts';
import { ANY, ANY_SIGN } from './signs.ts';

/** A line of data/examples/notes.jsonl: a text, and the signs that it mentions. */
export interface Note {
  readonly text: string;
  readonly signs: readonly string[];
}

/** A line of data/examples/questions.jsonl; it has `signs` if it was read for them. */
export interface Asked {
  readonly text: string;
  readonly signs?: readonly string[];
}

/**
 * Learns to find warning signs from notes and questions that are labelled with the signs they mention.
 * @returns the bytes of a model
 */
export function learnSigns(notes: readonly Note[], questions: readonly Asked[], settings: ModelSettings): Uint8Array {
  const asked = questions.flatMap(({ text, signs }) => (signs ? [{ text, signs }] : []));
  const examples = [...notes, ...asked].map((note): Example => ({
    text: note.text,
    classes: classesOf(note.signs, settings),
  }));
  const classes = [...new Set(examples.flatMap((one) => one.classes))].toSorted();
  return learn(examples, { classes, settings, rounds: 12, small: 0.45 });
}

function classesOf(signs: readonly string[], { signs: { parts } }: ModelSettings): string[] {
  const wholes = Object.entries(parts).filter(([general, finer]) =>
    signs.some((sign) => sign === general || finer.includes(sign)),
  );
  const anySign = signs.length > 0 ? [ANY_SIGN] : [];
  return [...signs, ...wholes.map(([general]) => `${ANY}${general}`), ...anySign];
}
