import { flag, isShallow, listOf, number, oneOf, optional, shape, text } from '../../text/json.ts';
import type { Script } from './script.ts';
import type { StoredSession } from './stored-session.ts';

const ASKED = { large: text, well: text, unwell: text };
const WAITING_CHECK = shape({ since: number, cue: text, ...ASKED });
const CHECK = shape({
  at: (value) => value === 'half' || number(value),
  cue: text,
  answer: optional(text),
  large: optional(text),
  asks: optional(shape(ASKED)),
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
  end: shape({ cue: text, takeOff: optional(text), large: optional(text) }),
  icon: optional(text),
  twelveHours: optional(flag),
});
const SESSION = shape({
  script: SCRIPT,
  at: number,
  length: number,
  endsAt: number,
  paused: optional(
    shape({
      left: number,
      since: number,
      why: oneOf('asked', 'slept', 'hurt'),
      waits: optional(flag),
      before: optional(shape({ isPaused: flag, hurt: listOf(text), check: optional(WAITING_CHECK) })),
    }),
  ),
  seen: number,
  startedAt: number,
  begunAt: optional(number),
  pausedFor: number,
  alarm: optional(shape({ since: number, cue: text, answer: optional(text), large: optional(text) })),
  check: optional(WAITING_CHECK),
  hurt: listOf(text),
  held: optional(listOf(number)),
  ended: optional(shape({ at: number, why: oneOf('done', 'stopped', 'hurt') })),
});
const FILE = shape({
  v: oneOf(1),
  process: optional(text),
  session: SESSION,
  form: optional(text),
  routineLevel: optional(text),
  planned: number,
  painBefore: optional(number),
  cutAt: optional(number),
});

/** The script in a file: a file that another version wrote, or will read, has this older name for a field. */
type FileScript = Omit<Script, 'countsDuringSleep'> & { readonly goesOnAsleep: boolean };

/** A session as the text of its file. */
export function sessionFileText(stored: StoredSession): string {
  const { countsDuringSleep, ...script } = stored.session.script;
  const inFile: FileScript = { ...script, goesOnAsleep: countsDuringSleep };
  return JSON.stringify({ ...stored, session: { ...stored.session, script: inFile } });
}

/**
 * Reads the file of a session, which a crash, a sync tool or a person may have changed.
 * @param value the JSON value in the file
 * @param pid the process that the file is named after; the number inside could name any other file
 * @returns nothing if the session can't be continued from it
 */
export function readSessionFile(value: unknown, pid: number): StoredSession | undefined {
  if (!isShallow(value) || !FILE(value)) return undefined;
  const inFile = value as StoredSession & { readonly session: { readonly script: FileScript } };
  const { goesOnAsleep, ...rest } = inFile.session.script;
  const script: Script = { ...rest, countsDuringSleep: goesOnAsleep };
  const { steps, parts } = script;
  const isWhole = steps[inFile.session.at] !== undefined && steps.every(({ part }) => parts[part] !== undefined);
  return isWhole ? { ...inFile, pid, session: { ...inFile.session, script } } : undefined;
}
