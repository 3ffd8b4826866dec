import { sanitize } from '../../text/sanitize.ts';

/** A piece of HTML or SVG that is whole and safe to be put into another. Only {@link html}, and our own style, make one. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | false | undefined | readonly Part[];

/**
 * Markup from a template. Whatever is put into it is text and gets escaped, unless it is markup
 * itself: nothing that a user wrote can be forgotten.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = template.map((literal, at) => literal + (at < parts.length ? written(parts[at]) : ''));
  return { markup: text.join('') };
}

function written(part: Part): string {
  if (part === false || part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(written).join('');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function escaped(text: string): string {
  return sanitize(text).replace(/[&<>"']/g, (sign) => ENTITIES.get(sign)!);
}

/** A text that takes no more room than there is on a page. @param most letters */
export function short(text: string, most: number): string {
  const letters = Array.from(
    text
      .slice(0, most * 4)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return letters.length > most || text.length > most * 4 ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}
