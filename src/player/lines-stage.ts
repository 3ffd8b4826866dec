import type { SessionsContent } from '../content/session-types.ts';
import { tellingOf } from '../views/session/telling.ts';
import type { OpenStage, Press } from './stage.ts';

export interface LinesStageOptions {
  readonly write: (line: string) => void;
  readonly words: SessionsContent;
  /** What a person can type, where somebody can. */
  readonly listen: (press: (press: Press) => void) => () => void;
  readonly ring: (text: string) => void;
  /** What has to be known before it begins. */
  readonly intro: readonly string[];
}

/** Line by line, for a screen reader, a dumb terminal, a pipe: nothing is ever drawn again. */
export function linesStage({ write, words, listen, ring, intro }: LinesStageOptions): OpenStage {
  return (press) => {
    intro.forEach(write);
    const stop = listen(press);
    return {
      show: ({ session, now }, signals) => {
        const lines = signals.map((signal) => tellingOf(signal, session, words, now).line);
        lines.filter((line) => line !== '').forEach(write);
      },
      wants: () => undefined,
      ring,
      close: stop,
    };
  };
}
