import { UsageError } from '../../errors.ts';

/** A file that can't be imported. @param what what is wrong with it @param right what to do, as a clause */
export function badImport(what: string, right: string): UsageError {
  return new UsageError(what, { code: 'bad-import', hint: `${right}; nothing was imported` });
}
