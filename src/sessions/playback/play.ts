import type { Next, Session, Signal } from '../core/state.ts';
import { type WaitPolicy, type Playing, react } from './playing.ts';
import type { Clock, OpenStage, Press, Scene, Stage } from './stage.ts';

/** All that a session needs of the world while it is played. */
export interface PlayDoors {
  readonly clock: Clock;
  readonly openStage: OpenStage;
  readonly patience: WaitPolicy;
  /** Says and sounds what has happened. @returns what the screen shows of it, and for how many seconds */
  readonly tell: (signals: readonly Signal[], session: Session, stage: Stage) => Notice | undefined;
  /** How it stands now. @param isNews something changed that has to survive the end of this process */
  readonly keep: (playing: Playing, isNews: boolean) => void;
  /** What has to be known before it begins, by now. */
  readonly notes: () => readonly string[];
  /** What became known too late for the notes, for as long as it has to stand on the screen; empty when nothing did. */
  readonly news: (session: Session) => string;
}

/** What stands on the screen for a while; an empty text takes away what stood there. */
export interface Notice {
  readonly text: string;
  readonly seconds: number;
}

const SECOND_MS = 1000;

/**
 * Plays a session to its end.
 * @param first its beginning, or the moment at which it is taken up again
 * @param painBefore what was told of the pain before it was cut off
 */
export function play(first: Next, doors: PlayDoors, painBefore?: number): Promise<Playing> {
  const { clock, patience } = doors;
  return new Promise((resolve, reject) => {
    const pain = painBefore === undefined ? {} : { pain: { value: painBefore, at: 0 } };
    let playing: Playing = { session: first.session, isOver: false, ...pain };
    let cancel: (() => void) | undefined;
    const notice = makeNotice();
    const scene = (): Scene => sceneOf(playing, doors, notice.textAt(clock.now()), clock.now());
    const show = (signals: readonly Signal[]): void => {
      notice.take(tellAll(signals, playing, doors, stage), clock.now());
      const shown = scene();
      stage.show(shown, signals);
      // After it is seen: writing to a disk takes a tenth of the time to the first picture.
      doors.keep(playing, signals.length > 0);
      const at = Math.min(nextSecond(playing.session, shown.now), stage.wants(shown) ?? Infinity);
      cancel = clock.wakeAt(at, () => go());
    };
    const go = (press?: Press): void => {
      if (playing.isOver) return;
      cancel?.();
      try {
        const reaction = react(playing, press, clock.now(), patience);
        playing = reaction.playing;
        show(reaction.signals);
        if (playing.isOver) finish(() => resolve(playing));
      } catch (error) {
        // Nobody else hears of what goes wrong in a timer.
        finish(() => reject(error));
      }
    };
    const finish = (settle: () => void): void => {
      cancel?.();
      stage.close();
      settle();
    };
    const stage = doors.openStage(go, () => stage.show(scene(), []));
    show(first.signals);
  });
}

function tellAll(signals: readonly Signal[], playing: Playing, doors: PlayDoors, stage: Stage): Notice | undefined {
  if (signals.length === 0) return undefined;
  return doors.tell(signals, playing.session, stage);
}

function sceneOf({ session, pain }: Playing, { notes, news }: PlayDoors, notice: string, now: number): Scene {
  const said = [notice, news(session)].filter(Boolean).join(' ');
  return { session, now, pain: pain?.value, notice: said, notes: notes() };
}

const NOTHING = { text: '', until: 0 };
const BRIEFLY_SECONDS = 10;

function makeNotice() {
  let brief = NOTHING;
  let long = NOTHING;
  return {
    take: (notice: Notice | undefined, now: number): void => {
      if (!notice) return;
      const shown = { text: notice.text, until: now + notice.seconds * SECOND_MS };
      brief = shown;
      // What has to be done stays beside what a key did.
      if (notice.text === '' || notice.seconds > BRIEFLY_SECONDS) [brief, long] = [NOTHING, shown];
    },
    textAt: (now: number): string => [brief, long].flatMap(({ text, until }) => (now < until ? text : [])).join(' '),
  };
}

/** When the shown time changes next: counted from the deadline, so that no second is shown too long. */
function nextSecond({ endsAt, paused, ended }: Session, now: number): number {
  if (paused) return now + SECOND_MS;
  if (ended) return now + SECOND_MS - ((now - ended.at) % SECOND_MS);
  return now + ((endsAt - now) % SECOND_MS || SECOND_MS);
}
