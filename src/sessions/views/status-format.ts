import { UsageError } from '../../errors.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { ownValue } from '../../text/own-value.ts';
import { currentStep, type Session, sessionLeft, stepLeft } from '../core/state.ts';
import { stepTitle } from './announcement.ts';
import { iconOf, stateWord } from './state-file.ts';
import { clockTime, minutesAndSeconds } from './times.ts';

/** What can stand in braces in `unspasm status --format`. */
export const FORMAT_FIELDS: Readonly<Record<string, (session: Session, now: number) => string>> = {
  icon: iconOf,
  name: ({ script }) => script.name,
  left: (session, now) => minutesAndSeconds(sessionLeft(session, now)),
  ends: (session, now) => endOf(session, now),
  step: (session) => stepTitle(currentStep(session)),
  'step-left': (session, now) => minutesAndSeconds(stepLeft(session, now)),
  state: stateWord,
};

const FIELD = /\{([^{}]*)\}/g;

/** Checks a format, before it is known whether there is a session. @throws UsageError for a field that doesn't exist */
export function checkFormat(format: string): void {
  const names = Object.keys(FORMAT_FIELDS);
  const unknown = [...format.matchAll(FIELD)].map(([, name]) => name!).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(`there is no field {${unknown}}${didYouMean(unknown, names)}`, {
    code: 'bad-format',
    hint: `use one of these: ${names.map((name) => `{${name}}`).join(', ')}`,
  });
}

/** A session in the words of a format: `{icon} {left}` becomes "❄ 7:32". @param now milliseconds since 1970 */
export function formattedStatus(format: string, session: Session, now: number): string {
  return format.replace(FIELD, (_, name: string) => ownValue(FORMAT_FIELDS, name)!(session, now));
}

// Nobody knows when a paused session ends.
function endOf(session: Session, now: number): string {
  const { script, paused, ended } = session;
  if (paused) return '';
  return clockTime(ended?.at ?? now + sessionLeft(session, now), script);
}
