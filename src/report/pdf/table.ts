import type { Table, TableRow } from '../page/page.ts';
import { type Box, COLORS, type Kit, space, stack, stylesOf, type TextElement, textBox } from './box.ts';
import type { Element, TextStyle } from './ink.ts';
import { widestWord } from './lines.ts';

/** The room between two columns, and around what is in a frame; in sizes of the text. */
const GAP = 0.9;
const PADDING = 0.5;
/** The least share of the width for the first column, which has words in it. */
const LEAST = 0.3;

/** A table: with a frame and its caption where it is a box, otherwise with a caption for a screen reader alone. */
export function tableBox(kit: Kit, table: Table, width: number): Box {
  if (table.isBox) return framedTable(kit, table, width);
  const rows = stack(rowBoxes(kit, table, width));
  return {
    height: rows.height,
    draw: (x, y, parent) => kit.ink.group(parent, 'Table', (element) => rows.draw(x, y, element), table.caption),
  };
}

// The foot is in the frame, but no row of the table.
function framedTable(kit: Kit, table: Table, width: number): Box {
  const { ink, em } = kit;
  const { heading, small } = stylesOf(kit);
  const pad = em * PADDING;
  const inner = width - 2 * pad;
  const caption = stack([textBox(kit, table.caption, heading, width, 'Caption'), space(em * 0.15)]);
  const rows = stack([space(pad / 2), ...rowBoxes(kit, table, inner)]);
  const foot = stack([...(table.foot === undefined ? [] : [textBox(kit, table.foot, small, inner)]), space(pad / 2)]);
  const framed = rows.height + foot.height;
  return {
    height: caption.height + framed,
    draw: (x, y, parent) => {
      const top = y + caption.height;
      ink.decoration((document) =>
        document.rect(x, top, width, framed).lineWidth(0.6).strokeColor(COLORS.rule).stroke(),
      );
      ink.group(parent, 'Table', (element) => {
        caption.draw(x, y, element);
        rows.draw(x + pad, top, element);
      });
      foot.draw(x + pad, top + rows.height, parent);
    },
  };
}

function rowBoxes(kit: Kit, { heads, rows, isBox }: Table, width: number): Box[] {
  const { body, small, figure } = stylesOf(kit);
  const cellStyle = isBox ? figure : body;
  const lines = rows.map(({ head, cells }) => [head, ...cells.map(String)]);
  const columns = columnsOf(kit, heads, lines, [small, body, cellStyle], width);
  const top = heads
    ? [
        rowBox(
          kit,
          heads.map((text) => ({ text, style: small, type: 'column' }) as const),
          columns,
        ),
      ]
    : [];
  return [...top, ...rows.map((row) => bodyRow(kit, row, columns, cellStyle, width))];
}

// A row without figures says how many others there are.
function bodyRow(
  kit: Kit,
  { head, cells }: TableRow,
  columns: readonly Column[],
  style: TextStyle,
  width: number,
): Box {
  const { body } = stylesOf(kit);
  const first = { text: head, style: body, type: 'row' } as const;
  if (cells.length === 0) return rowBox(kit, [{ ...first, type: 'TD' } as const], [{ left: 0, width }]);
  return rowBox(kit, [first, ...cells.map((cell) => ({ text: String(cell), style, type: 'TD' as const }))], columns);
}

interface Cell {
  readonly text: string;
  readonly style: TextStyle;
  readonly type: TextElement;
}

interface Column {
  readonly left: number;
  readonly width: number;
}

function rowBox(kit: Kit, cells: readonly Cell[], columns: readonly Column[]): Box {
  const boxes = cells.map(({ text, style, type }, at) => ({
    left: columns[at]!.left,
    // Letters of two sizes are on one line.
    down: Math.max(...cells.map((cell) => cell.style.size)) - style.size,
    box: text === '' ? space(0) : textBox(kit, text, style, columns[at]!.width, type),
  }));
  return {
    height: Math.max(...boxes.map(({ box, down }) => box.height + down)),
    draw: (x, y, parent) =>
      kit.ink.group(parent, 'TR', (element: Element) => {
        boxes.forEach(({ left, down, box }) => box.draw(x + left, y + down, element));
      }),
  };
}

// Columns of figures are as wide as their figures and the widest word of their heads; the first one gets the rest.
function columnsOf(
  { ink, em }: Kit,
  heads: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
  [headStyle, firstStyle, cellStyle]: readonly [TextStyle, TextStyle, TextStyle],
  width: number,
): Column[] {
  const count = heads?.length ?? Math.max(...rows.map(({ length }) => length));
  const gap = em * GAP;
  const wished = Array.from({ length: count }, (_, at) => {
    const measure = ink.measure(at === 0 ? firstStyle : cellStyle);
    const cells = rows.map((row) => (row.length > 1 ? (row[at] ?? '') : ''));
    return Math.max(widestWord(heads?.[at] ?? '', ink.measure(headStyle)), ...cells.map(measure));
  });
  const [first = 0, ...others] = wished;
  const room = width - gap * others.length;
  const needed = others.reduce((sum, one) => sum + one, 0);
  const share = Math.min(1, (room - Math.min(first, room * LEAST)) / needed);
  const widths = others.map((one) => one * share);
  const rest = room - widths.reduce((sum, one) => sum + one, 0);
  // What is left over is shared, so that figures aren't pressed against the right edge.
  const extra = Math.max(0, rest - first) / count;
  return placed([Math.min(first, rest) + extra, ...widths.map((one) => one + extra)], gap);
}

function placed(widths: readonly number[], gap: number): Column[] {
  let left = 0;
  return widths.map((width) => {
    const column = { left, width };
    left += width + gap;
    return column;
  });
}
