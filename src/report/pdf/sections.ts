import type { Content, Section } from '../page/page.ts';
import { type Box, type Kit, rule, space, stack, stylesOf, textBox } from './box.ts';
import { chartBox } from './chart.ts';
import { tableBox } from './table.ts';

/** The room between two sections next to each other, in sizes of the text. */
const BETWEEN = 1.6;

/** Sections next to each other, each with the same share of the width. */
export function rowOf(kit: Kit, sections: readonly Section[], width: number): Box {
  const gap = kit.em * BETWEEN;
  const each = (width - gap * (sections.length - 1)) / sections.length;
  const boxes = sections.map((section) => sectionBox(kit, section, each));
  return {
    height: Math.max(...boxes.map(({ height }) => height)),
    draw: (x, y, parent) => boxes.forEach((box, at) => box.draw(x + at * (each + gap), y, parent)),
  };
}

function sectionBox(kit: Kit, { title, content }: Section, width: number): Box {
  const boxes = content.map((one) => contentBox(kit, one, width));
  if (title === undefined) return stack(boxes);
  const heading = textBox(kit, title, stylesOf(kit).heading, width, 'H2');
  const whole = stack([heading, rule(kit, width, kit.em * 0.1), ...boxes]);
  return {
    height: whole.height,
    draw: (x, y, parent) => kit.ink.group(parent, 'Sect', (element) => whole.draw(x, y, element)),
  };
}

function contentBox(kit: Kit, content: Content, width: number): Box {
  if (content.kind === 'table') return tableBox(kit, content.table, width);
  if (content.kind === 'chart') return chartBox(kit, content.chart, width);
  if (content.kind === 'list') return listBox(kit, content.items, content.isNumbered === true, width);
  if (content.kind === 'blank') return stack([space(kit.em * 1.5), rule(kit, width)]);
  const { body, small } = stylesOf(kit);
  return textBox(kit, content.text, content.style === 'small' ? small : body, width);
}

function listBox(kit: Kit, items: readonly string[], isNumbered: boolean, width: number): Box {
  const { ink, em } = kit;
  const { body } = stylesOf(kit);
  const indent = em * (isNumbered ? 1.5 : 1);
  const boxes = items.map((item, at): Box => {
    const label = isNumbered ? `${at + 1}.` : '•';
    const text = textBox(kit, item, body, width - indent, 'LBody');
    return {
      height: text.height,
      draw: (x, y, parent) =>
        ink.group(parent, 'LI', (element) => {
          ink.element(element, 'Lbl', () => ink.text([label], body, x, y));
          text.draw(x + indent, y, element);
        }),
    };
  });
  const list = stack(boxes);
  return {
    height: list.height,
    draw: (x, y, parent) => ink.group(parent, 'L', (element) => list.draw(x, y, element)),
  };
}
