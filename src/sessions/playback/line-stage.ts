import type { SessionsContent } from '../../content/session-types.ts';
import { meaningOf, type Press, REPEAT } from '../core/keys.ts';
import type { Signal } from '../core/state.ts';
import { announcementFor, repeatedText, timeLeftText } from '../views/announcement.ts';
import { keysText } from '../views/keys.ts';
import type { OpenStage, Scene } from './stage.ts';

export interface LineStageOptions {
  readonly write: (line: string) => void;
  readonly words: SessionsContent;
  /** Listens to what a person types; absent where nobody can. @returns stops listening */
  readonly listen: ((press: (press: Press) => void) => () => void) | undefined;
  readonly ring: () => void;
  /** The lines at the beginning. */
  readonly intro: readonly string[];
}

/** Shows a session as lines, for a screen reader, a dumb terminal or a pipe: nothing is drawn again. */
export function lineStage({ write, words, listen, ring, intro }: LineStageOptions): OpenStage {
  return (press) => {
    intro.forEach(write);
    let last: Scene | undefined;
    const stop = listen?.((word) => {
      if (!last) return press(word);
      const { session, now } = last;
      const meaning = meaningOf(word, session);
      // Any other word answers an alarm, but nobody who asks what was said has taken anything off.
      if (REPEAT.includes(word)) return [repeatedText(session, words), keysText(session)].forEach(write);
      if (meaning && 'ask' in meaning) write(timeLeftText(session, now));
      else press(word);
    });
    return {
      show: (scene, signals) => {
        last = scene;
        const { session, now } = scene;
        const lines = signals.map((signal) => announcementFor(signal, session, words, now).line);
        lines.filter((line) => line !== '').forEach(write);
        if (listen && signals.some(changesKeys)) write(keysText(session));
      },
      changesAt: () => undefined,
      ring,
      // Lines are for screen readers and pipes, which get no codes.
      notify: () => {},
      close: () => stop?.(),
    };
  };
}

// After these the keys differ from those that were named at the beginning, or somebody didn't know them.
function changesKeys(signal: Signal): boolean {
  return (
    signal.kind === 'nothing' ||
    signal.kind === 'paused' ||
    signal.kind === 'hurts' ||
    signal.kind === 'alarm' ||
    (signal.kind === 'check' && (signal.answer !== undefined || signal.asks !== undefined))
  );
}
