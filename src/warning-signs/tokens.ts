import { ownValue } from '../text/own-value.ts';
import { stems } from './inflect.ts';
import type { Lexicon } from './lexicon.ts';
import { readNumbers } from './numbers.ts';
import { isLetter, pieces, type Piece } from './pieces.ts';
import { tiring, type Speller } from './spelling.ts';
import type { Break, Token, BuiltSigns } from './types.ts';

/** What a word was understood as; a known form keeps its own word and has that of its stem beside it. */
type Word = Pick<Token, 'word' | 'base'>;

type Reader = (typed: string) => readonly Word[];

/** The words of a text as the knowledge knows them: shortened ones in full, forms and slips of the pen put right. */
export function readTokens(text: string, built: BuiltSigns, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  const reader = makeReader(built, lexicon);
  let before: Break = '';
  const all = pieces(text);
  all.forEach((piece, at) => {
    const mark = breakOf(all, at);
    if (mark !== undefined) before = stronger(before, mark);
    else {
      tokens.push(...tokensOf(piece, before, all[at - 1], reader));
      before = '';
    }
  });
  return readNumbers(tokens);
}

/** Reads words, each once. */
function makeReader({ short }: BuiltSigns, lexicon: Lexicon): Reader {
  const speller = tiring(lexicon.spell);
  const seen = new Map<string, readonly Word[]>();
  return (typed) => {
    const known = seen.get(typed);
    if (known) return known;
    const words = inFull(typed, short, (one) => understand(one, lexicon, speller));
    const read = words.map((word) => withBase(word, lexicon));
    seen.set(typed, read);
    return read;
  };
}

function withBase(word: string, lexicon: Lexicon): Word {
  const base = stems(word).find(lexicon.knows);
  return base === undefined ? { word } : { word, base };
}

const STRENGTH: readonly Break[] = ['', ',', '.', '?'];

function stronger(one: Break, other: Break): Break {
  return STRENGTH.indexOf(other) > STRENGTH.indexOf(one) ? other : one;
}

const SPOKEN = new Set(['comma', 'period', 'full', 'stop']);

/** What a piece parts, if it is no word: dictation says the names of the points. */
function breakOf(all: readonly Piece[], at: number): Break | undefined {
  const text = all[at]?.text ?? '';
  if (isLetter(text) && !SPOKEN.has(text)) return undefined;
  const next = all[at + 1]?.text;
  if (text === '?') return '?';
  if (/^[.!\n]$/.test(text) || (text === 'period' && !NOT_A_POINT.test(all[at - 1]?.text ?? ''))) return '.';
  if (text === 'full' && next === 'stop') return '.';
  if (text === 'stop' && all[at - 1]?.text === 'full') return '';
  if (text === 'comma' || /^[,;()[\]|–—…/]$/.test(text)) return ',';
  if (text === '-') return isMinus(all, at) ? '' : ',';
  return /^[^\d&+→=-]/.test(text) && !isLetter(text) ? '' : undefined;
}

// "my period", "a long period" are no points.
const NOT_A_POINT = /^(my|her|the|a|an|this|that|of|missed|late|long|short|heavy|first|last|time)$/;

function isMinus(all: readonly Piece[], at: number): boolean {
  const next = all[at + 1];
  return next !== undefined && next.from === all[at]?.to;
}

function tokensOf(piece: Piece, before: Break, previous: Piece | undefined, reader: Reader): Token[] {
  const place = { from: piece.from, to: piece.to };
  if (/^\d/.test(piece.text) && !piece.text.includes('/')) {
    const minus = previous?.text === '-' && previous.to === piece.from;
    const number = numberToken(piece, before, previous);
    return minus
      ? [
          { word: 'minus', ...place, before },
          { ...number, before: '' },
        ]
      : [number];
  }
  return reader(piece.text).map((word, index) => ({ ...word, ...place, before: index === 0 ? before : '' }));
}

function numberToken(piece: Piece, before: Break, previous: Piece | undefined): Token {
  const value = Number(piece.text.replace(',', '.'));
  const short = previous?.text === "'" && /^\d\d$/.test(piece.text);
  const isYear = short || (/^(19[4-9]\d|20[0-3]\d)$/.test(piece.text) && previous !== undefined);
  return { word: isYear ? '#year' : '#', value, from: piece.from, to: piece.to, before };
}

/** "can't" is "can not", "w/o" is "without": words that stand for several, or for a longer one. */
function inFull(word: string, short: Readonly<Record<string, string>>, one: (word: string) => string): string[] {
  const plain = ownValue(short, word);
  if (plain !== undefined) return plain.split(' ');
  if (word.includes('/'))
    return word.split('/').every((part) => /^\d+$/.test(part)) ? [word] : word.split('/').map(one);
  const negated = /^(.+)n't$/.exec(word);
  if (negated) return [one(negated[1] === 'ca' ? 'can' : negated[1] === 'wo' ? 'will' : (negated[1] ?? '')), 'not'];
  const [base = '', tail] = word.split("'");
  if (tail === undefined || base === '') return [one(word)];
  const rest = TAILS.get(tail);
  return rest === undefined ? [one(base)] : [one(base), rest];
}

const TAILS: ReadonlyMap<string, string> = new Map([
  ['m', 'am'],
  ['re', 'are'],
  ['ve', 'have'],
  ['ll', 'will'],
  ['s', 'is'],
]);

function understand(word: string, lexicon: Lexicon, speller: Speller): string {
  if (lexicon.knows(word)) return word;
  const forms = stems(word);
  const form = forms.find(lexicon.knows);
  if (form !== undefined || word.length < 4) return form ?? word;
  const right = speller(word);
  if (right !== undefined) return right;
  return (
    forms
      .filter((one) => one.length > 3)
      .map(speller)
      .find((one) => one !== undefined) ?? word
  );
}
