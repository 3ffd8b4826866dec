import makeBidi from 'bidi-js';
import { isRightToLeft, withoutIsolates } from '../page/isolate.ts';

/** A part of a line in one direction. */
export interface Run {
  readonly text: string;
  /** The level of the Unicode Bidirectional Algorithm: odd from right to left. */
  readonly level: number;
  /** A space or a sign between letters that are read from right to left. */
  readonly isNeutral?: true;
}

const bidi = makeBidi();

/**
 * A line in parts of one direction each, in the order in which they are read. A font lays out letters that are read from
 * right to left that way; spaces and signs between them are parts of their own, as a font would not.
 */
export function runsOf(line: string): Run[] {
  if (!isRightToLeft(line)) return [{ text: withoutIsolates(line), level: 0 }];
  const { levels } = bidi.getEmbeddingLevels(line);
  const runs: Run[] = [];
  let at = 0;
  for (const letter of line) {
    const level = levels[at]!;
    at += letter.length;
    // The marks around isolated words have done their work, and aren't drawn.
    if (withoutIsolates(letter) === '') continue;
    const isNeutral = level % 2 === 1 && !isRightToLeft(letter) && !/\p{M}/u.test(letter);
    const shown = isNeutral ? (bidi.getMirroredCharacter(letter) ?? letter) : letter;
    const last = runs.at(-1);
    if (last?.level === level && !isNeutral && !last.isNeutral) runs.push({ ...runs.pop()!, text: last.text + shown });
    else runs.push({ text: shown, level, ...(isNeutral && { isNeutral }) });
  }
  return runs;
}

/** Parts of a line in their order from left to right: rule L2 of the algorithm. */
export function fromLeft<Part extends { readonly level: number }>(parts: readonly Part[]): Part[] {
  const ordered = [...parts];
  const highest = Math.max(0, ...parts.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      let to = from;
      while (to < ordered.length && ordered[to]!.level >= level) to += 1;
      ordered.splice(from, to - from, ...ordered.slice(from, to).toReversed());
      from = Math.max(from, to);
    }
  }
  return ordered;
}
