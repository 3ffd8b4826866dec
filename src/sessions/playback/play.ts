import type { Press } from '../core/keys.ts';
import type { Next, Session, Signal } from '../core/state.ts';
import type { Refusal, Request } from '../core/commands.ts';
import { leftAlone } from '../core/due.ts';
import { createNotices, type Notice } from './notices.ts';
import { follow, type PlaybackState, react, type Reaction, type WaitPolicy } from './react.ts';
import type { Clock, OpenStage, Scene, Stage } from './stage.ts';

/** What playing a session needs from outside. */
export interface PlayPorts {
  readonly clock: Clock;
  readonly openStage: OpenStage;
  readonly waitPolicy: WaitPolicy;
  /**
   * Announces what has happened by ear, and by notifications.
   * @param press is called for a button of a notification
   * @returns what the screen shows about it
   */
  readonly announce: (
    signals: readonly Signal[],
    session: Session,
    stage: Stage,
    press: (press: Press) => void,
  ) => Notice | undefined;
  /** Saves the state. @param isNews whether something changed that has to outlive this process */
  readonly save: (state: PlaybackState, isNews: boolean) => void;
  /** What has to be known before it begins, as it is known by now. */
  readonly notes: () => readonly string[];
  /** When it is looked at next, where nothing is drawn, in milliseconds since 1970; once a second by default. */
  readonly nextLook?: (session: Session, now: number) => number;
  /** Listens to what is asked for from other terminals, once the session is on its stage. */
  readonly listen?: (take: (request: Request) => Taken | undefined) => Listening;
  /** What became known only after it began, while it has to be on the screen; otherwise empty. */
  readonly lateNotes: (session: Session) => string;
}

/** What became of a request: the reaction to it, or why it couldn't be followed. Nothing where the session is over. */
export interface Taken {
  readonly state: PlaybackState;
  readonly signals: readonly Signal[];
  readonly refusal?: Refusal;
}

/** A listener to requests. */
export interface Listening {
  /** Looks whether there are any, where nobody says so. */
  readonly look: () => void;
  readonly stop: () => void;
}

const SECOND_MS = 1000;
/** How often a drawn session looks for requests, which is sooner than those who ask give up. Mostly the system reports them. */
const LOOK_MS = 5000;

/**
 * Plays a session to its end.
 * @param first its beginning, or the moment at which it is resumed
 * @param painBefore the pain rating that was given before it was interrupted
 */
export function play(first: Next, ports: PlayPorts, painBefore?: number): Promise<PlaybackState> {
  const pain = painBefore === undefined ? {} : { pain: { value: painBefore, at: 0 } };
  return new Playback({ session: first.session, isOver: false, ...pain }, ports).run(first.signals);
}

/** A session that is being played. */
class Playback {
  readonly #ports: PlayPorts;
  readonly #notices = createNotices();
  readonly #stage: Stage;
  #state: PlaybackState;
  #wake = { at: Infinity, cancel: () => {} };
  #listening: Listening | undefined;
  #lookedAt = -Infinity;
  #resolve: (state: PlaybackState) => void = () => {};
  #reject: (error: unknown) => void = () => {};

  constructor(state: PlaybackState, ports: PlayPorts) {
    this.#state = state;
    this.#ports = ports;
    this.#stage = ports.openStage(
      (press) => this.#step(press),
      () => this.#stage.show(this.#scene(), []),
    );
  }

  /** Plays it to its end. @param signals what happens at its beginning */
  run(signals: readonly Signal[]): Promise<PlaybackState> {
    return new Promise((resolve, reject) => {
      [this.#resolve, this.#reject] = [resolve, reject];
      this.#show(signals);
      this.#listening = this.#ports.listen?.((request) => this.#take(request));
    });
  }

  #scene(): Scene {
    const now = this.#ports.clock.now();
    return sceneOf(this.#state, this.#ports, this.#notices.textAt(now), now);
  }

  #show(signals: readonly Signal[]): void {
    const { clock, announce, save } = this.#ports;
    const press = (answer: Press) => this.#step(answer);
    if (signals.length > 0) this.#notices.add(announce(signals, this.#state.session, this.#stage, press), clock.now());
    const shown = this.#scene();
    this.#stage.show(shown, signals);
    // Only once it is on the screen: writing to a disk takes a tenth of the time to the first frame.
    save(this.#state, signals.length > 0);
    const at = wakeTime(shown, this.#stage, this.#ports);
    this.#wake = { at, cancel: clock.wakeAt(at, () => this.#wakeUp()) };
  }

  #wakeUp(): void {
    const { clock, nextLook } = this.#ports;
    const now = clock.now();
    // Where nothing is drawn, it may not wake up sooner. The clock may have been set back.
    if (nextLook || Math.abs(now - this.#lookedAt) >= LOOK_MS) {
      this.#lookedAt = now;
      this.#listening?.look();
    }
    this.#step();
  }

  #step(press?: Press): void {
    this.#turn((state, now) => react(state, press, now, this.#ports.waitPolicy));
  }

  #take(request: Request): Taken | undefined {
    return this.#turn((state, now) => obey(state, request, now, this.#ports.waitPolicy));
  }

  #turn<R extends Reaction>(reactAt: (state: PlaybackState, now: number) => R): R | undefined {
    if (this.#state.isOver) return undefined;
    this.#wake.cancel();
    try {
      const now = this.#ports.clock.now();
      const reaction = reactAt(awake(this.#state, this.#wake.at, now, this.#ports), now);
      this.#state = reaction.state;
      this.#show(reaction.signals);
      if (this.#state.isOver) this.#finish(() => this.#resolve(this.#state));
      return reaction;
    } catch (error) {
      // An error in a timer would reach nobody else.
      this.#finish(() => this.#reject(error));
      return undefined;
    }
  }

  #finish(conclude: () => void): void {
    this.#wake.cancel();
    this.#listening?.stop();
    this.#stage.close();
    conclude();
  }
}

function obey(state: PlaybackState, request: Request, now: number, policy: WaitPolicy): Taken {
  return 'press' in request ? react(state, request.press, now, policy) : follow(state, request.command, now, policy);
}

function wakeTime(shown: Scene, stage: Stage, { nextLook }: PlayPorts): number {
  const { session, now } = shown;
  return nextLook ? nextLook(session, now) : Math.min(nextSecond(session, now), stage.changesAt(shown) ?? Infinity);
}

// Nothing was due before the time at which it was to be looked at next.
function awake(state: PlaybackState, due: number, now: number, { nextLook }: PlayPorts): PlaybackState {
  return nextLook ? { ...state, session: leftAlone(state.session, due, now) } : state;
}

function sceneOf({ session, pain, showsKeys }: PlaybackState, ports: PlayPorts, notice: string, now: number): Scene {
  const said = [notice, ports.lateNotes(session)].filter(Boolean).join(' ');
  return { session, now, pain: pain?.value, notice: said, notes: ports.notes(), showsKeys: showsKeys === true };
}

/** When the shown time changes next: counted from the deadline, so that each second is shown for a second. */
export function nextSecond({ endsAt, paused, ended }: Session, now: number): number {
  if (paused) return now + SECOND_MS;
  if (ended) return now + SECOND_MS - ((now - ended.at) % SECOND_MS);
  return now + ((endsAt - now) % SECOND_MS || SECOND_MS);
}
