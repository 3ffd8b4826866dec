import { closeSync, linkSync, openSync, readFileSync, rmSync } from 'node:fs';
import { patiently } from './patiently.ts';

/** A file as it is now, which can still be read once its name belongs to another file, or to none. */
export interface Hold {
  /** What has been added to it since the last time; the whole file at first. */
  readonly added: () => Buffer;
  /** Lets go of it. Call it whatever happens. */
  readonly release: () => void;
}

/**
 * Holds on to a file of the journal. Windows replaces no file that is open, so it gets a second name there; anywhere
 * else it is kept open, which needs no hard links.
 */
export function holdFile(file: string, platform: string = process.platform): Hold {
  return platform === 'win32' ? holdByName(file) : holdOpen(file);
}

function holdOpen(file: string): Hold {
  const descriptor = openSync(file, 'r');
  return { added: () => readFileSync(descriptor), release: () => closeSync(descriptor) };
}

// The second name is that of a file of the journal: should we be killed before what was added is carried over,
// nothing is lost.
function holdByName(file: string): Hold {
  const second = file.replace(/(?=\.jsonl$)/, `.purge-${Math.random().toString(36).slice(2)}`);
  const isLinked = link(file, second);
  let read = 0;
  return {
    added: () => {
      // Where there are no hard links, as on a memory stick, what is added in the moment of replacing can't be found.
      if (!isLinked && read > 0) return Buffer.alloc(0);
      const whole = patiently(() => readFileSync(isLinked ? second : file));
      const added = whole.subarray(read);
      read = whole.length;
      return added;
    },
    release: () => patiently(() => rmSync(second, { force: true })),
  };
}

function link(file: string, second: string): boolean {
  try {
    linkSync(file, second);
    return true;
  } catch {
    return false;
  }
}
