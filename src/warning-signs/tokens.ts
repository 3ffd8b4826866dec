import { stems } from './inflect.ts';
import type { Lexicon } from './lexicon.ts';
import { readNumbers } from './numbers.ts';
import { pieces, type Piece } from './pieces.ts';
import { tiring, type Speller } from './spelling.ts';
import type { Break, Token, WarningSigns } from './types.ts';

type Reader = (word: string) => readonly string[];

/** A known form keeps its own word and has that of its stem beside it. */
function withBase(token: Token, lexicon: Lexicon): Token {
  const base = stems(token.word).find(lexicon.knows);
  return base === undefined ? token : { ...token, base };
}

/** The words of a text as the knowledge knows them: shortened ones in full, forms and slips of the pen put right. */
export function readTokens(text: string, knowledge: WarningSigns, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  const speller = tiring(lexicon.spell);
  const reader: Reader = (word) => inFull(word, knowledge.short, (one) => understand(one, lexicon, speller));
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
  return readNumbers(tokens.map((token) => withBase(token, lexicon)));
}

const STRENGTH: readonly Break[] = ['', ',', '.', '?'];

function stronger(one: Break, other: Break): Break {
  return STRENGTH.indexOf(other) > STRENGTH.indexOf(one) ? other : one;
}

/** What a piece parts, if it is no word: dictation says the names of the points. */
function breakOf(all: readonly Piece[], at: number): Break | undefined {
  const text = all[at]?.text ?? '';
  const next = all[at + 1]?.text;
  if (text === '?') return '?';
  if (/^[.!\n]$/.test(text) || (text === 'period' && (next === undefined || next === 'new'))) return '.';
  if (text === 'full' && next === 'stop') return '.';
  if (text === 'stop' && all[at - 1]?.text === 'full') return '';
  if (text === 'comma' || /^[,;()[\]|–—…/]$/.test(text)) return ',';
  if (text === '-') return isMinus(all, at) ? '' : ',';
  return /^[^\p{L}\d&+→=-]/u.test(text) ? '' : undefined;
}

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
  return reader(piece.text).map((word, index) => ({ word, ...place, before: index === 0 ? before : '' }));
}

function numberToken(piece: Piece, before: Break, previous: Piece | undefined): Token {
  const value = Number(piece.text.replace(',', '.'));
  const short = previous?.text === "'" && /^\d\d$/.test(piece.text);
  const isYear = short || (/^(19[4-9]\d|20[0-3]\d)$/.test(piece.text) && previous !== undefined);
  return { word: isYear ? '#year' : '#', value, from: piece.from, to: piece.to, before };
}

/** "can't" is "can not", "w/o" is "without": words that stand for several, or for a longer one. */
function inFull(word: string, short: Readonly<Record<string, string>>, one: (word: string) => string): string[] {
  const plain = Object.hasOwn(short, word) ? short[word] : undefined;
  if (plain !== undefined) return plain.split(' ');
  if (word.includes('/'))
    return word.split('/').every((part) => /^\d+$/.test(part)) ? [word] : word.split('/').map(one);
  const negated = /^(.+)n't$/.exec(word);
  if (negated) return [one(negated[1] === 'ca' ? 'can' : negated[1] === 'wo' ? 'will' : (negated[1] ?? '')), 'not'];
  const [base = '', tail] = word.split("'");
  if (tail === undefined || base === '') return [one(word)];
  const rest = TAILS[tail];
  return rest === undefined ? [one(base)] : [one(base), rest];
}

const TAILS: Readonly<Record<string, string>> = { m: 'am', re: 'are', ve: 'have', ll: 'will', s: 'is' };

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
