import { type SessionsContent, STEP_KINDS } from '../../content/session-types.ts';
import { secondsOf, type Step } from '../core/script.ts';
import { keysNow } from '../core/keys.ts';
import { currentStep, isInProgress, type Session, stepLeft } from '../core/state.ts';
import type { Glyphs } from '../../terminal/glyphs.ts';
import type { Row, Span } from '../../terminal/painter.ts';
import { alarmRows, headRows, type Shown } from './head.ts';
import { keyListRows, keyRows } from './keys.ts';
import { type LargeMoment, largeMoment, largeRows, layOutMoment } from './large-moment.ts';
import type { LargeText } from './large-text.ts';
import { type FrameLook, isLow, middleRows } from './middle.ts';
import { hurtText, stepTitle, stopText } from './announcement.ts';
import { cutTo, isWhole, textRow } from './text-rows.ts';

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
  /** No time is shown, so what to do is at the top. */
  readonly isReadFirst?: true;
  /** The words of an alarm or a check, which fill that room; absent at other times, and where they don't fit. */
  readonly letters?: LargeText;
}

/** The screen of a session, fitted to the window; in a small one, what to do, the keys and the time come first. */
export function sessionRows(shown: Shown, look: FrameLook, layout = layOutSession(shown, look)): Row[] {
  const { head, texts, keys, room, letters } = layout;
  const bar = layout.bar ? [barRow(shown, look, layout.bar)] : [];
  const middle = letters ? largeRows(letters, shown, look, room) : middleRows(shown, look, room);
  const below = layout.isReadFirst ? [...texts, ...middle] : [...middle, ...texts];
  return [...head, ...below, ...bar, ...keys];
}

/** The row to be read first: an alarm, or what to do now; counted from 0. */
export function rowToRead({ head, texts, room, isReadFirst }: Layout): number {
  const alarm = head.findIndex((row) => row.some(({ as }) => as === 'alarm'));
  if (alarm >= 0) return alarm;
  if (texts.length === 0) return Math.max(0, head.length - 1);
  return head.length + (isReadFirst ? 0 : room);
}

/** Lays out what doesn't change while only time goes by. */
export function layOutSession(shown: Shown, look: FrameLook): Layout {
  const width = look.columns - 1;
  const low = isLow(look);
  const keys = keyRows(shown.session, width, low || width < NARROW).slice(0, low ? 1 : 3);
  const moment = shown.showsKeys ? undefined : largeMoment(shown);
  if (moment) return layOutLarge(moment, shown, look, keys);
  const head = headRows(shown, width, look.rows);
  if (shown.showsKeys) return layOutKeys(shown, look, head);
  const height = look.rows - head.length - keys.length - 1;
  // While somebody gets ready in a low window, nothing is more dispensable than the progress.
  const isGettingReady = currentStep(shown.session).kind === 'ready';
  const mayBar = look.rows >= 9 && isInProgress(shown.session) && !(low && isGettingReady);
  const sentences = textRows(shown, width, mayBar ? height - 1 : height);
  // The progress is worth less than when to stop.
  const hasBar = mayBar && (!low || isWhole(sentences, height - 1));
  const texts = cutTo(sentences, hasBar ? height - 1 : height);
  const room = height + 1 - texts.length - (hasBar ? 1 : 0);
  const isReadFirst = shown.session.paused?.why === 'hurt';
  return { head, texts, keys, room, ...(isReadFirst && { isReadFirst }), ...(hasBar && { bar: barOf(shown.session) }) };
}

// Only what to do, and the keys that answer.
function layOutLarge(moment: LargeMoment, shown: Shown, look: FrameLook, allKeys: readonly Row[]): Layout {
  const head = alarmRows(moment.cue, look.columns - 1).slice(0, look.rows - 2);
  const answering = keysNow(shown.session).slice(0, 2).at(-1)?.key;
  const last = allKeys.findIndex((row) => row.some(({ text, as }) => as === 'key' && text === answering));
  const keys = last < 0 ? allKeys : allKeys.slice(0, last + 1);
  return { head, keys, ...layOutMoment(moment, shown, look, look.rows - head.length - keys.length) };
}

/** The screen with all keys in place of what to do. */
function layOutKeys({ session }: Shown, look: FrameLook, head: readonly Row[]): Layout {
  const back: Row = [{ text: ' ' }, { text: '? or Esc', as: 'key' }, { text: '  back' }];
  const height = Math.max(0, look.rows - head.length - 1);
  const texts = keyListRows(session, look.columns - 1, height).slice(0, height);
  return { head, texts, keys: [back], room: height - texts.length };
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
    one.check === other.check &&
    (largeMoment(a) === undefined) === (largeMoment(b) === undefined) &&
    a.showsKeys === b.showsKeys &&
    a.notice === b.notice &&
    a.pain === b.pain &&
    // Each look makes a new list of them.
    a.notes.length === b.notes.length &&
    a.notes.every((note, at) => note === b.notes[at])
  );
}

/**
 * What to do and what else people have to know, as rows of sentences. Where not all fit, what has just happened comes
 * first, but never before what to do about pain.
 */
function textRows(shown: Shown, width: number, height: number): Row[][] {
  const rowsOf = (text: Span) => textRow(text, width);
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

/** Before somebody begins, that it waits. */
function waitingTexts({ session, words }: Shown): Span[] {
  return session.paused?.waits ? [{ text: words.waiting, as: 'caution' }] : [];
}

// The next instruction is shown again when it is due, and pain can be left out; when to stop, and that the warning signs
// weren't checked, must not be cut off.
function readyTexts(shown: Shown): Span[][] {
  const { session, words, notes, unchecked, pain } = shown;
  const { cue, coming, part } = currentStep(session);
  const first = { text: cue, as: 'strong' as const };
  const next = { text: `Then: ${coming}` };
  if (session.begunAt !== undefined) return [[first, next], [first]];
  const waiting = waitingTexts(shown);
  const stop = { text: stopText(session.script.parts[part]!.stop) };
  const warn = (text: string) => (unchecked ? [{ text, as: 'caution' as const }] : []);
  const [full, brief] = [warn(words.unchecked.key), warn(words.unchecked.brief)];
  const rating = { text: painText(words, pain) };
  const others = notes.map((text) => ({ text }));
  return [
    [first, ...waiting, ...full, rating, stop, ...others, next],
    [first, ...waiting, ...full, rating, stop, ...others],
    [first, ...waiting, ...full, rating, stop],
    [first, ...waiting, ...brief, rating, stop],
    [first, ...brief, rating, stop],
    [first, ...brief, stop],
  ];
}

function sessionTexts({ session, words }: Shown): Span[] {
  const { check, paused, ended, script } = session;
  const { cue, kind } = currentStep(session);
  if (paused?.why === 'hurt') return [{ text: hurtText(session, words, 'key'), as: 'strong' }];
  if (ended) return [{ text: script.end.cue, as: 'strong' }];
  if (paused && kind === 'apply') return [{ text: words.paused, as: 'strong' }];
  // It is known by now where the pack goes.
  if (check) return [{ text: check.cue, as: 'caution' }];
  return [{ text: cue, as: 'strong' }, ...nextTexts(session)];
}

// With a pack on the back, people want to know what the next sound means. Other steps need the room for a figure.
function nextTexts({ script: { steps }, at }: Session): Span[] {
  const next = steps[at + 1];
  return next && steps[at]!.kind === 'apply' ? [{ text: `Then: ${stepTitle(next)}.` }] : [];
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
  const key = `${place}|${done}|${cells}|${glyphs.barDone}`;
  if (latestBar?.key !== key) latestBar = { key, row: drawBar(place, done, cells - done, glyphs) };
  return latestBar.row;
}

/** The last one that was drawn: it stays the same for many seconds. */
let latestBar: { readonly key: string; readonly row: Row } | undefined;

function drawBar(place: string, done: number, left: number, { barDone, barLeft }: Glyphs): Row {
  return [{ text: place }, { text: barDone.repeat(done), as: 'key' }, { text: barLeft.repeat(left) }];
}
