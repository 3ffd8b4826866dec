import type { BreakMove, BreaksContent } from '../../content/break-types.ts';
import type { Pose } from '../../content/session-types.ts';
import { type Ink, makeFilm } from '../../sessions/figure/figure.ts';
import type { FullScreen } from '../../terminal/full-screen.ts';
import type { Row } from '../../terminal/painter.ts';
import type { BreaksView } from '../views/breaks.ts';
import { screenRows } from '../views/screen.ts';
import type { OpenBreaksStage, Press } from './stage.ts';

export interface ScreenOptions {
  readonly open: (onKey: (key: string) => void, onStale: () => void) => FullScreen;
  readonly content: BreaksContent;
  readonly poses: ReadonlyMap<string, Pose>;
  readonly ink: Ink;
  /** Whether figures may move. */
  readonly moves: boolean;
  readonly ring: () => void;
  /** The codes of the terminal's notification. */
  readonly notification: (text: string) => Promise<string>;
}

const MINUTE_MS = 60_000;
/** A gentle movement: there in two seconds, and back in two. */
const FRAMES = 8;
const FRAME_MS = 250;
/** A move takes some twenty seconds. Somebody who is still away then needs no moving picture. */
const MOVES_FOR_MS = MINUTE_MS;

/** Which keys do what; any other does nothing. */
const PRESSES: ReadonlyMap<string, Press> = new Map([
  ['enter', 'done'],
  ['space', 'done'],
  ['d', 'done'],
  ['s', 'snooze'],
  ['k', 'skip'],
  ['q', 'stop'],
  ['escape', 'stop'],
  ['ctrl+c', 'stop'],
]);

/** Shows breaks on a screen of their own. It is drawn again once a minute, and while a figure moves. */
export function screenStage({ open, content, poses, ink, moves, ring, notification }: ScreenOptions): OpenBreaksStage {
  return (press, redraw) => {
    let isDue = false;
    let isOpen = true;
    let showsKeys = false;
    const onKey = (key: string) => {
      const wasList = showsKeys;
      showsKeys = !wasList && key === '?';
      if (showsKeys !== wasList) redraw();
      // The list of all keys is a level of its own: Esc goes back.
      const meant = wasList && key === 'escape' ? undefined : PRESSES.get(key);
      // Without a break that is due, there is nothing to have done or to skip.
      if (meant && (isDue || meant === 'snooze' || meant === 'stop')) press(meant);
    };
    const screen = open(onKey, redraw);
    const films = makeFilms(poses, ink);
    return {
      show: (view) => {
        isDue = view.move !== undefined;
        const { columns, rows } = screen.size();
        const figure = (width: number) => (view.move ? films(view.move, width)[frameOf(view, moves)]! : []);
        const look = { columns, rows, blocks: ink !== 'ascii', showsKeys, figure };
        screen.draw(screenRows(view, content, look), view.move ? 2 : 0);
      },
      changesAt: (view) => nextChange(view, moves),
      ring,
      notify: (text) => {
        void notification(text).then((codes) => isOpen && screen.write(codes));
      },
      close: () => {
        isOpen = false;
        screen.close();
      },
    };
  };
}

function nextChange({ move, breaks, now }: BreaksView, moves: boolean): number {
  const time = now.getTime();
  if (move && moves && isMoving(breaks.due!.at, time)) return time + FRAME_MS - ((time - breaks.due!.at) % FRAME_MS);
  return time + ((breaks.nextAt - time) % MINUTE_MS || MINUTE_MS);
}

function isMoving(since: number, now: number): boolean {
  return now >= since && now - since < MOVES_FOR_MS;
}

function frameOf({ breaks: { due }, now }: BreaksView, moves: boolean): number {
  const time = now.getTime();
  if (!moves || !due || !isMoving(due.at, time)) return FRAMES - 1;
  const at = Math.floor((time - due.at) / FRAME_MS) % (2 * FRAMES);
  return at < FRAMES ? at : 2 * FRAMES - 1 - at;
}

/** Films of moves; each is drawn once for each width, and replayed. */
function makeFilms(poses: ReadonlyMap<string, Pose>, ink: Ink) {
  const drawn = new Map<string, readonly (readonly Row[])[]>();
  return ({ id, figures: [from, to] }: BreakMove, columns: number): readonly (readonly Row[])[] => {
    const key = `${id} ${columns}`;
    const film =
      drawn.get(key) ?? makeFilm(poses.get(from)!, poses.get(to)!, { columns, ink, mirrored: false }, FRAMES);
    drawn.set(key, film);
    return film;
  };
}
