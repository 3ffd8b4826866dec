import { UsageError } from '../../errors.ts';
import { excerpt } from '../../text/excerpt.ts';

/** A file that can't be imported. @param what what is wrong with it @param right what to do, as a clause */
export function badImport(what: string, right: string): UsageError {
  return new UsageError(what, { code: 'bad-import', hint: `${right}; nothing was imported` });
}

/** How many characters of a cell are quoted. */
const QUOTED = 40;

/**
 * A cell that can't be imported.
 * @param column the field that it is of
 * @param text what is in it
 * @param right what has to be in it, in words
 */
export function badCell(
  { file }: { readonly file: string },
  { line }: { readonly line: number },
  column: string,
  text: string,
  right: string,
): UsageError {
  const wrong = text === '' ? 'is empty' : `can't be "${excerpt(text, QUOTED)}"`;
  return badImport(`${file}:${line}: ${column} ${wrong}`, `use ${right}`);
}
