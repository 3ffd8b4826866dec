import { type EventKind, next } from '../core/machine.ts';
import type { Session, Signal } from '../core/state.ts';
import { meaningOf } from './presses.ts';
import type { Press } from './stage.ts';

/** A session that is played, with what the player itself has been told. */
export interface Playing {
  readonly session: Session;
  /** The pain that was typed while getting ready, and when. */
  readonly pain?: { readonly value: number; readonly at: number };
  /** When a key answered the alarm at the end. */
  readonly answeredAt?: number;
  /** It was left at once: with Ctrl-C, or for the warning signs. */
  readonly left?: 'signs' | 'stop';
  /** Nothing more is to come. */
  readonly isOver: boolean;
}

export interface Reaction {
  readonly playing: Playing;
  readonly signals: readonly Signal[];
}

/** How long a session waits for somebody. */
export interface WaitPolicy {
  /** Somebody can press a key. */
  readonly canAnswer: boolean;
  /** How long the end of a session that asks nothing can be read, in milliseconds. */
  readonly linger: number;
}

/** A "0" within this time makes a 10 of a "1". */
const NEXT_DIGIT_MS = 1500;

/** What a press, or without one the time, makes of a session that is played. */
export function react(playing: Playing, press: Press | undefined, now: number, patience: WaitPolicy): Reaction {
  const reaction = press === undefined ? happens(playing, 'time', now) : pressed(playing, press, now);
  const answered = patience.canAnswer ? reaction.playing : silenced(reaction.playing, now);
  return { playing: { ...answered, isOver: answered.isOver || isOver(answered, patience) }, signals: reaction.signals };
}

function pressed(playing: Playing, press: Press, now: number): Reaction {
  const { session } = playing;
  if (session.ended && !session.alarm) return quiet({ ...playing, isOver: true });
  const meaning = meaningOf(press, session);
  if (!meaning) return { playing, signals: [{ kind: 'nothing' }] };
  if ('digit' in meaning) {
    const pain = rated(playing, meaning.digit, now);
    return { playing: { ...playing, pain }, signals: [{ kind: 'rated', pain: pain.value }] };
  }
  if ('leave' in meaning) return leave(playing, meaning.leave, now);
  const reaction = happens(playing, meaning.event, now);
  const isAnswered = meaning.event === 'woke' && session.ended && !reaction.playing.session.alarm;
  return isAnswered ? { ...reaction, playing: { ...reaction.playing, answeredAt: now } } : reaction;
}

function leave(playing: Playing, left: NonNullable<Playing['left']>, now: number): Reaction {
  const { playing: stopped, signals } = happens(playing, 'stop', now);
  return { playing: { ...stopped, left, isOver: true }, signals };
}

function happens(playing: Playing, event: EventKind, now: number): Reaction {
  const { session, signals } = next(playing.session, event, now);
  return { playing: { ...playing, session }, signals };
}

function rated({ pain }: Playing, digit: number, now: number) {
  const isTen = pain?.value === 1 && digit === 0 && now - pain.at < NEXT_DIGIT_MS;
  return { value: isTen ? 10 : digit, at: now };
}

// Where nobody can answer, an alarm sounds once.
function silenced(playing: Playing, now: number): Playing {
  return playing.session.alarm ? happens(playing, 'woke', now).playing : playing;
}

function isOver({ session, answeredAt }: Playing, { linger }: WaitPolicy): boolean {
  const { ended, alarm, seen } = session;
  if (!ended || alarm) return false;
  return ended.why !== 'done' || answeredAt !== undefined || seen - ended.at >= linger;
}

function quiet(playing: Playing): Reaction {
  return { playing, signals: [] };
}
