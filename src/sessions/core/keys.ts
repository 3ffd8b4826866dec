import { readRating } from '../../journal/core/rating.ts';
import type { EventKind } from './machine.ts';
import { currentStep, hasFurtherPart, isInProgress, isReady, type Session } from './state.ts';

/** Something a person does during a session: a key by its name, or the first word of a typed line. */
export type Press = string;

/** What a press means: an event of the session, a pain rating, leaving it, closing its end, or a question. */
export type Meaning =
  | { readonly event: EventKind }
  | { readonly digit: number }
  | { readonly leave: 'signs' | 'stop' }
  | { readonly close: true }
  | { readonly ask: 'time-left' | 'again' };

/** What a key does at a moment, for the screen. */
export interface KeyLabel {
  readonly does: string;
  /** The same in a low window; empty if the key is left out there. */
  readonly brief: string;
  /** The same where not even that fits. */
  readonly tiny?: string;
}

/** A key of a session: how it is pressed or typed, what it means, and what is said about it. */
export interface SessionKey {
  /** The name shown on the screen. */
  readonly key: string;
  /** The same with another key that does it, for the list of all keys. */
  readonly inFull?: string;
  /** What is typed instead, followed by Enter, where a session is shown as lines; `key` if absent. */
  readonly typed?: string;
  /** The names of the keys (see terminal/keys) and the typed words that do this; or a test for them. */
  readonly presses: readonly Press[] | ((press: Press) => boolean);
  /** When it means this at all; always if absent. */
  readonly when?: (session: Session) => boolean;
  /** Nothing if the press means nothing at this moment. */
  readonly means: (session: Session, press: Press) => Meaning | undefined;
  /** In a window with room for only two keys, it is among those that come first. */
  readonly isVital?: true;
  /** Its label while it is worth showing. */
  readonly label?: (session: Session) => KeyLabel | undefined;
  /** Its label is shown only there: lines answer questions that a screen doesn't need. */
  readonly only?: 'screen' | 'lines';
  /** Where it comes in the sentence that introduces the keys to somebody who types, and how it is described there. */
  readonly intro?: { readonly place: number; readonly does: string; readonly ofSteps?: true };
}

const ANY_KEY = { key: 'any key', typed: 'Enter', presses: () => true };
/** What asks for the instruction once more, as a question does where it is asked in lines. */
export const REPEAT: readonly Press[] = ['?', 'help', 'repeat', 'again'];

const BACK: readonly Press[] = ['b', 'left', 'backspace', 'back'];
const HURTS = { key: 'h', presses: ['h'], means: event('hurts'), isVital: true as const };
const NEXT = { key: 'n', presses: ['n', 'right', 'next'], means: event('skip'), isVital: true as const };

/**
 * Every key of a session, in the order in which they are shown: the most needed first. The first row
 * that a press fits decides what it means. What can't be done at a moment is up to the state machine.
 */
export const SESSION_KEYS: readonly SessionKey[] = [
  {
    ...ANY_KEY,
    when: ({ ended, alarm }) => ended !== undefined && !alarm,
    means: () => ({ close: true }),
    label: () => labelled('continue'),
  },
  { key: 'Ctrl-C', presses: ['ctrl+c'], means: () => ({ leave: 'stop' }) },
  {
    // For somebody lying on the floor any key has to do.
    ...ANY_KEY,
    when: ({ alarm }) => alarm !== undefined,
    means: event('acknowledge'),
    label: ({ alarm }) => labelled(alarm!.answer ?? "it's off"),
  },
  {
    key: '0 to 10',
    presses: (press) => readRating(press) !== undefined,
    means: (session, press) => (isReady(session) ? { digit: readRating(press)! } : undefined),
  },
  {
    key: 'Enter',
    isVital: true,
    presses: ['enter'],
    when: isAsked,
    means: event('confirm'),
    label: ({ check }) => ({ ...labelled(check!.well), tiny: 'all well' }),
  },
  { ...HURTS, when: isAsked, label: ({ check }) => labelled(check!.unwell) },
  {
    key: 'Enter',
    presses: ['enter'],
    means: pressEnter,
    // Fetching ice with a locked back takes longer than any countdown.
    label: inProgress((session) => (isGettingReady(session) ? labelled('start now', 'go') : undefined)),
  },
  {
    key: 'space',
    typed: 'p',
    presses: ['space', 'p', 'pause'],
    means: ({ paused }) => ({ event: paused ? 'resume' : 'pause' }),
    label: inProgress(pauseLabel),
    intro: { place: 1, does: 'pause or continue' },
  },
  {
    ...NEXT,
    when: isHurting,
    label: (session) => (hasFurtherPart(session) ? labelled('skip this one', 'next one') : undefined),
  },
  {
    key: 'w',
    isVital: true,
    presses: ['w'],
    // Before it begins, a note names this key where the signs weren't checked.
    when: (session) => isHurting(session) || isReady(session),
    means: () => ({ leave: 'signs' }),
    label: (session) => (isHurting(session) ? labelled('check the warning signs', 'warning signs') : undefined),
  },
  {
    ...HURTS,
    label: inProgress((session) => (isAsked(session) ? undefined : labelled('it hurts', 'hurts'))),
    intro: { place: 3, does: 'it hurts' },
  },
  {
    key: 'b',
    inFull: 'b or Esc',
    presses: [...BACK, 'escape'],
    when: isHurting,
    means: event('back'),
    label: () => labelled("it doesn't hurt: go back", 'go back'),
  },
  {
    key: 'q',
    inFull: 'q or Esc',
    isVital: true,
    // "quit" is what questions shown as lines accept; so is "back" below.
    presses: ['q', 'escape', 'stop', 'quit'],
    means: event('stop'),
    label: (session) => labelled(session.runsElsewhere ? 'leave' : isHurting(session) ? 'end' : 'stop'),
    intro: { place: 5, does: 'stop' },
  },
  {
    ...NEXT,
    label: inProgress((session) => {
      const isLast = session.at + 1 >= session.script.steps.length;
      return isLast || isGettingReady(session) ? undefined : labelled('next');
    }),
    intro: { place: 6, does: 'next', ofSteps: true },
  },
  {
    key: '+',
    presses: ['+', '='],
    means: event('extend'),
    // While it waits, there is nothing to make longer.
    label: inProgress((session) =>
      session.paused?.waits ? undefined : labelled('longer', isGettingReady(session) ? '' : 'longer'),
    ),
    intro: { place: 4, does: 'longer' },
  },
  {
    key: 'b',
    presses: BACK,
    means: event('back'),
    label: inProgress((session) =>
      session.at > 0 && currentStep(session).kind !== 'apply' ? labelled('back', '') : undefined,
    ),
    intro: { place: 7, does: 'back', ofSteps: true },
  },
  {
    key: 't',
    presses: ['t'],
    means: () => ({ ask: 'time-left' }),
    label: inProgress(() => labelled('time left')),
    only: 'lines',
    intro: { place: 2, does: 'time left' },
  },
  {
    key: '?',
    presses: REPEAT,
    means: () => ({ ask: 'again' }),
    label: () => labelled('all keys', 'keys'),
    only: 'screen',
    intro: { place: 8, does: 'repeat' },
  },
];

/** What a press means at this moment; nothing if it means nothing. */
export function meaningOf(press: Press, session: Session): Meaning | undefined {
  return SESSION_KEYS.find((row) => isFor(row, press) && (row.when?.(session) ?? true))?.means(session, press);
}

/** A key as it is shown at a moment. */
export type ShownKey = KeyLabel & Pick<SessionKey, 'key' | 'inFull' | 'typed' | 'only' | 'isVital'>;

/** The keys that are worth showing at this moment, the most needed first. */
export function keysNow(session: Session): ShownKey[] {
  const isAnyKey = session.alarm !== undefined || session.ended !== undefined;
  return SESSION_KEYS.flatMap((row) => {
    // Elsewhere, leaving doesn't say that anything is off.
    const isOther = row.key === ANY_KEY.key || (session.runsElsewhere && row.key === 'q');
    const isShown = (row.when?.(session) ?? true) && (!isAnyKey || isOther);
    const label = isShown ? row.label?.(session) : undefined;
    return label ? [{ ...row, ...label }] : [];
  });
}

function isFor({ presses }: SessionKey, press: Press): boolean {
  return typeof presses === 'function' ? presses(press) : presses.includes(press);
}

// One Enter too many must not stop the clock of a pack on the skin.
function pressEnter(session: Session): Meaning | undefined {
  // Somebody who has got ready begins, whether the clock was paused meanwhile or not.
  if (isGettingReady(session) && !isHurting(session)) return { event: 'skip' };
  if (session.paused) return { event: 'resume' };
  return currentStep(session).kind === 'apply' ? undefined : { event: 'pause' };
}

function isGettingReady(session: Session): boolean {
  return currentStep(session).kind === 'ready';
}

/** Whether a check waits for an answer. Paused, the pack is off the skin. */
function isAsked({ check, paused }: Session): boolean {
  return check !== undefined && !paused;
}

function pauseLabel(session: Session): KeyLabel {
  const { paused } = session;
  // It takes a while to get from the keyboard to the floor.
  if (paused?.waits) return labelled(`start in ${paused.left / 1000} seconds`, `${paused.left / 1000} s`);
  return labelled(paused ? 'continue' : 'pause');
}

function isHurting({ paused }: Session): boolean {
  return paused?.why === 'hurt';
}

function inProgress(label: NonNullable<SessionKey['label']>): NonNullable<SessionKey['label']> {
  return (session) => (isInProgress(session) ? label(session) : undefined);
}

function event(kind: EventKind): SessionKey['means'] {
  return () => ({ event: kind });
}

function labelled(does: string, brief = does): KeyLabel {
  return { does, brief };
}
