import { createPrompt } from '@inquirer/core';
import { linesToTerminal, toTerminal } from '../../text/sanitize.ts';
import { HIDE_CURSOR, SHOW_CURSOR } from '../escapes.ts';
import type { Look } from './layout.ts';

/** What a prompt draws: a text, or a text and what is below the line that is typed into. */
type Drawn = string | readonly [text: string, below: string];

type Draw<Answer, Config> = (config: Config, done: (answer: Answer) => void) => Drawn;

/**
 * Makes a prompt, and the one way on which text gets from prompts to the screen: spelt as the terminal
 * can show it, and harmless, as what is typed, pasted or chosen from is drawn as well.
 */
export function makePrompt<Answer, Config extends { readonly look: Look }>(
  draw: Draw<Answer, Config>,
  { showsCursor = false } = {},
) {
  const cursor = showsCursor ? SHOW_CURSOR : HIDE_CURSOR;
  return createPrompt<Answer, Config>((config, done) => {
    const drawn = draw(config, done);
    const [text, below] = typeof drawn === 'string' ? [drawn] : drawn;
    const [shown, shownBelow] = [text, below].map((one) => one && linesToTerminal(config.look.spell(one)));
    const first = showsCursor ? cursor + shown : shown + cursor;
    return shownBelow === undefined ? first : [first, shownBelow];
  });
}

/** A line as the terminal can show it. */
export function shownWith({ spell }: Look, text: string): string {
  return toTerminal(spell(text));
}
