import type { Pose } from '../../content/session-types.ts';
import type { Row } from '../../terminal/painter.ts';
import { currentStep, type Session, stepLeft } from '../core/state.ts';
import { type Ink, makeFilm } from '../figure/figure.ts';

/** Figures that move with the steps of a session. */
export interface Films {
  /** The figure at a time, for any width; nothing if the step has none. */
  readonly figureAt: (session: Session, now: number) => ((columns: number) => readonly Row[]) | undefined;
  /** When the figure changes next, in milliseconds since 1970; nothing if it doesn't move. */
  readonly changesAt: (session: Session, now: number) => number | undefined;
}

/** Enough for a gentle movement, and cheap. */
const FRAMES_A_SECOND = 4;
const FRAME_MS = 1000 / FRAMES_A_SECOND;
/** How long the movement into a hold takes. */
const INTO_HOLD_MS = 2500;

/**
 * Films of figures; each is drawn once for each width and replayed.
 * @param moves whether figures may move; if not, the end of each movement is shown
 */
export function makeFilms(poses: ReadonlyMap<string, Pose>, ink: Ink, moves: boolean): Films {
  const drawn = new Map<string, readonly (readonly Row[])[]>();
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
      const { frames, at } = frameOf(session, now, moves);
      return (columns) => filmOf(figure, columns, side === 'right', frames)[at]!;
    },
    changesAt: (session, now) => {
      const { frames, at } = frameOf(session, now, moves);
      if (session.paused || session.ended || at + 1 >= frames) return undefined;
      const start = session.endsAt - session.length;
      return start + (Math.floor((now - start) / FRAME_MS) + 1) * FRAME_MS;
    },
  };
}

/** How many frames the movement of a step has, and the index of the current one. */
function frameOf(session: Session, now: number, moves: boolean): { frames: number; at: number } {
  const { figure, kind } = currentStep(session);
  if (!moves || !figure || figure[0] === figure[1]) return { frames: 1, at: 0 };
  const duration = kind === 'hold' ? Math.min(INTO_HOLD_MS, session.length) : session.length;
  const frames = Math.max(2, Math.floor(duration / FRAME_MS));
  const played = session.length - stepLeft(session, now);
  return { frames, at: Math.max(0, Math.min(frames - 1, Math.floor(played / FRAME_MS))) };
}
