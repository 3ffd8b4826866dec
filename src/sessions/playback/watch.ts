import type { Press } from '../core/keys.ts';
import { next } from '../core/machine.ts';
import type { Session, Signal } from '../core/state.ts';
import type { StoredSession } from '../core/stored-session.ts';
import { createNotices, type Notice } from './notices.ts';
import { nextSecond } from './play.ts';
import { isUrgent, keyListAfter } from './react.ts';
import type { Clock, OpenStage, Scene, Stage } from './stage.ts';

/** What watching a session of another process needs from outside. */
export interface WatchPorts<End> {
  readonly clock: Clock;
  readonly openStage: OpenStage;
  /** The session as its process saved it last; nothing once it is over. */
  readonly read: () => StoredSession | undefined;
  /** Sends a key to it. @returns what is shown about it, and its end if that has ended it */
  readonly send: (press: Press) => { readonly notice?: Notice; readonly end?: End };
  /** What is shown about signals. */
  readonly noticeOf: (signals: readonly Signal[], session: Session) => Notice | undefined;
}

/** How watching ends: the person leaves, the session is over, or a key has ended it. */
export type Watched<End> = { readonly why: 'left' | 'over' } | { readonly why: 'ended'; readonly end: End };

/** These leave, and the session goes on: here, too, Esc goes back to where one came from. */
const LEAVE: ReadonlySet<Press> = new Set(['q', 'escape', 'ctrl+c', 'quit']);

/**
 * Shows a session that runs in another process, with all its keys. It is drawn from what its process has saved; what
 * happens between two savings follows from that by itself.
 */
export function watch<End>(first: StoredSession, ports: WatchPorts<End>): Promise<Watched<End>> {
  return new Watch(first, ports).run();
}

class Watch<End> {
  readonly #ports: WatchPorts<End>;
  readonly #notices = createNotices();
  readonly #stage: Stage;
  #saved: StoredSession;
  #session: Session;
  #showsKeys = false;
  #cancel = (): void => {};
  #resolve: (watched: Watched<End>) => void = () => {};
  #reject: (error: unknown) => void = () => {};

  constructor(first: StoredSession, ports: WatchPorts<End>) {
    this.#ports = ports;
    this.#saved = first;
    this.#session = lookedAt(first.session, ports.clock.now());
    this.#stage = ports.openStage(
      (press) => this.#press(press),
      () => this.#stage.show(this.#scene(), []),
    );
  }

  run(): Promise<Watched<End>> {
    return new Promise((resolve, reject) => {
      [this.#resolve, this.#reject] = [resolve, reject];
      this.#look();
    });
  }

  #scene(): Scene {
    const now = this.#ports.clock.now();
    const notice = this.#notices.textAt(now);
    return { session: this.#session, now, pain: this.#saved.painBefore, notice, notes: [], showsKeys: this.#showsKeys };
  }

  #look(): void {
    const { clock, read, noticeOf } = this.#ports;
    this.#cancel();
    const now = clock.now();
    const { session: later, signals } = next(this.#session, 'time', now);
    const saved = read();
    if (!saved) return this.#finish(() => this.#resolve({ why: 'over' }));
    const isNews = JSON.stringify(saved.session) !== JSON.stringify(this.#saved.session);
    [this.#saved, this.#session] = [saved, isNews ? lookedAt(saved.session, now) : later];
    if (isUrgent(this.#session, signals)) this.#showsKeys = false;
    this.#notices.add(noticeOf(signals, this.#session), now);
    this.#stage.show(this.#scene(), signals);
    const at = Math.min(nextSecond(this.#session, now), this.#stage.changesAt(this.#scene()) ?? Infinity);
    this.#cancel = clock.wakeAt(at, () => this.#look());
  }

  #press(press: Press): void {
    const isListShown = keyListAfter(press, this.#session, this.#showsKeys);
    this.#showsKeys = isListShown === true;
    if (isListShown !== undefined) return this.#stage.show(this.#scene(), []);
    const isBack = press === 'escape' && this.#session.paused?.why === 'hurt';
    if (LEAVE.has(press) && !isBack) return this.#finish(() => this.#resolve({ why: 'left' }));
    this.#send(press);
  }

  #send(press: Press): void {
    try {
      const { notice, end } = this.#ports.send(press);
      if (end !== undefined) return this.#finish(() => this.#resolve({ why: 'ended', end }));
      this.#notices.add(notice, this.#ports.clock.now());
      this.#look();
    } catch (error) {
      this.#finish(() => this.#reject(error));
    }
  }

  #finish(conclude: () => void): void {
    this.#cancel();
    this.#stage.close();
    conclude();
  }
}

// What was due before now was announced by its own process.
function lookedAt(session: Session, now: number): Session {
  return { ...session, seen: Math.max(session.seen, now), runsElsewhere: true };
}
