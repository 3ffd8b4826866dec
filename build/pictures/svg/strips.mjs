import { rowToSvg } from './row.mjs';
import { CELL } from './size.mjs';

/**
 * A film as strips, one for each row of the screen: all that the row ever shows stands side by side,
 * each a screen's width on, and the strip is moved in steps. So only rows that change cost anything.
 * @param {readonly import('../film.mjs').Shot[]} shots
 * @param {number} still the shot that is seen where nothing moves
 * @returns {{ defs: string, body: string, rest: string, motion: string, ms: number }} `rest` and `motion` are rules of CSS
 */
export function toStrips(shots, still) {
  const ms = shots.reduce((sum, shot) => sum + shot.ms, 0);
  const width = shots[0].rows[0].length * CELL.width;
  const pieces = new Pieces();
  const strips = shots[0].rows.map((_, row) => {
    const shown = shots.map(({ rows }) => pieces.idOf(rowToSvg(rows[row])));
    return { row, width, states: [...new Set(shown)], shown };
  });
  return {
    ms,
    defs: pieces.toSvg(),
    body: strips.map(stripToSvg).join('\n'),
    rest: strips.map((strip) => ruleOf(strip, still)).join(''),
    motion: strips.map((strip) => motionOf(strip, shots, ms)).join('\n'),
  };
}

/** Rows that were seen so far; each is kept once. */
class Pieces {
  #ids = new Map([['', '']]);

  idOf(svg) {
    const known = this.#ids.get(svg) ?? `p${(this.#ids.size - 1).toString(36)}`;
    this.#ids.set(svg, known);
    return known;
  }

  toSvg() {
    return [...this.#ids]
      .filter(([svg]) => svg)
      .map(([svg, id]) => `<g id="${id}">${svg}</g>`)
      .join('\n');
  }
}

function stripToSvg({ row, width, states }) {
  const uses = states.map((id, at) => id && `<use href="#${id}" x="${at * width}" y="${row * CELL.height}"/>`).join('');
  return uses && `<g class="r r${row}">${uses}</g>`;
}

function placeOf({ states, shown, width }, shot) {
  return `{transform:translateX(${-states.indexOf(shown[shot]) * width}px)}`;
}

function ruleOf(strip, shot) {
  return strip.states.length > 1 ? `.r${strip.row}${placeOf(strip, shot)}` : '';
}

/** When the strip moves to where. A row that never changes has no animation. */
function motionOf(strip, shots, ms) {
  const { row, shown, states } = strip;
  if (states.length < 2) return '';
  let at = 0;
  const steps = shots.map((shot, index) => {
    const percent = `${Number(((at / ms) * 100).toFixed(3))}%`;
    at += shot.ms;
    return shown[index] === shown[index - 1] ? '' : percent + placeOf(strip, index);
  });
  return `.r${row}{animation-name:k${row}}@keyframes k${row}{${steps.join('')}}`;
}
