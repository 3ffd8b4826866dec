import type { Press } from '../core/keys.ts';
import type { Next, Session, Signal } from '../core/state.ts';
import { type PlaybackState, react, type WaitPolicy } from './react.ts';
import type { Clock, OpenStage, Scene, Stage } from './stage.ts';

/** What playing a session needs from outside. */
export interface PlayPorts {
  readonly clock: Clock;
  readonly openStage: OpenStage;
  readonly waitPolicy: WaitPolicy;
  /** Announces by ear what has happened. @returns what the screen shows about it */
  readonly announce: (signals: readonly Signal[], session: Session, stage: Stage) => Notice | undefined;
  /** Saves the state. @param isNews whether something changed that has to outlive this process */
  readonly save: (state: PlaybackState, isNews: boolean) => void;
  /** What has to be known before it begins, as it is known by now. */
  readonly notes: () => readonly string[];
  /** What became known only after it began, while it has to be on the screen; otherwise empty. */
  readonly lateNotes: (session: Session) => string;
}

/** A sentence that is on the screen for a while; an empty one removes the sentence before. */
export interface Notice {
  readonly text: string;
  readonly seconds: number;
}

const SECOND_MS = 1000;

/**
 * Plays a session to its end.
 * @param first its beginning, or the moment at which it is resumed
 * @param painBefore the pain rating that was given before it was interrupted
 */
export function play(first: Next, ports: PlayPorts, painBefore?: number): Promise<PlaybackState> {
  const { clock, waitPolicy } = ports;
  return new Promise((resolve, reject) => {
    const pain = painBefore === undefined ? {} : { pain: { value: painBefore, at: 0 } };
    let state: PlaybackState = { session: first.session, isOver: false, ...pain };
    let cancel: (() => void) | undefined;
    const notices = createNotices();
    const scene = (): Scene => sceneOf(state, ports, notices.textAt(clock.now()), clock.now());
    const show = (signals: readonly Signal[]): void => {
      if (signals.length > 0) notices.add(ports.announce(signals, state.session, stage), clock.now());
      const shown = scene();
      stage.show(shown, signals);
      // Only once it is on the screen: writing to a disk takes a tenth of the time to the first frame.
      ports.save(state, signals.length > 0);
      const at = Math.min(nextSecond(state.session, shown.now), stage.changesAt(shown) ?? Infinity);
      cancel = clock.wakeAt(at, () => step());
    };
    const step = (press?: Press): void => {
      if (state.isOver) return;
      cancel?.();
      try {
        const reaction = react(state, press, clock.now(), waitPolicy);
        state = reaction.state;
        show(reaction.signals);
        if (state.isOver) finish(() => resolve(state));
      } catch (error) {
        // An error in a timer would reach nobody else.
        finish(() => reject(error));
      }
    };
    const finish = (conclude: () => void): void => {
      cancel?.();
      stage.close();
      conclude();
    };
    const stage = ports.openStage(step, () => stage.show(scene(), []));
    show(first.signals);
  });
}

function sceneOf({ session, pain, showsKeys }: PlaybackState, ports: PlayPorts, notice: string, now: number): Scene {
  const said = [notice, ports.lateNotes(session)].filter(Boolean).join(' ');
  return { session, now, pain: pain?.value, notice: said, notes: ports.notes(), showsKeys: showsKeys === true };
}

const NO_NOTICE = { text: '', until: 0 };
const BRIEF_SECONDS = 10;

function createNotices() {
  let brief = NO_NOTICE;
  let long = NO_NOTICE;
  return {
    add: (notice: Notice | undefined, now: number): void => {
      if (!notice) return;
      const shown = { text: notice.text, until: now + notice.seconds * SECOND_MS };
      brief = shown;
      // What has to be done stays beside what a key did.
      if (notice.text === '' || notice.seconds > BRIEF_SECONDS) [brief, long] = [NO_NOTICE, shown];
    },
    textAt: (now: number): string => [brief, long].flatMap(({ text, until }) => (now < until ? text : [])).join(' '),
  };
}

/** When the shown time changes next: counted from the deadline, so that each second is shown for a second. */
function nextSecond({ endsAt, paused, ended }: Session, now: number): number {
  if (paused) return now + SECOND_MS;
  if (ended) return now + SECOND_MS - ((now - ended.at) % SECOND_MS);
  return now + ((endsAt - now) % SECOND_MS || SECOND_MS);
}
