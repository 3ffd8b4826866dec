import type { BreaksContent } from '../../content/break-types.ts';
import type { Pose } from '../../content/session-types.ts';
import { habitsOf, clockIn } from '../../journal/core/habits.ts';
import { toIso } from '../../journal/core/when.ts';
import { type BreaksView, everyText, moveText, nextText, pauseText } from '../views/breaks.ts';
import type { OpenBreaksStage, Press } from './stage.ts';

export interface LineOptions {
  readonly write: (line: string) => void;
  readonly content: BreaksContent;
  readonly poses: ReadonlyMap<string, Pose>;
  /** Listens to what a person types; absent where nobody can. @returns stops listening */
  readonly listen: ((take: (word: string) => void) => () => void) | undefined;
  readonly ring: () => void;
}

const TYPED: ReadonlyMap<string, Press> = new Map([
  ['done', 'done'],
  ['d', 'done'],
  ['enter', 'done'],
  ['snooze', 'snooze'],
  ['later', 'snooze'],
  ['s', 'snooze'],
  ['skip', 'skip'],
  ['k', 'skip'],
  ['stop', 'stop'],
  ['quit', 'stop'],
  ['q', 'stop'],
]);

const KEYS = 'Type a word, then press Enter: done, snooze, skip, or stop.';

/** Shows breaks as lines, for a screen reader, a dumb terminal or a pipe. */
export function lineStage({ write, content, poses, listen, ring }: LineOptions): OpenBreaksStage {
  return (press) => {
    let last: BreaksView | undefined;
    const stop = listen?.((word) => {
      const meant = TYPED.get(word);
      if (meant) press(meant);
      else write(KEYS);
    });
    return {
      show: (view, said) => {
        const { breaks, move, now } = view;
        if (!last) {
          write(`Breaks ${everyText(breaks)}. ${nextText(breaks, now)}`);
          if (listen) write(KEYS);
        }
        if (said !== '') write(said);
        if (move && breaks.due!.at !== last?.breaks.due?.at) {
          const at = clockIn(toIso(breaks.due!.at), habitsOf(now));
          write(`${at}: time to get up. ${moveText(move, content)}`);
          write(`Figure: ${poses.get(move.figures[1])!.alt}`);
        }
        if (breaks.pause !== last?.breaks.pause && breaks.pause) write(pauseText(breaks));
        last = view;
      },
      changesAt: () => undefined,
      ring,
      notify: () => {},
      close: () => stop?.(),
    };
  };
}
