import type { Form, Therapy } from '../../src/content/session-types.ts';
import {
  type Choices,
  partsOf,
  type Planned,
  type Script,
  type Step,
  stepsOf,
} from '../../src/sessions/core/script.ts';
import { content } from '../content/data-files.ts';

export interface Wish {
  readonly minutes?: number;
  readonly rounds?: number;
  readonly form?: string;
}

export const WORDS = content.sessions();
export const ROUTINES = content.stretches().routines;
export const STRETCHES = content.stretches().stretches;

export function therapyNamed(id: string): Therapy {
  return found(content.therapies().therapies, id);
}

/** The session that the command of a therapy makes of the data. */
export function therapyScript(id: string, { minutes, rounds, form }: Wish = {}): Script {
  const therapy = therapyNamed(id);
  const activity: Planned = { ...therapy, ...(form && movesOf(found(therapy.forms ?? [], form))) };
  const chosen = minutes ?? therapy.minutes?.usual;
  const steps = stepsOf([activity], {
    ...(therapy.minutes && chosen && { minutes: { chosen, most: therapy.minutes.max } }),
    ...(rounds && { rounds }),
  });
  const { name, countsDuringSleep, end } = therapy;
  return { therapy: id, name, parts: partsOf([activity]), steps, countsDuringSleep, end };
}

/** A session of some stretches, one after the other. */
export function stretchScript(ids: readonly string[], choices: Choices = {}): Script {
  const stretches = ids.map((id) => found(STRETCHES, id));
  const steps = stepsOf(stretches, choices);
  const { end } = content.stretches();
  return { therapy: 'stretch', name: 'Stretches', parts: partsOf(stretches), steps, countsDuringSleep: false, end };
}

/** A routine of the data. */
export function routineScript(id: string, choices: Choices = {}): Script {
  const routine = found(ROUTINES, id);
  return { ...stretchScript(routine.stretches, choices), name: routine.name, therapy: routine.therapy };
}

/** Every session that the data holds, at its usual length. */
export function allScripts(): Script[] {
  const forms = therapyNamed('heat').forms!.map((form) => therapyScript('heat', { form: form.id }));
  const therapies = ['ice', 'contrast', 'walk'].map((id) => therapyScript(id));
  return [...therapies, ...forms, ...ROUTINES.map(({ id }) => routineScript(id))];
}

/** A step as a line: "hold left 20". */
export function brief({ kind, side, seconds }: Step): string {
  return [kind, side, seconds].filter((part) => part !== undefined).join(' ');
}

// What a form is called is no part of what is done.
function movesOf({ ready, round, sides, between }: Form) {
  return { ready, round, ...(sides && { sides }), ...(between && { between }) };
}

function found<T extends { id: string }>(all: readonly T[], id: string): T {
  const one = all.find((each) => each.id === id);
  if (!one) throw new Error(`no "${id}" in the data`);
  return one;
}
