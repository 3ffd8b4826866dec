import type { Answer } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import type { GivenEntry } from '../options.ts';
import { answeredIfRefused } from '../../understanding/answer-words.ts';
import type { Fields } from '../core/fields.ts';
import { givenFields, logEntry, momentOf, readPain, wordsIn } from './save.ts';

type Options = GivenEntry & { readonly json?: true | undefined };

/**
 * Adds an entry from the command line: `log 6 stiff`, `log --medicine ibuprofen`.
 * @param args a pain, then the words of a note
 * @param subcommands names that may have been meant if the first word isn't a pain
 * @throws UsageError for a pain that isn't a rating, two notes, or nothing to log
 */
export async function addEntry(
  context: Context,
  args: readonly string[],
  options: Options,
  subcommands: readonly string[],
): Promise<Answer> {
  const pain = args[0] === undefined ? undefined : readPain(args[0], subcommands);
  // Somebody in pain doesn't think of quotes.
  const note = args.slice(1).join(' ').trim() || undefined;
  const typed = () => [...wordsIn(options), note ?? ''];
  const entry = await answeredIfRefused(context, typed, () => entryOf(context, pain, note, options));
  return logEntry(context, entry, options.json === true);
}

async function entryOf(
  context: Context,
  pain: number | undefined,
  note: string | undefined,
  options: Options,
): Promise<Fields> {
  if (note !== undefined && options.note !== undefined) {
    throw new UsageError('the note was given twice', {
      code: 'two-notes',
      hint: 'give it after the pain, or with --note',
    });
  }
  const fields = {
    ...(await givenFields(context, options, options.json === true)),
    ...(note !== undefined && { note }),
  };
  const kind = pain !== undefined ? 'pain' : fields.medicine !== undefined ? 'medicine' : 'note';
  if (kind === 'note' && !fields.note) {
    throw new UsageError('an entry needs a pain rating, a medicine or a note', {
      code: 'empty-entry',
      hint: 'add one of them, for example: unspasm log 6 "a note"',
    });
  }
  const at = await momentOf(context, options.at);
  return { kind, at, ...(pain !== undefined && { pain }), ...fields };
}
