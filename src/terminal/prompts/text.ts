import { useKeypress, useRef, useState } from '@inquirer/core';
import { wrap } from '../../text/wrap.ts';
import { BACK, type Back, type TextPrompt } from '../prompter.ts';
import { CANCEL, cancels, isEnter, useKeyGuard, type KeyPress } from './prompt.ts';
import { isLow, type KeyHint, keyLines, lineWidth, type Look } from './layout.ts';
import { makePrompt } from './prompt.ts';
import { linesIn, useRedraw } from './prompt.ts';

export type TextConfig = { prompt: TextPrompt; look: Look; screen: NodeJS.EventEmitter };

/** A line of the user's own words; Enter on an empty line skips it. */
export const askText = makePrompt<string | Back | typeof CANCEL, TextConfig>(
  (config, done) => {
    const { prompt, look } = config;
    const [typed, setTyped] = useState('');
    // Readline forgets a line at Enter. A pasted text may go on after that, and nothing of it is lost.
    const before = useRef('');
    const guard = useKeyGuard();
    const drawn = useRedraw(config.screen);
    useKeypress((key: KeyPress, line) => {
      guard.recall();
      if (cancels(key)) return guard.answer(() => done(CANCEL));
      if (key.name === 'left' && !key.ctrl && typed === '' && prompt.canGoBack) return guard.answer(() => done(BACK));
      if (!isEnter(key)) return setTyped(before.current + line.line);
      before.current = typed === '' ? '' : `${typed} `;
      guard.answer(() => done(typed.trim() || (prompt.default ?? '')));
    });
    const question = questionText(prompt, look);
    drawn(linesIn(question) + 1);
    return [`${question}\n> ${typed}`, keyLines(keyHints(prompt, look), look).join('\n')];
  },
  { showsCursor: true },
);

function questionText({ place, title, intro }: TextPrompt, look: Look): string {
  if (isLow(look)) return wrap([place, intro].filter(Boolean).join('  '), lineWidth(look)).join('\n');
  return [[place, look.style.heading(title)].filter(Boolean).join('  '), ...wrap(intro, lineWidth(look)), ''].join(
    '\n',
  );
}

function keyHints({ canGoBack, default: usual = 'skip' }: TextPrompt, { glyphs }: Look): KeyHint[] {
  return [
    { key: 'Enter', does: `continue (on an empty line: ${usual})`, brief: `continue or ${usual}` },
    ...(canGoBack ? [{ key: glyphs.arrowLeft, does: 'back', brief: '' }] : []),
    { key: 'Esc', does: 'quit without saving', brief: '' },
  ];
}
