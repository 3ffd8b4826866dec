import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { patiently } from './patiently.ts';

const CHUNK_BYTES = 16_384;
const NEWLINE = 0x0a;

/**
 * The lines of a file from its end to its beginning, reading only as far as they are asked for. A line that is
 * longer than any that can be read ends it, cut off: whoever parses it finds it too long.
 * @param longest bytes
 */
export function* readBackwards(file: string, longest: number): Generator<string> {
  const descriptor = patiently(() => openSync(file, 'r'));
  try {
    // What belongs to a line that begins further ahead, the last piece first.
    let pieces: Buffer[] = [];
    let held = 0;
    for (let end = fstatSync(descriptor).size; end > 0 && held <= longest;) {
      const size = Math.min(CHUNK_BYTES, end);
      const chunk = Buffer.alloc(size);
      readSync(descriptor, chunk, 0, size, end - size);
      end -= size;
      const first = chunk.indexOf(NEWLINE);
      const whole = end === 0 ? 0 : first + 1;
      if (whole > 0 || end === 0) {
        yield* textOf(chunk.subarray(whole), pieces).split('\n').toReversed();
        pieces = [];
        held = 0;
      }
      if (end === 0) return;
      const piece = first < 0 ? chunk : chunk.subarray(0, first);
      pieces.push(piece);
      held += piece.length;
    }
    if (held > longest) yield textOf(Buffer.alloc(0), pieces);
  } finally {
    closeSync(descriptor);
  }
}

function textOf(start: Buffer, pieces: readonly Buffer[]): string {
  return Buffer.concat([start, ...pieces.toReversed()]).toString('utf8');
}
