import { flag, isShallow, listOf, number, oneOf, optional, shape, text } from '../../text/json.ts';
import type { KeptSession } from './kept.ts';

const CHECK = shape({
  at: (value) => value === 'half' || number(value),
  cue: text,
  answer: optional(text),
});
const STEP = shape({
  kind: text,
  title: text,
  cue: text,
  coming: optional(text),
  says: text,
  seconds: number,
  most: number,
  side: optional(oneOf('left', 'right')),
  figure: optional(listOf(text)),
  checks: listOf(CHECK),
  part: number,
  round: number,
  rounds: number,
});
const SCRIPT = shape({
  therapy: text,
  name: text,
  parts: listOf(shape({ id: text, name: text, stop: listOf(text) })),
  steps: listOf(STEP),
  goesOnAsleep: flag,
  end: shape({ cue: text, takeOff: optional(text) }),
});
const SESSION = shape({
  script: SCRIPT,
  at: number,
  length: number,
  endsAt: number,
  paused: optional(shape({ left: number, since: number, why: oneOf('asked', 'slept', 'hurt') })),
  seen: number,
  startedAt: number,
  begunAt: optional(number),
  pausedFor: number,
  alarm: optional(shape({ since: number, cue: text, answer: optional(text) })),
  hurt: listOf(text),
  ended: optional(shape({ at: number, why: oneOf('done', 'stopped', 'hurt') })),
});
const KEPT = shape({
  v: oneOf(1),
  process: optional(text),
  session: SESSION,
  form: optional(text),
  planned: number,
  painBefore: optional(number),
  cutAt: optional(number),
});

/**
 * A session as it was read from the disk, where a crash, a sync tool or a hand may have changed it.
 * @param pid the process that its file is named after; what the file itself says of it could name any other file
 * @returns nothing for what can't be gone on with
 */
export function readKept(value: unknown, pid: number): KeptSession | undefined {
  if (!isShallow(value) || !KEPT(value)) return undefined;
  const kept = { ...(value as KeptSession), pid };
  const { steps, parts } = kept.session.script;
  const isWhole = steps[kept.session.at] !== undefined && steps.every(({ part }) => parts[part] !== undefined);
  return isWhole ? kept : undefined;
}
