import { useKeypress, useState } from '@inquirer/core';
import { wrap } from '../../text/wrap.ts';
import { BACK, type Back, type TextPrompt } from '../prompter.ts';
import { textRows } from './key-rows.ts';
import { backsOut, isEnter, type ReadlineKey } from './keys.ts';
import { isLow, type KeyHint, keysInWords, lineWidth, type Look } from './layout.ts';
import { CANCEL, makePrompt, useKeyGuard, useTyped } from './prompt.ts';

/** From this width on, the key that continues can say when it skips. */
const LONG_HINT = 60;

export type TextConfig = { prompt: TextPrompt; look: Look; screen: NodeJS.EventEmitter };

/** A line of the user's own words; Enter on an empty line skips it. */
export const askText = makePrompt<string | Back | typeof CANCEL, TextConfig>(
  (config, done, help) => {
    const { prompt, look } = config;
    const [typed, setTyped] = useState('');
    const typedWith = useTyped();
    const guard = useKeyGuard();
    const act = (key: ReadlineKey, line: { readonly line: string }) => {
      guard.recall();
      if (key.name === 'escape') return guard.answer(() => done(prompt.escape ?? CANCEL));
      if (backsOut(key, typed)) return guard.answer(() => done(prompt.escape ?? (prompt.canGoBack ? BACK : CANCEL)));
      if (key.name === 'left' && !key.ctrl && typed === '' && prompt.canGoBack) return guard.answer(() => done(BACK));
      const now = typedWith(key, line.line, typed);
      if (!isEnter(key)) return setTyped(now);
      guard.answer(() => done(typed.trim() || (prompt.default ?? '')));
    };
    useKeypress(
      help.unlessHelp(
        () => textRows(prompt),
        act,
        () => typed !== '',
      ),
    );
    return [`${questionText(prompt, look)}\n> ${typed}`, keysInWords(keyHints(prompt, look), look).join('\n')];
  },
  { showsCursor: true },
);

function questionText({ place, title, intro, preface = '' }: TextPrompt, look: Look): string {
  const lines = (text: string) => (text === '' ? [] : wrap(text, lineWidth(look)));
  const placed = (text: string) => [place, text].filter(Boolean).join('  ');
  if (isLow(look)) return [...lines(preface), ...lines(placed(intro))].join('\n');
  const above = preface === '' ? [] : [...lines(preface), ''];
  return [...above, placed(look.style.heading(title)), ...lines(intro), ''].join('\n');
}

// Apart from the line there is nothing else on the screen, so there is always room for all words.
function keyHints({ canGoBack, escape, default: usual = 'skip' }: TextPrompt, look: Look): KeyHint[] {
  const on = look.size().columns < LONG_HINT ? `continue or ${usual}` : `continue (on an empty line: ${usual})`;
  const out = escape ? 'back' : 'quit';
  return [
    { key: 'Enter', does: on, brief: on },
    ...(canGoBack && !escape ? [{ key: 'backspace', does: 'back', brief: 'back' }] : []),
    { key: 'Esc', does: out, brief: out },
  ];
}
