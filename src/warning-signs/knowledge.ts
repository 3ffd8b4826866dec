import { ownValue } from '../text/own-value.ts';
import { makeFinder, type Finder } from './finder.ts';
import { makeLexicon, type Lexicon } from './lexicon.ts';
import type { BuiltSigns, ContextName, Hit } from './types.ts';

/** The knowledge made ready for finding; what a text has no use for is never read. */
export interface Ready {
  readonly built: BuiltSigns;
  readonly lexicon: Lexicon;
  readonly phrases: Finder<string>;
  readonly signs: Finder<Said>;
  /** What makes a sign harmless: finds the ids of signs. */
  readonly unless: Finder<string>;
  readonly context: Finder<ContextName>;
}

const readied = new WeakMap<BuiltSigns, Ready>();

/** Makes the knowledge ready, once. */
export function ready(built: BuiltSigns): Ready {
  const known = readied.get(built) ?? makeReady(built);
  readied.set(built, known);
  return known;
}

const same = (id: string): string => id;

function makeReady(built: BuiltSigns): Ready {
  const lexicon = makeLexicon(built);
  const { means, signs, unless, context } = built.patterns;
  return {
    built,
    lexicon,
    phrases: makeFinder(means, same, lexicon),
    signs: makeFinder(signs, (said) => readSaid(said, built), lexicon),
    unless: makeFinder(unless, same, lexicon),
    context: makeFinder(context, (name) => name as ContextName, lexicon),
  };
}

/** What a pattern says. */
type Said = Pick<Hit, 'id' | 'sure' | 'denied' | 'grave' | 'lasting'>;

function readSaid(said: string, { denied, grave, lasting }: BuiltSigns): Said {
  const sure = !said.endsWith('?');
  const id = sure ? said : said.slice(0, -1);
  const reach = ownValue(denied, id);
  return {
    id,
    sure,
    ...(reach !== undefined && { denied: reach }),
    ...(grave.includes(id) && { grave: true }),
    ...(lasting.includes(id) && { lasting: true }),
  };
}
