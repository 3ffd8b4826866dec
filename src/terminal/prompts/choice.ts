import { useKeypress, useRef, useState } from '@inquirer/core';
import { BACK, type Back, type ChoicePrompt, introOf } from '../prompter.ts';
import { wrap } from '../../text/wrap.ts';
import { STILL_MS } from '../key-guard.ts';
import { layOut, lineWidth, type KeyHint, type Look } from './layout.ts';
import { CANCEL, cancels, goesBack, isEnter, type KeyPress, makePrompt, TOO_FAST, useKeyGuard } from './prompt.ts';

export type ChoiceState = { active: number; typed: string; notice: string };
export type ChoiceConfig = { prompt: ChoicePrompt; look: Look; screen: NodeJS.EventEmitter };

/** How long a "1" waits for the "0" of a "10". */
const NEXT_DIGIT_MS = 700;

/** A question that one key answers; the arrows and Enter can be used as well. */
export const askChoice = makePrompt<string | Back | typeof CANCEL, ChoiceConfig>(
  (config, done) => {
    const { prompt, look } = config;
    const [state, setState] = useState<ChoiceState>(() => ({ active: chosenAt(prompt), typed: '', notice: '' }));
    const guard = useKeyGuard();
    const typedAt = useRef(0);
    useKeypress((key: KeyPress) => {
      // A key that types nothing completes nothing.
      const typed = key.sequence ? state.typed + key.sequence : '';
      const completes = state.typed !== '' && matching(prompt, typed).length > 0;
      // While a 1 waits for its 0, a key that comes too late for a burst is deliberate.
      const isMeant = state.typed !== '' && performance.now() - typedAt.current >= STILL_MS;
      if (completes || isMeant) guard.recall();
      typedAt.current = performance.now();
      if (!guard.admits()) return setState({ ...state, typed: '', notice: TOO_FAST });
      const answer = answerOf(key, typed, state, prompt);
      if (answer !== undefined) {
        setState({ active: indexOf(prompt, answer, state.active), typed, notice: '' });
        return guard.answer(() => done(answer), matching(prompt, typed).length > 1 ? NEXT_DIGIT_MS : STILL_MS);
      }
      setState(moved(key, state, prompt));
    });
    return choiceText(prompt, state, look);
  },
  { above: ({ prompt }) => prompt.above?.() ?? [] },
);

// Without a default nothing is chosen yet, so that Enter by itself answers nothing.
function chosenAt({ options, default: usual, before = usual }: ChoicePrompt): number {
  return options.findIndex((option) => option.id === before);
}

function indexOf({ options }: ChoicePrompt, answer: string | symbol, otherwise: number): number {
  const found = options.findIndex((option) => option.id === answer);
  return found < 0 ? otherwise : found;
}

/** The options whose key begins with what was typed. */
function matching({ options }: ChoicePrompt, typed: string) {
  return options.filter((option) => typed !== '' && option.key.startsWith(typed.toLowerCase()));
}

function answerOf(key: KeyPress, typed: string, state: ChoiceState, prompt: ChoicePrompt) {
  if (cancels(key)) return prompt.escape ?? CANCEL;
  if (goesBack(key) && prompt.canGoBack) return BACK;
  if (isEnter(key)) return prompt.options[state.active]?.id;
  return prompt.options.find((option) => option.key === typed.toLowerCase())?.id;
}

function moved(key: KeyPress, state: ChoiceState, { options, inline }: ChoicePrompt): ChoiceState {
  const from = state.active < 0 ? (key.name === 'up' || key.name === 'k' ? 0 : -1) : state.active;
  const move = (by: number) => ({ active: (from + by + options.length) % options.length, typed: '', notice: '' });
  // In a single line the arrows would choose invisibly.
  if (!inline && (key.name === 'down' || key.name === 'j')) return move(1);
  if (!inline && (key.name === 'up' || key.name === 'k')) return move(-1);
  return { ...state, typed: '', notice: `Press one of these keys: ${options.map((option) => option.key).join(' ')}.` };
}

/** The screen as text: a list, or a single line for a few things to do next. */
function choiceText(prompt: ChoicePrompt, state: ChoiceState, look: Look): string {
  const { preface, place, title } = prompt;
  const intro = introOf(prompt);
  return layOut(
    {
      preface,
      place,
      title,
      intro,
      items: prompt.inline ? [] : optionLines(prompt, state.active, look),
      active: Math.max(0, state.active),
      notice: state.notice,
      above: prompt.above?.().length ?? 0,
      keys: prompt.inline ? inlineKeys(prompt, state.active, look) : keyHints(prompt, look),
    },
    look,
  );
}

function optionLines({ options }: ChoicePrompt, chosen: number, look: Look): string[][] {
  const { style, glyphs } = look;
  const widest = Math.max(...options.map((option) => option.key.length));
  return options.map(({ key, label }, index) => {
    const active = index === chosen;
    const first = `${active ? glyphs.pointer : ' '} ${style.key(key.padStart(widest))}  `;
    const [line = '', ...rest] = wrap(label, lineWidth(look), { first: ' '.repeat(widest + 4) });
    const lines = [line.trimStart(), ...rest].map(active ? style.strong : (text) => text);
    return lines.map((text, at) => (at === 0 ? first + text : text));
  });
}

function inlineKeys({ options, default: usual }: ChoicePrompt, chosen: number, { style }: Look): KeyHint[] {
  return options.map(({ id, key, label }, at) => {
    const does = at === chosen ? style.strong(label) : label;
    return { key: id === usual ? `Enter or ${key}` : key, does, brief: does };
  });
}

function keyHints({ canGoBack, options, escape }: ChoicePrompt, { glyphs }: Look): KeyHint[] {
  const escapes = options.find(({ id }) => id === escape)?.label.toLowerCase() ?? 'quit';
  return [
    { key: `${glyphs.arrows} Enter`, does: 'or press the key shown', brief: 'or the key' },
    ...(canGoBack ? [{ key: glyphs.arrowLeft, does: 'back', brief: '' }] : []),
    { key: 'Esc', does: escapes, brief: '' },
  ];
}
