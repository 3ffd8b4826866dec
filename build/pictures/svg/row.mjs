import { BLOCKS } from './blocks.mjs';
import { BASELINE, CELL } from './size.mjs';

/** Signs that fonts may draw wider than a letter, or take from another font: each is set by itself. */
const ODD = /[^\x20-\x7E‘’“”–°]/;

/**
 * A row of cells as pieces of SVG, without its place on the screen; nothing for an empty one.
 * @param {readonly import('../screen.mjs').Cell[]} row
 */
export function rowToSvg(row) {
  return runsOf(row)
    .map(({ at, text, ink }) => runToSvg(at, text, ink))
    .join('');
}

/** Neighbours that are inked alike, and of one kind. */
function runsOf(row) {
  const runs = [];
  for (const [at, { sign, ink }] of row.entries()) {
    const last = runs.at(-1);
    const kind = kindOf(sign);
    if (last && last.ink === ink && (last.kind === kind || sign === ' ')) last.text += sign;
    else runs.push({ at, text: sign, ink, kind });
  }
  return runs;
}

function kindOf(sign) {
  return BLOCKS.has(sign) ? 'blocks' : 'text';
}

function runToSvg(at, text, ink) {
  const inks = ink.split(' ').filter(Boolean);
  const own = classOf(inks.map((name) => SHORT[name] ?? name));
  if (!inks.includes('inverse')) return signsToSvg(at, text, own);
  // What was ink is the ground now, and the paper writes on it.
  const ground = path(rectangle(at * CELL.width, 0, text.length * CELL.width, CELL.height), own);
  return ground + signsToSvg(at, text, classOf([...inks.map((name) => SHORT[name]), 'i']));
}

function signsToSvg(at, text, className) {
  return path(blocksOf(at, text), className) + textsOf(at, text, className);
}

/** What is written, in pieces that each stand where their first letter does. */
function textsOf(at, text, className) {
  const pieces = [];
  for (const { 0: piece, index } of text.matchAll(/[\x21-\x7E‘’“”–°]+(?: [\x21-\x7E‘’“”–°]+)*|\S/gu)) {
    if (BLOCKS.has(piece)) continue;
    pieces.push(textAt(at + index, piece, className));
  }
  return pieces.join('');
}

function textAt(column, piece, className) {
  const x = column * CELL.width;
  const isOdd = ODD.test(piece);
  const place = isOdd ? `x="${x + CELL.width / 2}" text-anchor="middle"` : `x="${x}"`;
  // Held to its width, so that columns stay columns in a font that is narrower or wider.
  const width = !isOdd && piece.length > 1 ? ` textLength="${piece.length * CELL.width}"` : '';
  return `<text ${place} y="${BASELINE}"${width}${className}>${escapeXml(piece)}</text>`;
}

/** Rectangles as one path; those that touch in a row are one. */
function blocksOf(at, text) {
  const open = new Map();
  const done = [];
  for (const [offset, sign] of [...text].entries()) {
    for (const part of BLOCKS.get(sign) ?? []) {
      const [left, top, width, height] = part;
      const x = (at + offset) * CELL.width + left;
      const key = `${top},${height}`;
      const before = open.get(key);
      if (before && before.x + before.width === x) before.width += width;
      else {
        const next = { x, top, width, height };
        open.set(key, next);
        done.push(next);
      }
    }
  }
  return done.map(({ x, top, width, height }) => rectangle(x, top, width, height)).join('');
}

function rectangle(x, y, width, height) {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}

function path(d, className) {
  return d && `<path d="${d}"${className}/>`;
}

/** The classes of inks; a colour is its own class. */
const SHORT = { bold: 'b', dim: 'd', underline: 'u', inverse: '' };

function classOf(names) {
  const all = names.filter(Boolean).join(' ');
  return all && ` class="${all}"`;
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it may stand in SVG. Control letters, which XML has no form for, are left out. */
export function escapeXml(text) {
  return text.replace(/[\u0000-\u001F\u007F]/g, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}
