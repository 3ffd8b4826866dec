import { sanitizeParts } from '../page/isolate.ts';

/** A piece of HTML or SVG that is complete and safe to put into another. Only {@link html} and our own style make one. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | false | undefined | readonly Part[];

/**
 * Markup from a template. Everything put into it is text and gets escaped, unless it is markup
 * itself: so no text that a user wrote can be left unescaped by mistake.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = template.map((literal, at) => literal + (at < parts.length ? markupOf(parts[at]) : ''));
  return { markup: text.join('') };
}

function markupOf(part: Part): string {
  if (part === false || part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(markupOf).join('');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function escaped(text: string): string {
  return sanitizeParts(text, entities, (part) => `<bdi>${entities(part)}</bdi>`);
}

function entities(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES.get(sign)!);
}
