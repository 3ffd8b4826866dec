import { useKeypress, useState } from '@inquirer/core';
import { wrap } from '../../text/wrap.ts';
import { BACK, type Back, type TextPrompt } from '../prompter.ts';
import { textRows } from './key-rows.ts';
import { isEnter, type ReadlineKey } from './keys.ts';
import { isLow, type KeyHint, keyLines, lineWidth, type Look } from './layout.ts';
import { CANCEL, makePrompt, useKeyGuard, useTyped } from './prompt.ts';

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
    return [`${questionText(prompt, look)}\n> ${typed}`, keyLines(keyHints(prompt, look), look).join('\n')];
  },
  { showsCursor: true },
);

function questionText({ place, title, intro }: TextPrompt, look: Look): string {
  if (isLow(look)) return wrap([place, intro].filter(Boolean).join('  '), lineWidth(look)).join('\n');
  return [[place, look.style.heading(title)].filter(Boolean).join('  '), ...wrap(intro, lineWidth(look)), ''].join(
    '\n',
  );
}

function keyHints({ canGoBack, escape, default: usual = 'skip' }: TextPrompt, { glyphs }: Look): KeyHint[] {
  return [
    { key: 'Enter', does: `continue (on an empty line: ${usual})`, brief: `continue or ${usual}` },
    ...(canGoBack && !escape ? [{ key: glyphs.arrowLeft, does: 'back', brief: '' }] : []),
    { key: 'Esc', does: escape ? 'back' : 'quit', brief: '' },
  ];
}
