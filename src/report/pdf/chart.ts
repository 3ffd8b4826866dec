import { SEVERE } from '../../journal/core/rating.ts';
import { sayFullDate } from '../../journal/core/say-when.ts';
import type { Bar, Chart } from '../page/page.ts';
import { type Box, COLORS, type Kit, stack, stylesOf, textBox } from './box.ts';

/** In sizes of the text: the height of a scale of 10, and the room for its numbers, the marks and the dates. */
const SCALE = 9;
const [LEFT, TOP, MARKS, DATES] = [1.6, 0.4, 1, 1.3];
/** The widest bar: a single day needn't fill the page. */
const WIDEST = 2.2;

/** The chart as a drawing with its words, which a screen reader says in its place. */
export function chartBox(kit: Kit, chart: Chart, width: number): Box {
  const { ink, em } = kit;
  const words = textBox(kit, `${chart.text} Grey: not rated. Dot: a session or exercise.`, stylesOf(kit).small, width);
  const height = em * (TOP + SCALE + MARKS + DATES);
  const drawing: Box = {
    height,
    draw: (x, y, parent) =>
      ink.element(parent, 'Figure', () => new Drawing(kit, chart.bars, x, y, width).draw(), { alt: chart.text }),
  };
  return stack([drawing, words]);
}

class Drawing {
  readonly #kit: Kit;
  readonly #bars: readonly Bar[];
  readonly #left: number;
  readonly #right: number;
  readonly #bottom: number;
  /** How wide the place of a bar is. */
  readonly #wide: number;

  constructor(kit: Kit, bars: readonly Bar[], x: number, y: number, width: number) {
    const { em } = kit;
    this.#kit = kit;
    this.#bars = bars;
    this.#left = x + em * LEFT;
    this.#right = x + width;
    this.#bottom = y + em * (TOP + SCALE);
    this.#wide = Math.min(em * WIDEST, (width - em * LEFT) / bars.length);
  }

  draw(): void {
    [0, 5, 10].forEach((rating) => this.#axis(rating));
    this.#bars.forEach((bar, at) => this.#bar(bar, this.#left + at * this.#wide));
    this.#dates();
  }

  #axis(rating: number): void {
    const { ink, em } = this.#kit;
    const y = this.#bottom - (rating * em * SCALE) / 10;
    const { small } = stylesOf(this.#kit);
    ink.document.moveTo(this.#left, y).lineTo(this.#right, y).lineWidth(0.5).strokeColor(COLORS.rule).stroke();
    const label = String(rating);
    ink.text([label], small, this.#left - em * 0.4 - ink.measure(small)(label), y - small.size * 0.68);
  }

  // A day without pain has a low bar; a day without a rating has a grey one.
  #bar({ worst, sessions }: Bar, left: number): void {
    const { ink, em } = this.#kit;
    const gap = Math.min(1.2, this.#wide / 4);
    const full = em * SCALE;
    const height = worst === undefined ? full : Math.max(1, (worst * full) / 10);
    const color = worst === undefined ? COLORS.gap : worst >= SEVERE ? COLORS.severe : COLORS.bar;
    ink.document.rect(left + gap / 2, this.#bottom - height, this.#wide - gap, height).fill(color);
    if (sessions === 0) return;
    const radius = Math.min(em * 0.2, this.#wide / 2.5);
    ink.document.circle(left + this.#wide / 2, this.#bottom + em * 0.55, radius).fill(COLORS.ink);
  }

  // As many dates below the bars as fit without touching.
  #dates(): void {
    const { ink, em } = this.#kit;
    const { small } = stylesOf(this.#kit);
    let free = -Infinity;
    this.#bars.forEach(({ from }, at) => {
      const date = sayFullDate(from);
      const [x, width] = [this.#left + at * this.#wide, ink.measure(small)(date)];
      if (x < free || (at > 0 && x + width > this.#right)) return;
      ink.text([date], small, x, this.#bottom + em * MARKS);
      free = x + width + em;
    });
  }
}
