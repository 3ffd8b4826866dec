import type { BreakMove, BreaksContent } from '../../content/break-types.ts';
import type { Pose } from '../../content/session-types.ts';
import { momentText } from '../../journal/core/say-when.ts';
import { toIso } from '../../journal/core/when.ts';
import { drawFigure, type Ink } from '../../sessions/figure/figure.ts';
import { inWords } from '../../sessions/views/times.ts';
import { type Page, paragraph } from '../../terminal/page.ts';
import { pluralize } from '../../text/plural.ts';
import type { Breaks, Pause } from '../core/breaks.ts';

/** Why no break is announced, in sentences. */
const PAUSES: Readonly<Record<Pause, string>> = {
  session: 'Paused while a session is in progress.',
  away: 'You have been away from the keyboard, so the time starts again.',
  'power-saver': 'Paused while the computer is saving its battery.',
  'quiet-hours': 'These are your quiet hours.',
  'warning-signs': 'Paused until the warning signs are dealt with. To see what to do, run: unspasm today',
};

/** Breaks that are on, as they are shown. */
export interface BreaksView {
  readonly breaks: Breaks;
  /** The move that is due; absent if none is. */
  readonly move?: BreakMove | undefined;
  /** How many breaks were taken today. */
  readonly today: number;
  readonly now: Date;
}

/** "every 30 minutes". */
export function everyText({ every }: Pick<Breaks, 'every'>): string {
  return `every ${inWords(every / 1000)}`;
}

/** "The next one is due at 14:30." */
export function nextText({ nextAt }: Pick<Breaks, 'nextAt'>, now: Date): string {
  return `The next one is due at ${momentText(nextAt, now)}.`;
}

/** Why no break is announced now; empty if one may be. */
export function pauseText({ pause }: Breaks): string {
  return pause === undefined ? '' : PAUSES[pause];
}

/** What to do in a break: the name of its move, how it is done, and when to stop. */
export function moveText({ name, cue }: BreakMove, { ifItHurts }: BreaksContent): string {
  return `${name}: ${cue} ${ifItHurts}`;
}

/** "3 breaks today." */
export function todayText(count: number): string {
  return `${pluralize(count, 'break')} today.`;
}

/** The lines of `breaks status`. */
export function statusLines(page: Page, view: BreaksView, content: BreaksContent): string[] {
  const { breaks, move, today, now } = view;
  const paused = pauseText(breaks);
  return [
    ...(move ? paragraph(page, `A break is due. ${moveText(move, content)}`) : []),
    ...paragraph(page, `Breaks are on, ${everyText(breaks)}. ${nextText(breaks, now)}`),
    ...(paused === '' ? [] : paragraph(page, paused)),
    ...(today > 0 ? paragraph(page, todayText(today)) : []),
  ];
}

/** The same for scripts. */
export function statusDocument(view: BreaksView | undefined, today: number): object {
  const { breaks, move } = view ?? {};
  return {
    on: breaks !== undefined,
    everyMinutes: breaks ? breaks.every / 60_000 : null,
    nextAt: breaks ? toIso(breaks.nextAt) : null,
    due: breaks?.due && move ? { move: move.id, name: move.name, cue: move.cue, at: toIso(breaks.due.at) } : null,
    paused: breaks?.pause ?? null,
    doneToday: today,
  };
}

const FIGURE_COLUMNS = 40;

/** The figure of a move to read: a picture where one can be drawn, and in words for everybody. */
export function figureLines(page: Page, move: BreakMove, poses: ReadonlyMap<string, Pose>, ink: Ink): string[] {
  const pose = poses.get(move.figures[1])!;
  const columns = Math.min(page.width, FIGURE_COLUMNS);
  const picture = page.framed ? drawFigure(pose, { columns, ink, mirrored: false }).map((line) => line.trimEnd()) : [];
  return ['', ...picture, ...(picture.length > 0 ? [''] : []), ...paragraph(page, `Figure: ${pose.alt}`)];
}
