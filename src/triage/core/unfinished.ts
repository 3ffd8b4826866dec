import { isPossible } from './answers.ts';
import { type Interview, type Marks, nextScreen, type Reply, type Screen, screensOf } from './interview.ts';
import type { TriageKnowledge } from './result.ts';

/** A check that was left in the middle, as it is saved. */
export interface UnfinishedCheck {
  /** When it was left, in milliseconds since 1970. */
  readonly at: number;
  readonly replies: readonly (readonly [screen: string, said: Reply])[];
  readonly done: readonly string[];
  readonly onsetAt?: string;
}

/** How long what was said counts: two hours. Pain and signs may have changed after that. Our own, cautious choice. */
const COUNTS_FOR_MS = 2 * 3_600_000;

/** What is saved of a check. @param at milliseconds since 1970 */
export function unfinishedCheck({ replies, done, onsetAt }: Interview, at: number): UnfinishedCheck {
  return { at, replies: [...replies], done, ...(onsetAt !== undefined && { onsetAt }) };
}

/**
 * The check to continue, or nothing where none was left in the last two hours.
 * @param saved whatever was read from the file; what this version doesn't ask, or can't read, is left out and asked again
 * @param now milliseconds since 1970
 */
export function continuedCheck(content: TriageKnowledge, saved: unknown, now: number): Interview | undefined {
  if (!isUnfinished(saved) || saved.at > now || now - saved.at > COUNTS_FOR_MS) return undefined;
  const screens = new Map(screensOf(content).map((screen) => [screen.id, screen]));
  const isReply = ([id, said]: readonly [string, unknown]): boolean => {
    const screen = screens.get(id);
    if (!screen) return false;
    return screen.kind === 'checklist'
      ? isMarks(said, new Set(screen.checklist.signs))
      : isPossible(screen.question, said);
  };
  const replies = new Map(saved.replies.filter(isReply));
  const done = saved.done.filter((id) => replies.has(id));
  const { onsetAt } = saved;
  return replies.size > 0 ? { replies, done, ...(onsetAt !== undefined && { onsetAt }) } : undefined;
}

/** The screen at which a check continues once it was saved; nothing where its result is shown first. */
export function continuesAt(content: TriageKnowledge, { replies, done }: Interview): Screen | undefined {
  // That somebody went on after an emergency isn't saved: they are told again.
  return nextScreen(content, { replies, done });
}

function isUnfinished(saved: unknown): saved is UnfinishedCheck {
  if (typeof saved !== 'object' || saved === null) return false;
  const { at, replies, done, onsetAt } = saved as Partial<Record<keyof UnfinishedCheck, unknown>>;
  return (
    typeof at === 'number' &&
    Array.isArray(replies) &&
    replies.every((one) => Array.isArray(one) && one.length === 2 && typeof one[0] === 'string') &&
    isTexts(done) &&
    (onsetAt === undefined || typeof onsetAt === 'string')
  );
}

function isMarks(said: unknown, known: ReadonlySet<string>): said is Marks {
  if (typeof said !== 'object' || said === null) return false;
  const { signs, unsure, asked } = said as Partial<Record<keyof Marks, unknown>>;
  return [signs, unsure, asked].every((ids) => isTexts(ids) && ids.every((id) => known.has(id)));
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
