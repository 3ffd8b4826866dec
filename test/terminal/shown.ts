import { vi } from 'vitest';
import { BACK, type Prompter } from '../../src/terminal/prompter.ts';
import { screensPrompter } from '../../src/terminal/screens-prompter.ts';
import { FakeTerminal, HOST } from './fake-terminal.ts';
import { look } from './prompts/look.ts';

/** What has come of a screen: nothing yet, an answer, or that it was left. */
export type Outcome = 'open' | 'left' | { readonly answer: unknown };

/** A screen into which keys go. */
export interface Shown {
  readonly send: (bytes: Uint8Array) => void;
  /** Nothing more will ever arrive. */
  readonly end: () => void;
  /** Time goes by. */
  readonly passes: (ms: number) => Promise<void>;
  readonly outcome: () => Outcome;
  /** Nobody has answered anything: an alarm still sounds, a pain isn't told. */
  readonly isUntouched: () => boolean;
  /** Nothing more can come of it. */
  readonly isOver: () => boolean;
  readonly close: () => Promise<void>;
}

/** Shows a prompt. Time has to be faked: see {@link fakeTime}. */
export function shown(ask: (prompter: Prompter) => Promise<unknown>, columns = 80, rows = 24): Shown {
  const terminal = new FakeTerminal(columns, rows);
  const { stdin, screen } = terminal;
  const prompter = screensPrompter({
    stdin,
    screen,
    look: look(columns, rows),
    color: false,
    host: HOST,
    elapsed: () => performance.now(),
    write: () => {},
  });
  let outcome: Outcome = 'open';
  ask(prompter).then(
    (answer) => (outcome = { answer: answer === BACK ? 'back' : answer }),
    (error: Error) => (outcome = error.name === 'Cancelled' ? 'left' : { answer: error }),
  );
  return {
    send: (bytes) => terminal.send(bytes),
    end: () => terminal.stdin.emit('end'),
    passes,
    outcome: () => outcome,
    isUntouched: () => outcome === 'open',
    isOver: () => outcome !== 'open',
    close: async () => {
      // A prompt that still stands there would listen on.
      if (outcome === 'open') terminal.send('\u0003');
      await settled();
      prompter.close();
      terminal.close();
    },
  };
}

/** Makes time a thing that a test moves. @param now milliseconds since 1970 */
export function fakeTime(now: number): void {
  vi.useFakeTimers({ now, toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
}

export async function passes(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await settled();
}

/** What waits for a promise gets its turn. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}
