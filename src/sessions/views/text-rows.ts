import type { Row, Span } from '../../terminal/painter.ts';
import { wrap } from '../../text/wrap.ts';

/** A text as rows that fit. */
export function textRow({ text, as }: Span, width: number): Row[] {
  return wrap(text, width, { first: ' ' }).map((line): Row => [{ text: line, as }]);
}

/** Cuts texts to a height; only a sentence that is cut in the middle gets a mark. */
export function cutTo(texts: readonly (readonly Row[])[], height: number): readonly Row[] {
  const rows = texts.flat();
  const last = rows[height - 1];
  if (!last || isWhole(texts, height)) return rows.slice(0, Math.max(0, height));
  const [{ text, as }] = last as [Span];
  return [...rows.slice(0, height - 1), [{ text: text.replace(/\s*\S+$/, ' …'), ...(as && { as }) }]];
}

/** Whether a height cuts no sentence in the middle. */
export function isWhole(texts: readonly (readonly Row[])[], height: number): boolean {
  const rows = texts.flat();
  return rows.length <= height || texts.some((lines) => lines.at(-1) === rows[height - 1]);
}
