import type { Form, StretchesContent, Therapy } from '../../content/session-types.ts';
import { waitToBegin } from './clockwork.ts';
import { begin } from './machine.ts';
import { type Choices, partsOf, type Script, secondsOf, stepsOf } from './script.ts';
import type { Next } from './state.ts';
import { resumeInterrupted, type StoredSession } from './stored-session.ts';
import type { StretchChoice } from './stretch-choice.ts';

/** A session that was decided on. */
export interface Plan {
  readonly script: Script;
  /** Its planned length without getting ready first, in milliseconds. */
  readonly planned: number;
  /** The form of the therapy, by id. */
  readonly form?: string;
  /** The level of a routine that has levels, by id. */
  readonly routineLevel?: string;
  /** Whether the journal entry names the parts that were done, as it does for stretches. */
  readonly namesParts: boolean;
  /** What has to be known before it begins. */
  readonly notes: readonly string[];
  /** The warning signs weren't checked in this episode, which has to be known as well. */
  readonly unchecked?: true;
  /** The therapy whose gap and number per day it counts for. */
  readonly therapy?: Therapy;
  /** The interrupted session that it resumes; absent if it is new. */
  readonly interrupted?: StoredSession;
}

/** What was chosen for a session of a therapy, and what is known that bears on it. */
export interface TherapyChoices {
  readonly minutes?: number | undefined;
  readonly rounds?: number | undefined;
  readonly form?: Form | undefined;
  /** The person's own usual length, in minutes. */
  readonly usualMinutes?: number | undefined;
  /** Whether the therapy was never done before. */
  readonly isFirst: boolean;
  /** The phase of the episode, if there is one. */
  readonly phase?: 'early' | 'later' | undefined;
}

/** Plans a session of a therapy, such as ice or a walk. */
export function planTherapy(therapy: Therapy, choices: TherapyChoices): Plan {
  const { rounds, form, usualMinutes, isFirst, phase } = choices;
  const usual = usualMinutes ?? (isFirst ? therapy.minutes?.first : undefined) ?? therapy.minutes?.usual;
  const chosen = choices.minutes ?? usual;
  const { id, name, icon, countsDuringSleep, end } = therapy;
  const activities = [{ ...therapy, ...form, id, name }];
  const steps = stepsOf(activities, {
    ...(therapy.minutes && chosen && { minutes: { chosen, most: therapy.minutes.max } }),
    ...(rounds && { rounds }),
  });
  const script: Script = { therapy: id, name, icon, parts: partsOf(activities), steps, countsDuringSleep, end };
  const note = phase && therapy.phases?.[phase];
  const planned = secondsOf(steps.filter(({ kind }) => kind !== 'ready')) * 1000;
  return { script, planned, namesParts: false, notes: note ? [note] : [], therapy, ...(form && { form: form.id }) };
}

/** Plans a session of stretches. */
export function planStretches({ icon, end }: StretchesContent, choice: StretchChoice, choices: Choices): Plan {
  const { name, stretches, routine, level } = choice;
  const steps = stepsOf(stretches, choices);
  const { therapy } = routine;
  const script: Script = { therapy, name, icon, parts: partsOf(stretches), steps, countsDuringSleep: false, end };
  const planned = secondsOf(steps.slice(1)) * 1000;
  return { script, planned, namesParts: true, notes: [], ...(level !== undefined && { routineLevel: level }) };
}

/** Plans to resume an interrupted session. @param therapies all that exist */
export function planToResume(interrupted: StoredSession, therapies: readonly Therapy[]): Plan {
  const { session, form, routineLevel, planned } = interrupted;
  const therapy = therapies.find(({ id }) => id === session.script.therapy);
  return {
    script: session.script,
    planned,
    namesParts: therapy === undefined,
    notes: [],
    interrupted,
    ...(form && { form }),
    ...(routineLevel !== undefined && { routineLevel }),
    ...(therapy && { therapy }),
  };
}

/**
 * The first moment of a planned session. Nobody fetches ice, or gets down to the floor, by a countdown.
 * @param now milliseconds since 1970
 * @param waits whether a new one waits until somebody begins
 */
export function beginPlan({ script, interrupted }: Plan, now: number, waits: boolean): Next {
  if (interrupted) return resumeInterrupted(interrupted, now);
  const first = begin(script, now);
  return waits ? waitToBegin(first, now) : first;
}
