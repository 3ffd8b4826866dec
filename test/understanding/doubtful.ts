import { search } from '../../src/guide/search/search.ts';
import type { Detected } from '../../src/understanding/core/signs.ts';
import { frozenNotes, index, notes, signsIn } from './built.ts';

/** A short text that the guide has no answer to, and the one sign of which it has to be asked whether it is meant. */
export function doubtful(): { text: string; sign: Detected } {
  const texts = [...frozenNotes, ...notes].map(({ text }) => text);
  for (const text of texts.filter((one) => one.length < 60 && /^[a-z ]+$/.test(one))) {
    const [sign, ...others] = signsIn(text);
    const isIt = sign && others.length === 0 && !sign.sure && sign.id !== 'self-harm';
    if (isIt && !search(text, index).answered) return { text, sign };
  }
  throw new Error('no text is doubtful');
}
