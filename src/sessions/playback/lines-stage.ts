import type { SessionsContent } from '../../content/session-types.ts';
import type { Signal } from '../core/state.ts';
import { keysText, TIME_LEFT } from '../views/keys.ts';
import { announcementFor, timeLeftText } from '../views/announcement.ts';
import type { OpenStage, Press, Scene } from './stage.ts';

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
    let last: Scene | undefined;
    const stop = listen?.((word) => {
      if (word === TIME_LEFT && last && !hasAlarm(last)) write(timeLeftText(last.session, last.now));
      else press(word);
    });
    return {
      show: (scene, signals) => {
        last = scene;
        const { session, now } = scene;
        const lines = signals.map((signal) => announcementFor(signal, session, words, now).line);
        lines.filter((line) => line !== '').forEach(write);
        if (listen && signals.some(isAsking)) write(keysText(session));
      },
      wants: () => undefined,
      ring,
      close: () => stop?.(),
    };
  };
}

// That any word answers it.
function hasAlarm({ session }: Scene): boolean {
  return session.alarm !== undefined || session.ended !== undefined;
}

// What can be done now is another thing than what was said at the beginning.
function isAsking(signal: Signal): boolean {
  return (
    signal.kind === 'nothing' ||
    signal.kind === 'hurts' ||
    signal.kind === 'alarm' ||
    (signal.kind === 'check' && signal.answer !== undefined)
  );
}
