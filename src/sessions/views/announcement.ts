import type { SessionsContent } from '../../content/session-types.ts';
import { readingSeconds, type Step } from '../core/script.ts';
import { currentStep, type EndReason, type Session, sessionLeft, type Signal, stepLeft } from '../core/state.ts';
import { alternatives } from '../../text/alternatives.ts';
import { clockTime, inWords, leftInWords } from './times.ts';
import { fillIn } from '../../text/fill-in.ts';

/** How something that has happened is announced: as a line, aloud, and by a sound. */
export interface Announcement {
  /** A line of its own where no screen is drawn; empty for what is only heard. */
  readonly line: string;
  readonly aloud: string;
  readonly sound?: 'step' | 'count' | 'alarm';
  /** How long it is shown on the screen, in seconds; 0 if the screen shows it anyway, and removes the notice before. */
  readonly shownFor?: number;
}

const MINUTE_MS = 60_000;
const BRIEFLY = 6;
/** People may have to lift their heads first. */
const LONG = 45;

/**
 * The announcement of a signal.
 * @param now milliseconds since 1970
 * @param check how the warning signs can be checked there
 */
export function announcementFor(
  signal: Signal,
  session: Session,
  words: SessionsContent,
  now: number,
  check: HowToCheck = 'key',
): Announcement {
  switch (signal.kind) {
    case 'step':
      return { line: stepLine(signal.step, session, now), aloud: signal.step.says, sound: 'step', shownFor: 0 };
    case 'check':
    case 'alarm':
      return questionAnnouncement(signal);
    case 'half':
      return briefly(`Halfway: ${leftInWords(stepLeft(session, now))} left.`, 'Halfway.');
    case 'last-minute':
      return briefly('One minute left.');
    case 'count':
      return { line: '', aloud: String(signal.left), sound: 'count' };
    case 'slept':
      return { ...both(sleptText(signal, session, words)), sound: signal.isOver ? 'alarm' : 'step', shownFor: LONG };
    case 'paused':
    case 'waiting':
    case 'resumed':
    case 'confirmed':
      return clockAnnouncement(signal.kind, session, words, now);
    case 'hurts':
      return { ...instead(hurtLine(session, words, check)), sound: 'step' };
    case 'over':
      return { ...instead(overText(signal.why, session)), ...(isQuietEnd(signal.why, session) && { sound: 'step' }) };
    case 'longer':
    case 'at-most':
    case 'rated':
    case 'nothing':
    case 'no-way-back':
      return keyAnnouncement(signal, session);
    default:
      return signal satisfies never;
  }
}

type KeySignal = Extract<Signal, { kind: 'longer' | 'at-most' | 'rated' | 'nothing' | 'no-way-back' }>;

/** What a key has done, if it did anything. */
function keyAnnouncement(signal: KeySignal, session: Session): Announcement {
  switch (signal.kind) {
    case 'longer':
      return briefly(`${inWords(signal.seconds)} added${untilText(session)}.`);
    case 'at-most':
      return briefly(`The longest is ${inWords(signal.seconds)}.`);
    case 'rated':
      // The voice is reading what to get ready.
      return { line: `Pain now: ${signal.pain}.`, aloud: '' };
    case 'nothing':
      return briefly('That key does nothing here.');
    case 'no-way-back':
      return briefly("This step can't be restarted.");
    default:
      return signal satisfies never;
  }
}

// A check that wants an answer is on the screen until it has one.
function questionAnnouncement(signal: Extract<Signal, { kind: 'check' | 'alarm' }>): Announcement {
  const said = both(signal.cue);
  if (signal.kind === 'alarm') return { ...said, sound: 'alarm' };
  if (signal.answer !== undefined) return { ...said, sound: 'alarm', shownFor: 0 };
  return { ...said, sound: 'step', shownFor: signal.asks ? 0 : LONG };
}

function clockAnnouncement(
  kind: 'paused' | 'waiting' | 'resumed' | 'confirmed',
  session: Session,
  words: SessionsContent,
  now: number,
): Announcement {
  const left = leftInWords(stepLeft(session, now));
  if (kind === 'waiting') return { ...both(words.waiting), shownFor: 0 };
  if (kind === 'confirmed') return briefly(`Good. ${left} left.`, 'Good.');
  if (kind === 'resumed') return instead(`Resumed: ${left} left.`, 'Resumed.');
  return isOnSkin(session) ? { ...both(words.paused), sound: 'step', shownFor: 0 } : both('Paused.');
}

// The clock shows only minutes: for a step of less than one it says nothing.
function untilText({ length, endsAt, script }: Session): string {
  return length < MINUTE_MS ? '' : `, until ${clockTime(endsAt, script)}`;
}

/** The step, its side, and which of how many rounds: "Hold, left side, 2 of 3". */
export function stepTitle({ title, side, round, rounds, kind }: Step): string {
  // A change-over is between two sides or rounds, and has neither.
  if (kind === 'switch') return side ? `${title}, then ${side} side` : title;
  const counted = rounds > 1 && kind !== 'ready' ? `${round} of ${rounds}` : '';
  return [title, side && `${side} side`, counted].filter(Boolean).join(', ');
}

/** How the check of the warning signs is started: by a key of the session, or by a command once that is over. */
const CHECK = { key: 'press w', command: 'unspasm triage' } as const;
type HowToCheck = keyof typeof CHECK;

/** What to do when it hurts, with something on the skin or in a movement. @param check how the warning signs can be checked */
export function hurtText({ script }: Session, { hurts }: SessionsContent, check: HowToCheck): string {
  const text = script.end.takeOff === undefined ? hurts.text : hurts.onSkin;
  return fillIn(text, { check: CHECK[check] });
}

function hurtLine(session: Session, words: SessionsContent, check: HowToCheck): string {
  return `${words.hurts.title}. ${hurtText(session, words, check)}`;
}

/** When to stop at once, for one part or for several. */
export function stopText(stop: readonly string[]): string {
  return `Stop at once for ${alternatives([...new Set(stop)])}.`;
}

/** Whether something is on the skin. */
export function isOnSkin(session: Session): boolean {
  return currentStep(session).kind === 'apply';
}

function stepLine(step: Step, session: Session, now: number): string {
  const { parts } = session.script;
  const part = parts[step.part]!;
  const place = step.kind === 'ready' && parts.length > 1 ? `${step.part + 1} of ${parts.length}: ${part.name}. ` : '';
  const until = step.seconds >= 120 ? `, until ${clockTime(now + stepLeft(session, now), session.script)}` : '';
  const coming = step.coming ? ` Then: ${step.coming}` : '';
  const time = `${inWords(step.seconds)}${until}`;
  const head = `${place}${stepTitle(step)} (${time}).`;
  if (isStale(step, head)) return head;
  return saysTitle(step) ? `${place}For ${time}: ${step.cue}${coming}` : `${head} ${step.cue}${coming}`;
}

// "Lie on your back. Lie on your back, knees bent."
function saysTitle(step: Step): boolean {
  return step.cue.startsWith(stepTitle(step));
}

// A breath is over before an instruction that is known already could be read again.
function isStale(step: Step, head: string): boolean {
  return !step.says.includes(step.cue) && readingSeconds(`${head} ${step.cue}`) > step.seconds;
}

/** What there is to do now, for somebody who asks to hear it again. */
export function repeatedText(session: Session, words: SessionsContent): string {
  const { alarm, paused, ended, script } = session;
  if (alarm) return alarm.cue;
  if (paused?.why === 'hurt') return hurtLine(session, words, 'key');
  if (ended) return script.end.cue;
  if (paused && isOnSkin(session)) return words.paused;
  const step = currentStep(session);
  return saysTitle(step) ? step.cue : `${stepTitle(step)}. ${step.cue}`;
}

/** How much time is left, for somebody who asks because no clock is shown. @param now milliseconds since 1970 */
export function timeLeftText(session: Session, now: number): string {
  const [step, whole] = [stepLeft(session, now), sessionLeft(session, now)];
  const inAll = whole > step ? `, ${leftInWords(whole)} in all` : '';
  return `${stepTitle(currentStep(session))}: ${leftInWords(step)} left${inAll}, ${endText(session, now)}.`;
}

function sleptText(
  { onFor, isOver, isPaused }: Extract<Signal, { kind: 'slept' }>,
  { script }: Session,
  words: SessionsContent,
): string {
  const isStillOn = isOver && script.end.takeOff !== undefined;
  const text = isPaused ? words.sleptPaused : isStillOn ? words.sleptOver : words.slept;
  const minutes = Math.max(1, Math.round(onFor / MINUTE_MS));
  return fillIn(text, { name: script.name, time: inWords(minutes * 60) });
}

function overText(why: EndReason, session: Session): string {
  if (why !== 'done') return 'Stopped.';
  // An alarm says the rest.
  return isQuietEnd(why, session) ? `Done. ${session.script.end.cue}` : 'Done.';
}

// People who walk, or lie with their eyes closed, have to hear it; if something has to come off, an alarm sounds.
function isQuietEnd(why: EndReason, { script }: Session): boolean {
  return why === 'done' && script.end.takeOff === undefined;
}

/** "ends 14:32", "paused", or "not started". */
export function endText(session: Session, now: number): string {
  if (session.paused?.waits) return 'not started';
  if (session.paused) return 'paused';
  return `ends ${clockTime(now + sessionLeft(session, now), session.script)}`;
}

function instead(line: string, aloud = line): Announcement {
  return { line, aloud, shownFor: 0 };
}

function briefly(line: string, aloud = line): Announcement {
  return { line, aloud, shownFor: BRIEFLY };
}

function both(line: string): Announcement {
  return { line, aloud: line };
}
