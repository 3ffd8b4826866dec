import type { Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import type { Entry } from '../core/records.ts';
import { readSpan, within } from '../core/span.ts';
import { toIso } from '../core/when.ts';
import { operationsDocument } from '../exchange/operations.ts';
import { oneOf } from '../../text/did-you-mean.ts';
import { entryText } from '../views/journal.ts';
import { journalWords } from '../content.ts';
import { readEntries } from '../entries.ts';
import { EXPORT_FORMATS } from '../options.ts';

/** Writes the journal out. */
export async function exportEntries({ options }: Invocation, context: Context): Promise<void> {
  const format = oneOf('format', (options['format'] as string | undefined) ?? 'json', EXPORT_FORMATS);
  const text = await textOf(format, options, context);
  const output = (options['output'] as string | undefined) ?? '-';
  if (output === '-') return context.printText(text, format === 'json');
  context.saveText(output, text, Boolean(options['force']), format === 'json');
  context.note([`Written: ${output}`]);
}

async function textOf(
  format: (typeof EXPORT_FORMATS)[number],
  options: Invocation['options'],
  context: Context,
): Promise<string> {
  if (format === 'json') return operationsText(options, context);
  const entries = chosen(options, context);
  if (format === 'csv') {
    const { csvOf } = await import('../exchange/csv.ts');
    return csvOf(entries);
  }
  const { markdownOf } = await import('../exchange/markdown.ts');
  const words = journalWords(context);
  return markdownOf(entries, (entry) => entryText(entry, words), context.now());
}

// A part of them would be no journal.
function operationsText(options: Invocation['options'], context: Context): string {
  if (options['from'] !== undefined || options['to'] !== undefined) {
    const hint = 'without --from and --to, or with --format csv';
    throw new UsageError('JSON holds the whole journal', { code: 'whole-journal', hint });
  }
  readEntries(context);
  return `${JSON.stringify(operationsDocument(context.journal.read().lines, toIso(context.now())), undefined, 1)}\n`;
}

function chosen(options: Invocation['options'], context: Context): Entry[] {
  const span = readSpan(options['from'] as string | undefined, options['to'] as string | undefined, context.now());
  return readEntries(context).filter(({ at }) => within(span, at));
}
