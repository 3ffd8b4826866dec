import { UsageError } from '../../errors.ts';

/** A file that can't be imported. @param what what is wrong with it @param right what to do, as a clause */
export function badImport(what: string, right: string): UsageError {
  return new UsageError(what, { code: 'bad-import', hint: `${right}; nothing was imported` });
}

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
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const wrong = text === '' ? 'is empty' : `can't be "${shown}"`;
  return badImport(`${file}:${line}: ${column} ${wrong}`, `use ${right}`);
}
