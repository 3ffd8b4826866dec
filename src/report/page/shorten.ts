import { isolated, withoutIsolates } from './isolate.ts';

/** A text on one line, cut after `most` characters, so that it fits on the page; isolated if it is read from right to left. */
export function shorten(text: string, most: number): string {
  return isolated(cut(withoutIsolates(text), most));
}

function cut(text: string, most: number): string {
  const characters = Array.from(
    text
      .slice(0, most * 4)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return characters.length > most || text.length > most * 4
    ? `${characters.slice(0, most - 1).join('')}…`
    : characters.join('');
}
