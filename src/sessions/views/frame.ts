import { type SessionsContent, STEP_KINDS } from '../../content/session-types.ts';
import { secondsOf, type Step } from '../core/script.ts';
import { currentStep, isInProgress, type Session, stepLeft } from '../core/state.ts';
import type { Row, Span } from '../../terminal/painter.ts';
import { wrap } from '../../text/wrap.ts';
import { firstSentence } from '../../text/first-sentence.ts';
import { headRows, type Shown } from './head.ts';
import { keyRows } from './keys.ts';
import { type FrameLook, isLow, middleRows } from './middle.ts';
import { hurtText, stepTitle, stopText } from './announcement.ts';
import { clockTime } from './times.ts';

const NARROW = 60;
const NOT_READY = STEP_KINDS.filter((kind) => kind !== 'ready');

/** The parts of a screen that don't change while only time goes by. */
export interface Layout {
  readonly head: readonly Row[];
  readonly texts: readonly Row[];
  readonly keys: readonly Row[];
  /** Absent if there is something more important to read. */
  readonly bar?: { readonly place: string; readonly before: number; readonly later: number };
  /** How many rows are left for the time and the figure. */
  readonly room: number;
}

/** The screen of a session, fitted to the window; in a small one, what to do, the keys and the time come first. */
export function sessionRows(shown: Shown, look: FrameLook, layout = layOutSession(shown, look)): Row[] {
  const bar = layout.bar ? [barRow(shown, look, layout.bar)] : [];
  return [...layout.head, ...middleRows(shown, look, layout.room), ...layout.texts, ...bar, ...layout.keys];
}

/** The row to be read first: an alarm, or what to do now; counted from 0. */
export function rowToRead({ head, texts, room }: Layout): number {
  const alarm = head.findIndex((row) => row.some(({ as }) => as === 'alarm'));
  if (alarm >= 0) return alarm;
  return texts.length > 0 ? head.length + room : Math.max(0, head.length - 1);
}

/** Lays out what doesn't change while only time goes by. */
export function layOutSession(shown: Shown, look: FrameLook): Layout {
  const width = look.columns - 1;
  const low = isLow(look);
  const head = headRows(shown, width, look.rows);
  const keys = keyRows(shown.session, width, low || width < NARROW).slice(0, low ? 1 : 3);
  const height = look.rows - head.length - keys.length - 1;
  // While somebody gets ready in a low window, nothing is more dispensable than the progress.
  const isGettingReady = currentStep(shown.session).kind === 'ready';
  const mayBar = look.rows >= 9 && isInProgress(shown.session) && !(low && isGettingReady);
  const sentences = textRows(shown, width, mayBar ? height - 1 : height);
  // The progress is worth less than when to stop.
  const hasBar = mayBar && (!low || isWhole(sentences, height - 1));
  const texts = cutTo(sentences, hasBar ? height - 1 : height);
  const room = height + 1 - texts.length - (hasBar ? 1 : 0);
  return { head, texts, keys, room, ...(hasBar && { bar: barOf(shown.session) }) };
}

/** Whether only time has gone by, so that the layout of one moment fits the other. */
export function isLaidOutAlike(a: Shown, b: Shown): boolean {
  const [one, other] = [a.session, b.session];
  return (
    one.at === other.at &&
    one.endsAt === other.endsAt &&
    one.paused === other.paused &&
    one.alarm === other.alarm &&
    one.ended === other.ended &&
    a.notice === b.notice &&
    a.pain === b.pain &&
    a.notes === b.notes
  );
}

/** Cuts texts to a height; only a sentence that is cut in the middle gets a mark. */
function cutTo(texts: readonly (readonly Row[])[], height: number): readonly Row[] {
  const rows = texts.flat();
  const last = rows[height - 1];
  if (!last || isWhole(texts, height)) return rows.slice(0, Math.max(0, height));
  const [{ text, as }] = last as [Span];
  return [...rows.slice(0, height - 1), [{ text: text.replace(/\s*\S+$/, ' …'), ...(as && { as }) }]];
}

/** Whether a height cuts no sentence in the middle. */
function isWhole(texts: readonly (readonly Row[])[], height: number): boolean {
  const rows = texts.flat();
  return rows.length <= height || texts.some((lines) => lines.at(-1) === rows[height - 1]);
}

/**
 * What to do and what else people have to know, as rows of sentences. Where not all fit, what has just happened comes
 * first, but never before what to do about pain.
 */
function textRows(shown: Shown, width: number, height: number): Row[][] {
  const rowsOf = ({ text, as }: Span) => wrap(text, width, { first: ' ' }).map((line): Row => [{ text: line, as }]);
  const ways = mainTexts(shown).map((texts) => texts.map(rowsOf));
  const main = ways.find((texts) => texts.flat().length <= height) ?? ways.at(-1)!;
  if (!shown.notice) return main;
  const notice = rowsOf({ text: shown.notice, as: 'caution' });
  const isHurt = shown.session.paused?.why === 'hurt';
  return main.flat().length + notice.length > height && !isHurt ? [notice, ...main] : [...main, notice];
}

/** What is said below the time, with less and less of what can be left out, for a window in which not all of it fits. */
function mainTexts(shown: Shown): Span[][] {
  const { session } = shown;
  const { alarm, ended, paused } = session;
  const isGettingReady = !alarm && !ended && paused?.why !== 'hurt' && currentStep(session).kind === 'ready';
  return isGettingReady ? readyTexts(shown) : [sessionTexts(shown)];
}

// The next instruction is shown again when it is due, and pain can be left out; when to stop, and that the warning signs
// weren't checked, must not be cut off.
function readyTexts({ session, words, notes, unchecked, pain }: Shown): Span[][] {
  const { cue, coming, part } = currentStep(session);
  const first = { text: cue, as: 'strong' as const };
  const next = { text: `Then: ${coming}` };
  if (session.begunAt !== undefined) return [[first, next], [first]];
  const stop = { text: stopText(session.script.parts[part]!.stop) };
  const warn = (text: string) => (unchecked ? [{ text, as: 'caution' as const }] : []);
  const [full, brief] = [warn(words.unchecked.key), warn(words.unchecked.brief)];
  const rating = { text: painText(words, pain) };
  const others = notes.map((text) => ({ text }));
  return [
    [first, ...full, rating, stop, ...others, next],
    [first, ...full, rating, stop, ...others],
    [first, ...full, rating, stop],
    [first, ...brief, rating, stop],
    [first, ...brief, stop],
  ];
}

function sessionTexts({ session, words }: Shown): Span[] {
  const { alarm, paused, ended, script } = session;
  const { cue, kind } = currentStep(session);
  if (alarm) return alarmTexts(session);
  if (paused?.why === 'hurt') return [{ text: hurtText(session, words, 'key'), as: 'strong' }];
  if (ended) return [{ text: script.end.cue, as: 'strong' }];
  if (paused && kind === 'apply') return [{ text: words.paused, as: 'strong' }];
  return [{ text: cue, as: 'strong' }, ...nextTexts(session)];
}

// With a pack on the back, people want to know what the next sound means. Other steps need the room for a figure.
function nextTexts({ script: { steps }, at }: Session): Span[] {
  const next = steps[at + 1];
  return next && steps[at]!.kind === 'apply' ? [{ text: `Then: ${stepTitle(next)}.` }] : [];
}

function alarmTexts({ alarm, ended, begunAt, script }: Session): Span[] {
  const rest = alarm!.cue.slice(firstSentence(alarm!.cue).length).trim();
  const since = ended
    ? `It has been on since ${clockTime(begunAt!, script)}. The time was up at ${clockTime(ended.at, script)}.`
    : '';
  return [rest, since].filter(Boolean).map((text) => ({ text, as: 'strong' }));
}

function painText({ pain }: SessionsContent, typed: number | undefined): string {
  return typed === undefined ? `${pain.before} Type it or skip.` : `${pain.before} ${typed}`;
}

// Getting ready doesn't count: it may take any time.
function barOf({ at, script: { steps } }: Session): NonNullable<Layout['bar']> {
  const place = ` step ${at + 1} of ${steps.length} `;
  return { place, before: lasting(steps.slice(0, at)), later: lasting(steps.slice(at + 1)) };
}

function lasting(steps: readonly Step[]): number {
  return secondsOf(steps, NOT_READY) * 1000;
}

function barRow({ session, now }: Shown, { glyphs, columns }: FrameLook, bar: NonNullable<Layout['bar']>): Row {
  const { place, before, later } = bar;
  const cells = Math.max(0, columns - 1 - place.length);
  const counts = currentStep(session).kind !== 'ready';
  const left = counts ? stepLeft(session, now) : 0;
  const gone = before + (counts ? session.length - left : 0);
  const done = Math.max(0, Math.min(cells, Math.round((gone / (gone + left + later)) * cells)));
  return [
    { text: place },
    { text: glyphs.barDone.repeat(done), as: 'key' },
    { text: glyphs.barLeft.repeat(cells - done) },
  ];
}
