import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { patiently } from './patiently.ts';

const CHUNK_BYTES = 16_384;
const NEWLINE = 0x0a;

/**
 * The lines of a file from its end to its beginning, read only as far as they are requested. A line beyond the limit is
 * the last one, and incomplete; the parser finds it too long.
 * @param longest the limit, in bytes
 */
export function* readBackwards(file: string, longest: number): Generator<string> {
  const descriptor = patiently(() => openSync(file, 'r'));
  try {
    // Pieces of a line that begins earlier in the file, the last piece first.
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
