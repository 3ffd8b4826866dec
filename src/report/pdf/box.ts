import type { Element, Ink, TextStyle } from './ink.ts';

/** Something on a page that knows how high it is before it is drawn. */
export interface Box {
  /** In points. */
  readonly height: number;
  /** @param x its left edge @param y its top @param parent the element of the structure that it belongs to */
  readonly draw: (x: number, y: number, parent: Element) => void;
}

/** What boxes are drawn with. */
export interface Kit {
  readonly ink: Ink;
  /** The size of the text, in points; everything is measured in it. */
  readonly em: number;
}

export const COLORS = {
  ink: '#000000',
  soft: '#444444',
  rule: '#aaaaaa',
  bar: '#3a6ea5',
  severe: '#8a1f11',
  gap: '#e6e6e6',
} as const;

/** How texts look, each by what it is for. */
export function stylesOf({ em }: Kit) {
  return {
    body: { size: em, color: COLORS.ink },
    small: { size: em * 0.85, color: COLORS.soft },
    title: { size: em * 1.4, color: COLORS.ink, isBold: true },
    heading: { size: em * 1.02, color: COLORS.ink, isBold: true },
    figure: { size: em * 1.15, color: COLORS.ink, isBold: true },
  } as const satisfies Record<string, TextStyle>;
}

/** Boxes below each other. */
export function stack(boxes: readonly Box[], gap = 0): Box {
  const height = boxes.reduce((sum, box) => sum + box.height, gap * Math.max(0, boxes.length - 1));
  return {
    height,
    draw: (x, top, parent) => {
      let y = top;
      for (const box of boxes) {
        box.draw(x, y, parent);
        y += box.height + gap;
      }
    },
  };
}

/** The elements of the structure that a text can be; the heading of a table says what it is about. */
export type TextElement = 'P' | 'H1' | 'H2' | 'Caption' | 'LBody' | 'TD' | 'column' | 'row';

/** A text, broken into lines. */
export function textBox({ ink }: Kit, text: string, style: TextStyle, width: number, type: TextElement = 'P'): Box {
  const lines = ink.lines(text, style, width);
  return {
    height: ink.height(lines, style),
    draw: (x, y, parent) => {
      const scope = SCOPES.get(type);
      ink.element(parent, scope ? 'TH' : type, () => ink.text(lines, style, x, y), scope && { scope });
    },
  };
}

const SCOPES: ReadonlyMap<TextElement, 'Column' | 'Row'> = new Map([
  ['column', 'Column'],
  ['row', 'Row'],
]);

/** Room without anything in it. */
export function space(height: number): Box {
  return { height, draw: () => undefined };
}

/** A line from left to right. @param above the room above it */
export function rule({ ink, em }: Kit, width: number, above = 0): Box {
  return {
    height: above + em * 0.25,
    draw: (x, y) =>
      ink.decoration((document) =>
        document
          .moveTo(x, y + above)
          .lineTo(x + width, y + above)
          .lineWidth(0.6)
          .strokeColor(COLORS.rule)
          .stroke(),
      ),
  };
}
