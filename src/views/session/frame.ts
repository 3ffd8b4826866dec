import { type SessionsContent, STEP_KINDS } from '../../content/session-types.ts';
import { secondsOf, type Step } from '../../session/script.ts';
import { currentStep, goneOn, type Session, stepLeft } from '../../session/state.ts';
import type { Glyphs } from '../../terminal/glyphs.ts';
import type { Row, Span } from '../../terminal/painter.ts';
import { wrap } from '../../text/wrap.ts';
import { figureRows } from '../figure.ts';
import { bigDigits, type Digits } from './digits.ts';
import { firstSentence, goesOn, headRows, type Shown } from './head.ts';
import { keyRows } from './keys.ts';
import { hurtText, stopText } from './telling.ts';
import { clockTime, goneBy, minutesAndSeconds } from './times.ts';

export interface FrameLook {
  readonly columns: number;
  readonly rows: number;
  readonly glyphs: Glyphs;
  /** Half-blocks can be shown. */
  readonly blocks: boolean;
}

/** In a lower window nothing is spent on gaps and on what is only good to know. */
const LOW_WINDOW = 16;
const NARROW = 60;
const NARROW_FIGURE = 16;
const WIDE_FIGURE = 48;
const GAP = 3;
const BLANK: Row = [];
const NO_DIGITS: Digits = { rows: [], width: 0 };
const NOT_READY = STEP_KINDS.filter((kind) => kind !== 'ready');

/** What of a screen stays as it is while only the time goes on. */
export interface Layout {
  readonly head: readonly Row[];
  readonly texts: readonly Row[];
  readonly keys: readonly Row[];
  /** Absent where there is something more important to read. */
  readonly bar?: { readonly place: string; readonly before: number; readonly later: number };
  /** Rows that are left for the time and the figure. */
  readonly room: number;
}

/** A session as a screen that fits the window, whatever its size: the time, what to do, and the keys come first. */
export function sessionRows(shown: Shown, look: FrameLook, layout = layOutSession(shown, look)): Row[] {
  const bar = layout.bar ? [barRow(shown, look, layout.bar)] : [];
  return [...layout.head, ...middle(shown, look, layout.room), ...layout.texts, ...bar, ...layout.keys];
}

/** Lays out what doesn't change with the time alone. */
export function layOutSession(shown: Shown, look: FrameLook): Layout {
  const width = look.columns - 1;
  const isLow = look.rows < LOW_WINDOW;
  const head = headRows(shown, width, look.rows);
  const keys = keyRows(shown.session, width, isLow || width < NARROW).slice(0, isLow ? 1 : 3);
  const hasBar = look.rows >= 9 && goesOn(shown.session);
  const taken = head.length + keys.length + (hasBar ? 1 : 0);
  const texts = cutTo(textRows(shown, width), look.rows - taken - 1);
  const room = look.rows - taken - texts.length;
  return { head, texts, keys, room, ...(hasBar && { bar: barOf(shown.session) }) };
}

/** Whether only the time has gone on, so that a layout still holds. */
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

function cutTo(rows: readonly Row[], height: number): readonly Row[] {
  if (rows.length <= height) return rows;
  const [last] = rows[height - 1] ?? [];
  const mark = last ? [[{ ...last, text: last.text.replace(/\s*\S+$/, ' …') }]] : [];
  return [...rows.slice(0, Math.max(0, height - 1)), ...mark];
}

/** What to do, and what else is to be known, as sentences. */
function textRows(shown: Shown, width: number): Row[] {
  const { notice } = shown;
  const sentences = [...mainTexts(shown), ...(notice ? [{ text: notice, as: 'caution' } as const] : [])];
  return sentences.flatMap(({ text, as }) =>
    wrap(text, width, { first: ' ' }).map((line): Row => [{ text: line, as }]),
  );
}

function mainTexts({ session, words, notes, pain }: Shown): Span[] {
  const { alarm, paused, ended, script } = session;
  const { cue, coming, kind, part } = currentStep(session);
  if (alarm) return alarmTexts(session);
  if (paused?.why === 'hurt') return [{ text: hurtText(session, words), as: 'strong' }];
  if (ended) return [{ text: script.end.cue, as: 'strong' }];
  if (paused && kind === 'apply') return [{ text: words.paused, as: 'strong' }];
  if (kind !== 'ready') return [{ text: cue, as: 'strong' }];
  const stop = stopText(script.parts[part]!.stop);
  const isFirst = session.begunAt === undefined;
  const further = [`Then: ${coming}`, ...(isFirst ? [stop, ...notes] : [])];
  const asked = isFirst ? [painText(words, pain)] : [];
  return [{ text: cue, as: 'strong' }, ...[...asked, ...further].map((text) => ({ text }))];
}

function alarmTexts({ alarm, ended, begunAt }: Session): Span[] {
  const rest = alarm!.cue.slice(firstSentence(alarm!.cue).length).trim();
  const since = ended ? `On since ${clockTime(begunAt!)}; the time was up at ${clockTime(ended.at)}.` : '';
  return [rest, since].filter(Boolean).map((text) => ({ text, as: 'strong' }));
}

function painText({ pain }: SessionsContent, typed: number | undefined): string {
  return typed === undefined ? `${pain.before} Type it, or don't.` : `${pain.before} ${typed}`;
}

/** The time, as large as there is room for, and beside it the figure. */
function middle(shown: Shown, look: FrameLook, room: number): Row[] {
  const time = timeText(shown);
  const columns = figureColumns(shown, look, room, time);
  const figure = columns > 0 ? shown.figure!(columns) : [];
  const left = columns > 0 ? columns + GAP : 0;
  const height = look.rows < LOW_WINDOW ? room : room - 2;
  const digits = time ? bigDigits(time, look.columns - left - 2, Math.max(1, height), look.blocks) : NO_DIGITS;
  const indent = Math.max(1, Math.floor((look.columns - left - digits.width) / 2));
  const aboveFigure = Math.max(0, Math.floor((room - figure.length) / 2));
  const aboveDigits = Math.max(0, Math.floor((room - digits.rows.length) / 2));
  const rows: Row[] = [];
  for (let row = 0; row < room; row += 1) {
    const drawn = columns > 0 ? ` ${(figure[row - aboveFigure] ?? '').padEnd(columns)}` : '';
    rows.push(middleRow(drawn, digits.rows[row - aboveDigits], indent));
  }
  return rows;
}

// Spelt out, as it is done for each row of each second.
function middleRow(drawn: string, digits: Row | undefined, indent: number): Row {
  if (!digits) return drawn === '' ? BLANK : [{ text: drawn }];
  const margin = drawn === '' ? marginOf(indent) : { text: drawn + marginOf(indent).text };
  return digits.length === 2 ? [margin, digits[0]!, digits[1]!] : [margin, ...digits];
}

/** Margins that were made: the same from second to second. */
const margins: Span[] = [];

function marginOf(indent: number): Span {
  return (margins[indent] ??= { text: ' '.repeat(indent) });
}

// The time must keep room beside it, in its smallest size at least.
function figureColumns({ figure, session }: Shown, { columns }: FrameLook, room: number, time: string): number {
  if (!goesOn(session) || !figure) return 0;
  const beside = Math.max(time.length * 4, Math.floor(columns * 0.42)) + GAP;
  for (let wide = Math.min(WIDE_FIGURE, columns - beside); wide >= NARROW_FIGURE; wide -= 1) {
    if (figureRows(wide) <= room) return wide;
  }
  return 0;
}

// A short step is counted in seconds alone: its digits are larger then.
function timeText({ session, now }: Shown): string {
  // What lies on the skin still lies there.
  const { alarm, ended, begunAt = now, pausedFor } = session;
  if (alarm && ended) return goneBy(now - begunAt - pausedFor);
  if (ended) return goneBy(goneOn(session, now));
  if (session.paused?.why === 'hurt') return '';
  const left = stepLeft(session, now);
  return session.length < 100_000 ? String(Math.ceil(left / 1000)) : minutesAndSeconds(left);
}

// Getting ready doesn't count: it may take as long as it takes.
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
    { text: glyphs.barLeft.repeat(cells - done), as: 'quiet' },
  ];
}
