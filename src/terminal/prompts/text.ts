import { createPrompt, useEffect, useKeypress, useRef, useState, type KeypressEvent } from '@inquirer/core';
import { BACK, type Back, type TextPrompt } from '../prompter.ts';
import { makeKeyGuard } from './key-guard.ts';
import { CANCEL, cancels, useRedraw, type Key } from './keys.ts';
import { layOut, type Look } from './layout.ts';

export type TextConfig = { prompt: TextPrompt; look: Look; screen: NodeJS.EventEmitter };

/** A line of the user's own words; Enter on an empty line passes it over. */
export const askText = createPrompt<string | Back | typeof CANCEL, TextConfig>((config, done) => {
  const { prompt, look } = config;
  const [typed, setTyped] = useState('');
  const guard = useRef(makeKeyGuard()).current;
  useEffect(() => () => guard.stop(), []);
  useRedraw(config.screen);
  useKeypress((event: KeypressEvent, line) => {
    const key: Key = event;
    if (key.name === 'return' || key.name === 'enter') return guard.answer(() => done(typed.trim()));
    guard.recall();
    if (cancels(key)) return guard.answer(() => done(CANCEL));
    if (key.name === 'left' && typed === '' && prompt.canGoBack) return guard.answer(() => done(BACK));
    setTyped(line.line);
  });
  const screen = layOut(
    { ...prompt, items: [], active: 0, details: [], notice: '', keys: keyHints(prompt, look) },
    look,
  );
  return [`> ${typed}`, screen];
});

function keyHints({ canGoBack }: TextPrompt, { glyphs }: Look) {
  return [
    { key: 'Enter', does: 'go on; on an empty line: pass', brief: 'on/pass' },
    ...(canGoBack ? [{ key: glyphs.arrowLeft, does: 'back', brief: '' }] : []),
    { key: 'Esc', does: 'quit, nothing kept', brief: '' },
  ];
}
