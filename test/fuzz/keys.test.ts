import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { START } from '../sessions/stepping.ts';
import { Dice } from './dice.ts';
import { PROMPTS, type Screen } from './keys/prompts.ts';
import { wayOut } from './keys/protocols.ts';
import { fakeTime, type Shown } from '../terminal/shown.ts';
import { arriving, noise, opening, paste, press, type Sent, silent, words } from './keys/sequences.ts';
import { SESSIONS } from './keys/sessions.ts';
import { typedIn } from './keys/typed.ts';

// `npm run fuzz` runs many more.
const COUNT = Number(process.env['FUZZ_COUNT'] ?? 70);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
// A failure names its own seed: `npm run fuzz -- --keys 1000007` sends that sequence alone.
const ONLY = process.env['FUZZ_KEYS'];

const SCREENS = [...PROMPTS, ...SESSIONS];
const PAUSES = [0, 0, 40, 150, 400, 1100];
/** An answer counts once the keyboard has been still for so long, and a 1 that may become a 10 later. */
const STILL = 800;
const SEVERAL = 5;

/** A person, or chance, in front of a screen. */
class Sender {
  readonly dice: Dice;
  readonly shown: Shown;
  readonly all: Sent[] = [];
  readonly #pieces: string[] = [];

  constructor(dice: Dice, shown: Shown) {
    this.dice = dice;
    this.shown = shown;
  }

  /** Sends something, and lets at least so much time go by. */
  async send(sent: Sent, least: number): Promise<void> {
    this.all.push(sent);
    for (const { bytes, pause } of arriving(this.dice, sent, least)) {
      if (this.shown.isOver()) return;
      this.#pieces.push(`${JSON.stringify(bytes.toString('latin1'))} ${pause}`);
      this.shown.send(bytes);
      await this.shown.passes(pause);
    }
  }

  /** The same, several times. */
  async some(make: (dice: Dice) => Sent, pauses: readonly number[] = PAUSES): Promise<void> {
    for (const sent of this.dice.some(SEVERAL, () => make(this.dice))) await this.send(sent, this.dice.pick(pauses));
  }

  story(): string {
    return this.#pieces.join(', ');
  }
}

type Trial = (sender: Sender, screen: Screen) => Promise<string[]>;

/** What a terminal sends by itself changes nothing, and a key that is pressed amid it does what it does. */
async function oneKey(sender: Sender, { keys, after, takesText }: Screen): Promise<string[]> {
  const { dice, shown } = sender;
  const still = (one: Dice) => (!takesText && one.oneIn(4) ? paste(one) : silent(one));
  await sender.some(still);
  await shown.passes(1100);
  if (!shown.isUntouched()) return ['something that is no key has answered it'];
  const chord = dice.pick(keys);
  const pressed = press(dice, chord);
  await sender.send(pressed, STILL);
  await sender.some(still);
  const wanted = after(pressed.keys![0]!);
  return isDeepStrictEqual(shown.outcome(), wanted)
    ? []
    : [`not what comes of ${pressed.keys![0]}: ${JSON.stringify(wanted)}`];
}

/** What is typed or pasted into a line is the answer, whatever arrives in between. */
async function oneLine(sender: Sender): Promise<string[]> {
  const { dice, shown } = sender;
  await sender.some((one) => (one.oneIn(2) ? silent(one) : one.oneIn(2) ? paste(one) : words(one)));
  await shown.passes(1100);
  const typed = sender.all.map(({ text }) => text).join('');
  await sender.send(press(dice, { key: 'enter' }), STILL);
  const outcome = shown.outcome();
  // A question that says nothing isn't asked.
  if (outcome === 'open' && typed.trim() === '') return [];
  if (typeof outcome === 'string') return ['a typed line was not taken'];
  const answer = outcome.answer as string | { id: string } | { typed: string };
  // Where the list still holds something, the first of it is taken.
  if (typeof answer !== 'string' && 'id' in answer) return [];
  const line = typeof answer === 'string' ? answer : answer.typed;
  return line === typed.trim() ? [] : [`the line should be ${JSON.stringify(typed.trim())}`];
}

/** Of anything at all comes only what was typed. */
async function anything(sender: Sender, { keys, follows, takesText }: Screen): Promise<string[]> {
  await sender.some((dice) => {
    if (dice.oneIn(9)) return noise(dice);
    return dice.oneIn(2) ? press(dice, dice.pick(keys)) : dice.pick([silent, silent, words, paste])(dice);
  });
  if (sender.dice.oneIn(2)) await sender.shown.passes(STILL);
  const outcome = sender.shown.outcome();
  const typed = typedIn(sender.all);
  if (outcome === 'open') return sender.shown.isUntouched() ? [] : ['it has changed, and nothing says why'];
  const isTyped =
    outcome === 'left' ? typed.has('escape', 'ctrl+c', takesText ? 'backspace' : 'q') : follows(outcome.answer, typed);
  return isTyped ? [] : ['nobody has typed that'];
}

/** Keys in a hurry, in any protocol, are followed by Ctrl-C at once: it always leaves. */
async function leaving({ dice, shown }: Sender): Promise<string[]> {
  if (shown.isOver()) return [];
  const bytes = wayOut(dice);
  if (dice.oneIn(3)) shown.send(opening(dice));
  shown.send(Buffer.from(bytes));
  await shown.passes(0);
  return shown.outcome() === 'left' ? [] : [`${JSON.stringify(bytes)} doesn't leave`];
}

async function tryOne(seed: number, screen: Screen): Promise<string[]> {
  const dice = new Dice(seed * SCREENS.length + SCREENS.indexOf(screen));
  const sender = new Sender(dice, screen.open());
  const trials: readonly Trial[] = [oneKey, anything, anything, screen.takesText ? oneLine : oneKey];
  try {
    const problems = [...(await dice.pick(trials)(sender, screen))];
    const outcome = JSON.stringify(sender.shown.outcome());
    problems.push(...(await leaving(sender)));
    return problems.map((problem) => `seed ${seed}: ${problem}; ${outcome} after ${sender.story()}`);
  } finally {
    await sender.shown.close();
  }
}

beforeAll(() => fakeTime(START));
afterAll(() => void vi.useRealTimers());

describe(`${COUNT} sequences of keys, reports and noise from seed ${SEED}, into each screen`, () => {
  test.each(SCREENS.map((screen) => [screen.name, screen] as const))(
    '%s: no answer that nobody typed, and Ctrl-C leaves',
    async (_name, screen) => {
      const seeds = ONLY ? [Number(ONLY)] : Array.from({ length: COUNT }, (_, nth) => SEED * 1_000_000 + nth);
      const problems: string[] = [];
      for (const seed of seeds) problems.push(...(await tryOne(seed, screen)));
      expect(problems.slice(0, 10)).toEqual([]);
    },
    COUNT * 1000 + 120_000,
  );
});
