import type { SessionsContent } from '../../content/session-types.ts';
import { currentStep, isInProgress, type Session } from '../core/state.ts';
import type { Row, Span } from '../../terminal/painter.ts';
import { firstSentence } from '../../text/first-sentence.ts';
import { wrap } from '../../text/wrap.ts';
import { endText, stepTitle } from './announcement.ts';
import { clockTime } from './times.ts';

/** What the screen of a session shows. */
export interface Shown {
  readonly session: Session;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly words: SessionsContent;
  /** What has just happened, in a sentence. */
  readonly notice: string;
  /** What has to be known before it begins. */
  readonly notes: readonly string[];
  /** The warning signs weren't checked in this episode. */
  readonly unchecked?: true | undefined;
  /** The pain that was typed while getting ready. */
  readonly pain?: number | undefined;
  /** All keys are to be shown. */
  readonly showsKeys?: boolean;
  /** The figure of the step, for a number of columns; absent if it has none. */
  readonly figure?: ((columns: number) => readonly Row[]) | undefined;
}

/** The rows at the top: the name of the session and when it ends, then what to do now. */
export function headRows(shown: Shown, width: number, rows: number): Row[] {
  if (rows >= TITLED) return [headRow(shown, width), ...titleRows(shown, width, true)];
  // In the lowest windows there is no row for the name.
  return lowHead(shown, width).slice(0, rows - 2);
}

/** The lowest window that has a row for the name. */
const TITLED = 7;

function headRow(shown: Shown, width: number): Row {
  const { session, now } = shown;
  const { name, parts } = session.script;
  const part = currentStep(session).part;
  const place = parts.length > 1 ? `${part + 1} of ${parts.length}: ${parts[part]!.name}` : '';
  const right = session.ended ? '' : endText(session, now);
  return spreadRow([[name, place].filter(Boolean).join('  '), place || name], right, width);
}

function lowHead(shown: Shown, width: number): Row[] {
  const { session, now } = shown;
  if (!isInProgress(session)) return titleRows(shown, width);
  return [spreadRow([stepTitle(currentStep(session))], endText(session, now), width)];
}

/** A row with text at both ends: the first left text that leaves room for the right one, or the last one alone. */
function spreadRow(texts: readonly string[], right: string, width: number): Row {
  const lefts = texts.map((text) => ` ${text}`);
  const left = lefts.find((text) => text.length + right.length + 2 <= width) ?? lefts.at(-1)!.slice(0, width);
  const gap = width - left.length - right.length;
  return [{ text: left, as: 'strong' }, ...(gap >= 2 ? [{ text: ' '.repeat(gap) + right }] : [])];
}

/** What is done now. */
function titleRows({ session, words }: Shown, width: number, isNamed = false): Row[] {
  if (session.paused?.why === 'hurt') return [titleRow(words.hurts.title, width, 'caution')];
  if (session.ended) return [titleRow(session.ended.why === 'done' ? 'Done' : 'Stopped', width, 'strong')];
  const title = stepTitle(currentStep(session)) + untilText(session);
  // A walk has no part of another name.
  if (isNamed && title === session.script.name) return session.paused ? [titleRow('Paused', width, 'caution')] : [];
  if (session.paused?.waits) return [titleRow(`${title}: take your time`, width, undefined)];
  return [session.paused ? titleRow(`Paused: ${title}`, width, 'caution') : titleRow(title, width, undefined)];
}

function titleRow(text: string, width: number, as: Span['as']): Row {
  return [{ text: ` ${text}`.slice(0, width), as }];
}

/** The first sentence of what has to be done, in as many rows as it takes. */
export function alarmRows(cue: string, width: number): Row[] {
  const lines = wrap(firstSentence(cue).toUpperCase(), width - 1, { first: ' ' });
  return lines.map((text) => [{ text: text.slice(0, width).padEnd(width), as: 'alarm' }]);
}

// When to change, for a long step that isn't the last.
function untilText({ length, endsAt, paused, at, script }: Session): string {
  const isLong = length >= 60_000 && at + 1 < script.steps.length;
  return isLong && !paused ? `, until ${clockTime(endsAt, script)}` : '';
}
