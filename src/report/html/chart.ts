import { SEVERE } from '../../journal/core/rating.ts';
import { sayFullDate, sayFullPeriod } from '../../journal/core/say-when.ts';
import type { Bar, Chart } from '../page/page.ts';
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

/** The chart as a drawing, with its words. */
export function chartFigure({ bars, text }: Chart): Markup {
  const width = Math.min(WIDEST, (WIDTH - LEFT) / bars.length);
  return html`<figure>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}">
${[0, 5, 10].map(axisLine)}
${bars.map((bar, at) => column(bar, LEFT + at * width, width))}
${dates(bars, width)}
</svg>
<figcaption>${text} Grey: not rated. Dot: a session or exercise.</figcaption>
</figure>`;
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
