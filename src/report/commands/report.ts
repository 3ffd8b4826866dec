import { JSON_OPTION, type CommandDeclaration, type Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import type { Summary } from '../../journal/core/summary/types.ts';
import { toIso } from '../../journal/core/when.ts';
import { isOwnReport } from '../own.ts';
import { oneOf } from '../../text/did-you-mean.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { PERIOD_OPTIONS } from '../../journal/options.ts';
import { readSummary } from '../../journal/period.ts';
import { detectSigns } from '../../understanding/detect.ts';

const FORMATS = { html: 'html', fhir: 'json' } as const;
type Format = keyof typeof FORMATS;
const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

export const command: CommandDeclaration = {
  name: 'report',
  summary: 'one page of the journal for a clinician',
  description: [
    'Writes one page that a clinician reads in a minute: pain at first and last, days that weighed most, warning signs as they were asked and answered, a picture of every day, what was tried. It is a file without scripts that asks nothing of the network; print it, or save it as PDF, from the browser.',
    'It holds what you wrote, for nobody but you to hand on: read it before you do. Name and date of birth are left to be written by hand.',
  ],
  options: [
    ...Object.entries(PERIOD_OPTIONS).flatMap(([name, option]) => option.declare(name)),
    {
      flags: '--ask <question>',
      description: 'a question of your own for the clinician; several times for several',
      repeats: true,
    },
    { flags: '--all', description: 'append every entry, on further pages' },
    {
      flags: '--format <format>',
      description: 'html, or fhir (FHIR R4, for other programs); html unless told',
      values: FORMAT_NAMES,
    },
    { flags: '--output <file>', description: 'where to; - is standard output' },
    { flags: '--force', description: 'overwrite a file that is there' },
    { flags: '--open', description: 'open it in the browser' },
    JSON_OPTION,
  ],
  examples: [
    { command: 'unspasm report --open', does: 'the last six weeks, opened in the browser' },
    {
      command: 'unspasm report --last 3m --ask "Should I see a physiotherapist?"',
      does: 'three months, with a question',
    },
    { command: 'unspasm report --format fhir --output -', does: 'for another program' },
  ],
  seeAlso: ['unspasm log stats', 'unspasm log export'],
  run,
};

async function run({ options }: Invocation, context: Context): Promise<void> {
  const format = oneOf('format', (options['format'] as string | undefined) ?? 'html', FORMAT_NAMES);
  const { entries, summary } = readSummary(context, options);
  const { textOf } = await import('./make.ts');
  const text = textOf(
    format,
    { entries, summary, questions: (options['ask'] as string[] | undefined) ?? [], all: Boolean(options['all']) },
    context,
  );
  await deliver(text, format, summary, options, context);
  await heed((options['ask'] as string[] | undefined) ?? [], context);
}

// A question for the next visit may tell of what can't wait for it. Standard output is the report's.
async function heed(questions: readonly string[], context: Context): Promise<void> {
  const { signs } = await detectSigns(context, questions.join('. '));
  if (signs.length === 0) return;
  const { answerSigns } = await import('../../understanding/answer.ts');
  await answerSigns(context, signs, true);
}

async function deliver(
  text: string,
  format: Format,
  summary: Summary,
  options: Invocation['options'],
  context: Context,
): Promise<void> {
  const today = toIso(context.now()).slice(0, 10);
  const output = (options['output'] as string | undefined) ?? `unspasm-report-${today}.${FORMATS[format]}`;
  if (output === '-') return toStandardOutput(text, format, options, context);
  // The report of a day may be made again, but nothing else that has its name is overwritten.
  const isOwn = options['output'] === undefined && isReport(output, context);
  context.saveText(output, text, Boolean(options['force']) || isOwn, format === 'fhir');
  if (options['json']) {
    const { period, ratedDays } = summary;
    context.printJson({ schemaVersion: SCHEMA_VERSION, file: output, format, period, ratedDays });
  } else
    context.print([
      `Written: ${output}`,
      ...(format === 'html' ? ['Print it, or save it as PDF, from the browser.'] : []),
    ]);
  const problem = options['open'] ? await context.openFile(output) : undefined;
  if (problem !== undefined) context.note([`unspasm: it was not opened: ${problem}`]);
}

// What can't be read is not ours.
function isReport(path: string, { readText }: Context): boolean {
  try {
    return isOwnReport(readText(path));
  } catch {
    return false;
  }
}

function toStandardOutput(text: string, format: Format, options: Invocation['options'], context: Context): void {
  if (options['json'] || options['open']) {
    const hint = 'give --output a file, or leave the other away';
    throw new UsageError('--output - leaves no room for --json, and nothing to open', { code: 'no-file', hint });
  }
  context.printText(text, format === 'fhir');
}
