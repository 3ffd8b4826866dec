import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { patiently } from './patiently.ts';

const CHUNK_BYTES = 16_384;
const NEWLINE = 0x0a;

/** The lines of a file from its end to its beginning, reading only as far as they are asked for. */
export function* readBackwards(file: string): Generator<string> {
  const descriptor = patiently(() => openSync(file, 'r'));
  try {
    let rest: Buffer = Buffer.alloc(0);
    for (let end = fstatSync(descriptor).size; end > 0;) {
      const size = Math.min(CHUNK_BYTES, end);
      const chunk = Buffer.alloc(size);
      readSync(descriptor, chunk, 0, size, end - size);
      end -= size;
      rest = Buffer.concat([chunk, rest]);
      // The first line of the chunk may begin before it.
      const whole = end === 0 ? 0 : rest.indexOf(NEWLINE) + 1;
      if (whole === 0 && end > 0) continue;
      yield* rest.subarray(whole).toString('utf8').split('\n').toReversed();
      rest = rest.subarray(0, Math.max(0, whole - 1));
    }
  } finally {
    closeSync(descriptor);
  }
}
