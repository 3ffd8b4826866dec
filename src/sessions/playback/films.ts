import type { Pose } from '../../content/session-types.ts';
import { currentStep, type Session, stepLeft } from '../core/state.ts';
import { type Ink, makeFilm } from '../figure/figure.ts';

/** Figures that move with the steps of a session. */
export interface Films {
  /** The figure of this moment, for any width; nothing where the step has none. */
  readonly figureAt: (session: Session, now: number) => ((columns: number) => readonly string[]) | undefined;
  /** When the figure changes next, in milliseconds since 1970; nothing where it stands still. */
  readonly changesAt: (session: Session, now: number) => number | undefined;
}

/** Enough to be gentle, and few enough to cost next to nothing. */
const FRAMES_A_SECOND = 4;
const FRAME_MS = 1000 / FRAMES_A_SECOND;
/** Into a hold one moves for so long, and then stays. */
const INTO_HOLD_MS = 2500;

/** @param moves whether figures may move; else the end of each movement is shown */
export function makeFilms(poses: ReadonlyMap<string, Pose>, ink: Ink, moves: boolean): Films {
  const drawn = new Map<string, readonly (readonly string[])[]>();
  const filmOf = ([from, to]: readonly [string, string], columns: number, mirrored: boolean, frames: number) => {
    const key = [from, to, columns, mirrored, frames].join();
    const film = drawn.get(key) ?? makeFilm(poses.get(from)!, poses.get(to)!, { columns, ink, mirrored }, frames);
    drawn.set(key, film);
    return film;
  };
  return {
    figureAt: (session, now) => {
      const { figure, side } = currentStep(session);
      if (!figure) return undefined;
      const { frames, at } = momentOf(session, now, moves);
      return (columns) => filmOf(figure, columns, side === 'right', frames)[at]!;
    },
    changesAt: (session, now) => {
      const { frames, at } = momentOf(session, now, moves);
      if (session.paused || session.ended || at + 1 >= frames) return undefined;
      const begun = session.endsAt - session.length;
      return begun + (Math.floor((now - begun) / FRAME_MS) + 1) * FRAME_MS;
    },
  };
}

/** How many pictures the movement of a step has, and at which it is. */
function momentOf(session: Session, now: number, moves: boolean): { frames: number; at: number } {
  const { figure, kind } = currentStep(session);
  if (!moves || !figure || figure[0] === figure[1]) return { frames: 1, at: 0 };
  const lasts = kind === 'hold' ? Math.min(INTO_HOLD_MS, session.length) : session.length;
  const frames = Math.max(2, Math.floor(lasts / FRAME_MS));
  const gone = session.length - stepLeft(session, now);
  return { frames, at: Math.max(0, Math.min(frames - 1, Math.floor(gone / FRAME_MS))) };
}
