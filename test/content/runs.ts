import { createHash } from 'node:crypto';

/** How many words in a row make a copy. */
const LENGTH = 8;

/** The words of a text alone: no capitals, no punctuation, one kind of apostrophe. */
function words(text: string): string[] {
  const plain = text.toLowerCase().replace(/[‘’ʼ]/g, "'");
  return plain
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
    .split(' ');
}

/** Every eight words in a row. */
export function runs(text: string): string[] {
  const all = words(text);
  const starts = Math.max(0, all.length - LENGTH + 1);
  return Array.from({ length: starts }, (_, start) => all.slice(start, start + LENGTH).join(' '));
}

/** What stands for a run in a file that must not hold the run itself. */
export function hash(run: string): string {
  return createHash('sha256').update(run).digest('hex').slice(0, 12);
}

/** The runs of a text that are among those behind the hashes. */
export function copied(text: string, hashes: ReadonlySet<string>): string[] {
  return runs(text).filter((run) => hashes.has(hash(run)));
}
