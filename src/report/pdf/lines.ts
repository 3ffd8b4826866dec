import LineBreaker from 'linebreak';

/** How wide a text is on one line. */
export type Measure = (text: string) => number;

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text as lines of at most `width`, broken where Unicode allows it; a word that is wider than a line is broken
 * anywhere.
 * @returns at least one line
 */
export function linesOf(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const part of wordsOf(text).flatMap((word) => partsOf(word, width, measure))) {
    const shown = measure(part.trimEnd());
    if (line !== '' && used + shown > width) {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    line += part;
    used += part.trimEnd() === part ? shown : measure(part);
  }
  return [...lines, line.trimEnd()];
}

/** The width of the widest word of a text: a narrower column would have to break it. */
export function widestWord(text: string, measure: Measure): number {
  return Math.max(0, ...wordsOf(text).map((word) => measure(word.trimEnd())));
}

// Each with the space after it.
function wordsOf(text: string): string[] {
  const breaker = new LineBreaker(text);
  const words: string[] = [];
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    words.push(text.slice(from, next.position));
    from = next.position;
  }
  return words;
}

function partsOf(word: string, width: number, measure: Measure): string[] {
  if (measure(word.trimEnd()) <= width) return [word];
  const parts: string[] = [];
  let used = Infinity;
  for (const { segment } of GRAPHEMES.segment(word)) {
    const wide = measure(segment);
    if (used + wide > width) {
      parts.push(segment);
      used = wide;
    } else {
      parts.push(`${parts.pop()!}${segment}`);
      used += wide;
    }
  }
  return parts;
}
