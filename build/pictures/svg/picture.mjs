import { escapeXml } from './row.mjs';
import { BAR, CELL, FONT_SIZE, MARGIN } from './size.mjs';
import { toStrips } from './strips.mjs';

const FONTS = "ui-monospace,SFMono-Regular,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace";

/**
 * A film, or a single shot, as an SVG that needs no script and no font of its own. Where motion isn't
 * wanted it is the still alone.
 * @param {{ shots: readonly import('../film.mjs').Shot[], still: number, title: string, description: string }} film
 * @param {import('./themes.mjs').Theme} theme
 */
export function toPicture({ shots, still, title, description }, theme) {
  const strips = toStrips(shots, still);
  const screen = { width: shots[0].rows[0].length * CELL.width, height: shots[0].rows.length * CELL.height };
  const [width, height] = [screen.width + 2 * MARGIN, screen.height + BAR + MARGIN];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">${escapeXml(title)}</title>
<desc id="description">${escapeXml(description)}</desc>
<style>
${styleOf(theme, strips)}
</style>
<defs>
${strips.defs}
</defs>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8" fill="${theme.paper}" stroke="${theme.edge}"/>
${[0, 1, 2].map((at) => `<circle cx="${MARGIN + 6 + at * 18}" cy="${BAR / 2}" r="5" fill="${theme.dots}"/>`).join('')}
<svg x="${MARGIN}" y="${BAR}" width="${screen.width}" height="${screen.height}" class="screen">
${strips.body}
</svg>
</svg>
`.replace(/\n{2,}/g, '\n');
}

function styleOf(theme, { rest, motion, ms }) {
  const inks = theme.colours.map((colour, at) => `.c${at}{fill:${colour}}`).join('');
  const steps = `.r{animation-duration:${ms}ms;animation-timing-function:step-end;animation-iteration-count:infinite}`;
  return [
    `.screen{fill:${theme.text};font:${FONT_SIZE}px ${FONTS}}path{shape-rendering:crispEdges}`,
    `.b{font-weight:bold}.u{text-decoration:underline}.d{fill:${theme.dim}}${inks}.i{fill:${theme.paper}}`,
    rest,
    motion.trim() && `@media (prefers-reduced-motion:no-preference){\n${steps}\n${motion}\n}`,
  ]
    .filter(Boolean)
    .join('\n');
}
