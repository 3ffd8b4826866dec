import { SEVERE } from '../../journal/core/rating.ts';
import { sayFullDate, sayFullPeriod } from '../../journal/core/say-when.ts';
import { daysABar, groupsOf, periodOf, worstOf } from '../../journal/core/summary/groups.ts';
import type { Day, Period } from '../../journal/core/summary/types.ts';
import { html, type Markup } from './markup.ts';

// In units of the drawing, which is scaled to the width of the page.
const WIDTH = 720;
const HEIGHT = 136;
const LEFT = 24;
const TOP = 8;
const BOTTOM = 104;
const STEP = (BOTTOM - TOP) / 10;
/** The widest bar: a single day needn't fill the page. */
const WIDEST = 24;

/** More bars than these can't be told apart on paper. */
const MOST_BARS = 130;

/** A bar of the chart: one day, or several where the chart can't hold a bar for each. */
interface Bar extends Period {
  /** The worst rating of these days; absent where none was rated, which leaves a gap. */
  readonly worst?: number;
  readonly sessions: number;
}

/** The worst pain of each day as bars on a scale of 0 to 10, with gaps, and marks for sessions. */
export function chart(days: readonly Day[]): Markup {
  const { bars, each } = barsOf(days);
  const width = Math.min(WIDEST, (WIDTH - LEFT) / bars.length);
  const what = each === 1 ? 'each day' : `each ${each} days`;
  const text = `The worst pain of ${what}, 0 to 10. ${barsText(days)}`;
  return html`<figure>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}">
${[0, 5, 10].map(axisLine)}
${bars.map((bar, at) => column(bar, LEFT + at * width, width))}
${dates(bars, width)}
</svg>
<figcaption>${text} Grey: not rated. Dot: a session.</figcaption>
</figure>`;
}

// The days as bars, counted back from the last day; `each` is how many days a bar stands for.
function barsOf(days: readonly Day[]): { readonly bars: readonly Bar[]; readonly each: number } {
  const each = daysABar(days, MOST_BARS);
  return { bars: groupsOf(days, each).map(barOf), each };
}

function barOf(days: readonly Day[]): Bar {
  const worst = worstOf(days);
  return {
    ...periodOf(days),
    ...(worst !== undefined && { worst }),
    sessions: days.reduce((sum, { therapies }) => sum + therapies.length, 0),
  };
}

// What the chart shows, in words, for people who can't see it.
function barsText(days: readonly Day[]): string {
  const rated = days.filter(({ worst }) => worst !== undefined);
  const [first] = rated;
  if (!first) return 'No day was rated.';
  const highest = rated.reduce((best, day) => (day.worst! > best.worst! ? day : best), first);
  const lowest = rated.reduce((best, day) => (day.worst! < best.worst! ? day : best), first);
  const gaps = days.length - rated.length;
  return [
    `Highest ${highest.worst} on ${sayFullDate(highest.date)}, lowest ${lowest.worst} on ${sayFullDate(lowest.date)}.`,
    gaps > 0 ? `Not rated on ${gaps} of ${days.length} days.` : 'Rated on every day.',
  ].join(' ');
}

function axisLine(rating: number): Markup {
  const y = BOTTOM - rating * STEP;
  return html`<line class="axis" x1="${LEFT}" x2="${WIDTH}" y1="${y}" y2="${y}"/>
<text class="label" x="${LEFT - 5}" y="${y + 3.5}" text-anchor="end">${rating}</text>
`;
}

function column(bar: Bar, left: number, width: number): Markup {
  const title = `${sayFullPeriod(bar)}: ${bar.worst === undefined ? 'not rated' : `worst ${bar.worst}`}`;
  return html`<g><title>${title}</title>${block(bar, left, width)}${mark(bar, left, width)}</g>
`;
}

// A day without pain has a low bar; a day without a rating has a grey one.
function block({ worst }: Bar, left: number, width: number): Markup {
  const gap = Math.min(2, width / 4);
  const [x, wide] = [round(left + gap / 2), round(width - gap)];
  const height = worst === undefined ? BOTTOM - TOP : Math.max(1.5, worst * STEP);
  const name = worst === undefined ? 'gap' : worst >= SEVERE ? 'bar severe' : 'bar';
  return html`<rect class="${name}" x="${x}" y="${round(BOTTOM - height)}" width="${wide}" height="${round(height)}"/>`;
}

function mark({ sessions }: Bar, left: number, width: number): Markup | false {
  const radius = round(Math.min(2.4, width / 2.5));
  return (
    sessions > 0 && html`<circle class="session" cx="${round(left + width / 2)}" cy="${BOTTOM + 6}" r="${radius}"/>`
  );
}

// As many dates below the bars as fit without touching.
function dates(bars: readonly Bar[], width: number): Markup[] {
  const apart = Math.ceil(86 / width);
  const room = (at: number) => at === 0 || (bars.length - at) * width >= 70;
  return bars.flatMap(({ from }, at) =>
    at % apart === 0 && room(at)
      ? [
          html`<text class="label" x="${round(LEFT + at * width)}" y="${HEIGHT - 8}">${sayFullDate(from)}</text>
`,
        ]
      : [],
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
