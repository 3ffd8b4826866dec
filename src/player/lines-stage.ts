import type { SessionsContent } from '../content/session-types.ts';
import type { Signal } from '../session/state.ts';
import { keysText } from '../views/session/keys.ts';
import { tellingOf } from '../views/session/telling.ts';
import type { OpenStage, Press } from './stage.ts';

export interface LinesStageOptions {
  readonly write: (line: string) => void;
  readonly words: SessionsContent;
  /** Listens to what a person types; absent where nobody can. */
  readonly listen: ((press: (press: Press) => void) => () => void) | undefined;
  readonly ring: (text: string) => void;
  /** What has to be known before it begins. */
  readonly intro: readonly string[];
}

/** Line by line, for a screen reader, a dumb terminal, a pipe: nothing is ever drawn again. */
export function linesStage({ write, words, listen, ring, intro }: LinesStageOptions): OpenStage {
  return (press) => {
    intro.forEach(write);
    const stop = listen?.(press);
    return {
      show: ({ session, now }, signals) => {
        const lines = signals.map((signal) => tellingOf(signal, session, words, now).line);
        lines.filter((line) => line !== '').forEach(write);
        if (listen && signals.some(isAsking)) write(keysText(session));
      },
      wants: () => undefined,
      ring,
      close: () => stop?.(),
    };
  };
}

// What can be done now is another thing than what was said at the beginning.
function isAsking(signal: Signal): boolean {
  return signal.kind === 'hurts' || signal.kind === 'alarm' || (signal.kind === 'check' && signal.answer !== undefined);
}
