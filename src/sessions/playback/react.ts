import { type Command, commandMeans, type Refusal } from '../core/commands.ts';
import { type Meaning, meaningOf, type Press } from '../core/keys.ts';
import { type EventKind, extendBy, next } from '../core/machine.ts';
import type { Session, Signal } from '../core/state.ts';

/** A session that is being played, with what people did beside its events. */
export interface PlaybackState {
  readonly session: Session;
  /** The pain rating that was typed while getting ready, and when; milliseconds since 1970. */
  readonly pain?: { readonly value: number; readonly at: number };
  /** When a key answered the alarm at the end. */
  readonly answeredAt?: number;
  /** It was left at once: with Ctrl-C, or to check the warning signs. */
  readonly left?: 'signs' | 'stop';
  /** All keys are on the screen. */
  readonly showsKeys?: true;
  /** Whether playing is finished. */
  readonly isOver: boolean;
}

export interface Reaction {
  readonly state: PlaybackState;
  readonly signals: readonly Signal[];
}

/** How long a session waits for people. */
export interface WaitPolicy {
  /** Whether somebody can press a key. */
  readonly canAnswer: boolean;
  /** How long the end of a session that asks nothing stays to be read, in milliseconds. */
  readonly linger: number;
}

/** A "0" that follows a "1" within this time makes it a 10. */
const NEXT_DIGIT_MS = 1500;

/** Applies a press, or without one the passing of time. @param now milliseconds since 1970 */
export function react(state: PlaybackState, press: Press | undefined, now: number, policy: WaitPolicy): Reaction {
  return concluded(press === undefined ? apply(state, 'time', now) : applyPress(state, press, now), now, policy);
}

/** A reaction to a command, or why it can't be followed at this moment. */
export type Answer = Reaction & { readonly refusal?: Refusal };

/** Follows a command that was given from any terminal. @param now milliseconds since 1970 */
export function follow(state: PlaybackState, command: Command, now: number, policy: WaitPolicy): Answer {
  const meaning = commandMeans(command, state.session);
  if ('refusal' in meaning) return { ...react(state, undefined, now, policy), refusal: meaning.refusal };
  if (meaning.event !== 'extend' || command.minutes === undefined)
    return concluded(applyEvent(state, meaning.event, now), now, policy);
  const { session, signals } = extendBy(state.session, command.minutes * 60, now);
  return concluded({ state: { ...state, session }, signals }, now, policy);
}

function concluded(reaction: Reaction, now: number, policy: WaitPolicy): Reaction {
  const { showsKeys, ...reacted } = policy.canAnswer ? reaction.state : acknowledged(reaction.state, now);
  const answered =
    showsKeys && !isUrgent(reaction.state.session, reaction.signals) ? { ...reacted, showsKeys } : reacted;
  return { state: { ...answered, isOver: answered.isOver || isOver(answered, policy) }, signals: reaction.signals };
}

function applyPress(state: PlaybackState, press: Press, now: number): Reaction {
  const { showsKeys, ...former } = state;
  const isListShown = keyListAfter(press, state.session, showsKeys === true);
  if (isListShown !== undefined) return { state: isListShown ? { ...former, showsKeys: true } : former, signals: [] };
  return applyMeaning(former, meaningOf(press, state.session), now);
}

/**
 * Whether all keys are on the screen after a press that is about them. They are a level of their own: Esc goes back.
 * @returns undefined for another press, which takes them away and does what it always does
 */
export function keyListAfter(press: Press, session: Session, isShown: boolean): boolean | undefined {
  const meaning = meaningOf(press, session);
  if (meaning && 'ask' in meaning && meaning.ask === 'again') return !isShown;
  return isShown && press === 'escape' ? false : undefined;
}

/** What a press means changes the state. */
function applyMeaning(state: PlaybackState, meaning: Meaning | undefined, now: number): Reaction {
  // Only lines answer other questions, and they do so before a press gets here.
  if (!meaning || 'ask' in meaning) return { state, signals: [{ kind: 'nothing' }] };
  if ('close' in meaning) return { state: { ...state, isOver: true }, signals: [] };
  if ('digit' in meaning) {
    const pain = rate(state, meaning.digit, now);
    return { state: { ...state, pain }, signals: [{ kind: 'rated', pain: pain.value }] };
  }
  if ('leave' in meaning) return leave(state, meaning.leave, now);
  return applyEvent(state, meaning.event, now);
}

function applyEvent(state: PlaybackState, event: EventKind, now: number): Reaction {
  const reaction = apply(state, event, now);
  const isAnswered = event === 'acknowledge' && state.session.ended && !reaction.state.session.alarm;
  return isAnswered ? { ...reaction, state: { ...reaction.state, answeredAt: now } } : reaction;
}

function leave(state: PlaybackState, left: NonNullable<PlaybackState['left']>, now: number): Reaction {
  const { state: stopped, signals } = apply(state, 'stop', now);
  return { state: { ...stopped, left, isOver: true }, signals };
}

function apply(state: PlaybackState, event: EventKind, now: number): Reaction {
  const { session, signals } = next(state.session, event, now);
  return { state: { ...state, session }, signals };
}

/** Whether something has to be done now, which comes before what could be pressed. */
export function isUrgent(session: Session, signals: readonly Signal[]): boolean {
  return session.alarm !== undefined || session.ended !== undefined || signals.some(({ kind }) => kind === 'check');
}

function rate({ pain }: PlaybackState, digit: number, now: number) {
  const isTen = pain?.value === 1 && digit === 0 && now - pain.at < NEXT_DIGIT_MS;
  return { value: isTen ? 10 : digit, at: now };
}

// Where nobody can answer, an alarm sounds once.
function acknowledged(state: PlaybackState, now: number): PlaybackState {
  return state.session.alarm ? apply(state, 'acknowledge', now).state : state;
}

function isOver({ session, answeredAt }: PlaybackState, { linger }: WaitPolicy): boolean {
  const { ended, alarm, seen } = session;
  if (!ended || alarm) return false;
  return ended.why !== 'done' || answeredAt !== undefined || seen - ended.at >= linger;
}
