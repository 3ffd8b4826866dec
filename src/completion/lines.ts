import type { Candidate } from '../app/command.ts';
import { sanitize } from '../text/sanitize.ts';
import type { Offer } from './offer.ts';

/** Longer descriptions leave no room for others. */
const LONGEST = 60;
const FILES = ':files';

/**
 * An offer as the scripts read it: a line a candidate, value and description with a tab between
 * them; the line `:files` where files are to be offered, too.
 */
export function offerLines({ candidates, files }: Offer): string[] {
  const unique = new Map(candidates.filter(isPlain).map((one) => [one.value, one]));
  return [...[...unique.values()].map(toLine), ...(files ? [FILES] : [])];
}

// A shell puts the value on its command line: nothing in it may mean something there.
function isPlain({ value }: Candidate): boolean {
  return /^[\w-][\w.,=+@-]*$/.test(value);
}

function toLine({ value, description }: Candidate): string {
  const text = description === undefined ? '' : shortened(description);
  return text === '' ? value : `${value}\t${text}`;
}

// A note may be long, and its letters may take two units each.
function shortened(description: string): string {
  const start = description.slice(0, 4 * LONGEST).replace(/[\uD800-\uDBFF]$/, '');
  const letters = Array.from(sanitize(start).replace(/\s+/g, ' ').trim());
  return letters.length <= LONGEST
    ? letters.join('')
    : `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}
