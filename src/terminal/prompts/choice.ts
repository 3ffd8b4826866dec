import { useKeypress, useRef, useState } from '@inquirer/core';
import { BACK, type Back, type ChoicePrompt, MORE } from '../prompter.ts';
import { STILL_MS } from '../key-guard.ts';
import { choiceScreen, type ChoiceScreen, type ChoiceState, highlightedAt, optionsAt } from './choice-screen.ts';
import { choiceRows } from './key-rows.ts';
import { cancels, goesBack, isEnter, type ReadlineKey } from './keys.ts';
import type { Look } from './layout.ts';
import { CANCEL, makePrompt, TOO_FAST, useKeyGuard } from './prompt.ts';

export interface ChoiceConfig {
  readonly prompt: ChoicePrompt;
  readonly look: Look;
  readonly screen: NodeJS.EventEmitter;
  /** Called with the lines that stay on the terminal if the prompt ends now. */
  readonly onRead?: (lines: readonly string[]) => void;
}

/** How long a "1" waits for the "0" of a "10". */
const NEXT_DIGIT_MS = 700;

/** A question that one key answers, with what is read before it; the arrows and Enter can be used as well. */
export const askChoice = makePrompt<string | Back | typeof CANCEL, ChoiceConfig>((config, done, help) => {
  const { prompt, look } = config;
  const [state, setState] = useState<ChoiceState>(() => initialState(prompt));
  const guard = useKeyGuard();
  const typedAt = useRef(0);
  const screen = choiceScreen(prompt, state, look);
  config.onRead?.(screen.read);
  const act = (key: ReadlineKey) => {
    // A key that types nothing completes nothing.
    const typed = key.sequence ? state.typed + key.sequence : '';
    const completes = state.typed !== '' && matching(prompt, typed).length > 0;
    // While a 1 waits for its 0, a key that comes too late for a burst is deliberate.
    const isMeant = state.typed !== '' && performance.now() - typedAt.current >= STILL_MS;
    if (completes || isMeant) guard.recall();
    typedAt.current = performance.now();
    if (!guard.admits()) return setState({ ...state, typed: '', notice: TOO_FAST });
    const page = turned(key, state, screen, prompt);
    if (page !== undefined) return guard.answer(() => setState({ ...state, page, typed: '', notice: '' }));
    const answer = answerOf(key, typed, state, prompt, screen);
    if (answer !== undefined) {
      setState({ ...state, active: indexOf(prompt, answer, state.active), typed, notice: '' });
      return guard.answer(() => done(answer), matching(prompt, typed).length > 1 ? NEXT_DIGIT_MS : STILL_MS);
    }
    setState(moved(key, state, prompt, screen));
  };
  useKeypress(help.unlessHelp(() => choiceRows(prompt, state, screen, look), act));
  return screen.text;
});

// Without a default nothing is chosen yet, so that Enter by itself answers nothing.
function initialState({ options, default: usual, before = usual }: ChoicePrompt): ChoiceState {
  return { active: options.findIndex((option) => option.id === before), page: 0, typed: '', notice: '' };
}

function indexOf({ options }: ChoicePrompt, answer: string | symbol, otherwise: number): number {
  const found = options.findIndex((option) => option.id === answer);
  return found < 0 ? otherwise : found;
}

/** The options whose key begins with what was typed. */
function matching({ options }: ChoicePrompt, typed: string) {
  return options.filter((option) => typed !== '' && option.key.startsWith(typed.toLowerCase()));
}

const ONWARDS: ReadonlySet<string> = new Set(['space', 'pagedown', 'right', 'down', 'j']);

/** The page that a key turns to; undefined if it turns none. */
function turned(key: ReadlineKey, state: ChoiceState, screen: ChoiceScreen, prompt: ChoicePrompt): number | undefined {
  const { page, pages, asks } = screen;
  const { options, reading } = prompt;
  if (page > 0 && (goesBack(key, options) || key.name === 'pageup')) return page - 1;
  const letter = key.sequence?.toLowerCase();
  const chosen = isEnter(key) ? options[state.active] : options.find((option) => option.key === letter);
  const wantsMore = asks && reading?.further !== undefined && chosen?.id === MORE;
  const goesOn = wantsMore || (!asks && (isEnter(key) || ONWARDS.has(key.name ?? '')));
  return goesOn && page < pages - 1 ? page + 1 : undefined;
}

function answerOf(key: ReadlineKey, typed: string, state: ChoiceState, prompt: ChoicePrompt, screen: ChoiceScreen) {
  const { options, escape, canGoBack } = prompt;
  if (cancels(key, options)) return escape ?? CANCEL;
  if (goesBack(key, options) && canGoBack) return BACK;
  if (isEnter(key)) return highlightedAt(prompt, state.active, screen)?.id;
  return optionsAt(prompt, screen).find((option) => option.key === typed.toLowerCase())?.id;
}

function moved(key: ReadlineKey, state: ChoiceState, prompt: ChoicePrompt, screen: ChoiceScreen): ChoiceState {
  const { options } = prompt;
  const from = state.active < 0 ? (key.name === 'up' || key.name === 'k' ? 0 : -1) : state.active;
  const move = (by: number) => ({
    ...state,
    active: (from + by + options.length) % options.length,
    typed: '',
    notice: '',
  });
  if (screen.hasList && (key.name === 'down' || key.name === 'j')) return move(1);
  if (screen.hasList && (key.name === 'up' || key.name === 'k')) return move(-1);
  return { ...state, typed: '', notice: `Press one of these keys: ${keysText(state, prompt, screen)}.` };
}

// All that the row of keys names: Enter too, where it does something.
function keysText({ active }: ChoiceState, prompt: ChoicePrompt, screen: ChoiceScreen): string {
  const takesEnter = !screen.asks || highlightedAt(prompt, active, screen) !== undefined;
  return [...optionsAt(prompt, screen).map(({ key }) => key), ...(takesEnter ? ['Enter'] : [])].join(' ');
}
