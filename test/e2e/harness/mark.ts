/** An operating system command that no terminal knows and no program writes. */
export const mark = '\u001B]7770;unspasm-at-rest\u0007';

/** A stream of output cut at the marks; `isMarked` says that a mark followed. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

/** Takes the marks out of the output, wherever the chunks are cut. */
export class MarkFinder {
  #held = '';

  /** Returns the output that is complete with this chunk. */
  add(chunk: string): Piece[] {
    const parts = (this.#held + chunk).split(mark);
    const last = parts.pop() ?? '';
    const held = beginningOfMark(last);
    this.#held = held;
    const marked = parts.map((text) => ({ text, isMarked: true }));
    return [...marked, { text: last.slice(0, last.length - held.length), isMarked: false }];
  }
}

// The longest end of the text that could turn out to be the start of a mark.
function beginningOfMark(text: string): string {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length -= 1) {
    const end = text.slice(-length);
    if (mark.startsWith(end)) return end;
  }
  return '';
}
