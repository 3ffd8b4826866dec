import { defineCommand, flag, JSON_FLAG, oneFrom, repeated, text as textOption } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError, UsageError } from '../../errors.ts';
import { toIso } from '../../journal/core/when.ts';
import { PERIOD_OPTIONS } from '../../journal/options.ts';
import { readSummary } from '../../journal/period.ts';
import { detectSigns } from '../../understanding/detect.ts';
import { hasQuestions, isOwnReport } from '../own.ts';

// The formats, and how the names of their files end.
const EXTENSIONS = { html: 'html', fhir: 'json' } as const;
const FORMATS = Object.keys(EXTENSIONS) as (keyof typeof EXTENSIONS)[];

export const command = defineCommand({
  name: 'report',
  summary: 'one page of the journal for a clinician',
  description: [
    'Writes one page that a clinician reads in a minute: pain at first and last, days that weighed most, warning signs as they were asked and answered, a picture of every day, what was tried. It is a file without scripts that asks nothing of the network; print it, or save it as PDF, from the browser.',
    'It holds what you wrote, for nobody but you to hand on: read it before you do. Name and date of birth are left to be written by hand.',
  ],
  options: {
    ...PERIOD_OPTIONS,
    ask: repeated('<question>', 'a question of your own for the clinician; several times for several'),
    all: flag('append every entry, on further pages'),
    format: oneFrom('<format>', 'html, or fhir (FHIR R4, for other programs); html unless told', FORMATS),
    output: textOption('<file>', 'where to; - is standard output'),
    force: flag('overwrite a file that is there'),
    open: flag('open it in the browser'),
    json: JSON_FLAG,
  },
  examples: [
    { command: 'unspasm report --open', does: 'the last six weeks, opened in the browser' },
    {
      command: 'unspasm report --last 3m --ask "Should I see a physiotherapist?"',
      does: 'three months, with a question',
    },
    { command: 'unspasm report --format fhir --output -', does: 'for another program' },
  ],
  seeAlso: ['unspasm log stats', 'unspasm log export'],
  run: async ({ options }, context) => {
    const { format = 'html', ask: questions = [], output } = options;
    if (output !== undefined && /\.pdf$/i.test(output)) throw noPdf(output, format);
    const { entries, summary } = readSummary(context, options);
    const { reportText } = await import('./text.ts');
    const text = reportText(format, { entries, summary, questions, all: options.all === true }, context);
    if (output === '-') {
      if (options.json || options.open) throw noFile();
      context.printText(text, format === 'fhir');
      return checkQuestions(questions, context);
    }
    const file = output ?? `unspasm-report-${toIso(context.now()).slice(0, 10)}.${EXTENSIONS[format]}`;
    // Today's report may be replaced by a newer one, but any other file of that name isn't overwritten.
    const isOwn = output === undefined && isOwnReport(file, context.readText);
    if (isOwn && options.force !== true && questions.length === 0 && hasQuestions(file, context.readText))
      throw questionsLost(file);
    context.saveText(file, text, options.force === true || isOwn, format === 'fhir');
    const { period, ratedDays } = summary;
    return {
      document: () => ({ file, format, period, ratedDays }),
      lines: () => [
        `Written: ${file}`,
        ...(format === 'html' ? ['Print it, or save it as PDF, from the browser.'] : []),
      ],
      after: async () => {
        if (options.open) await openReport(file, context);
        await checkQuestions(questions, context);
      },
    };
  },
});

function noPdf(output: string, format: keyof typeof EXTENSIONS): UsageError {
  const right = output.replace(/\.pdf$/i, `.${EXTENSIONS[format]}`);
  const print = format === 'html' ? ', open it in the browser, and print it to PDF there' : '';
  return new UsageError(`${output}: a report can't be written as PDF`, {
    code: 'no-pdf',
    hint: `write --output ${right}${print}`,
  });
}

function questionsLost(file: string): OperationError {
  const hint = 'give them with --ask again, or another --output; --force overwrites it';
  return new OperationError(`${file} has questions of yours, which this report would replace`, {
    code: 'exists',
    hint,
  });
}

function noFile(): UsageError {
  const hint = 'give --output a file, or leave the other away';
  return new UsageError('--output - leaves no room for --json, and nothing to open', { code: 'no-file', hint });
}

async function openReport(file: string, context: Context): Promise<void> {
  const problem = await context.openFile(file);
  if (problem !== undefined) context.note([`unspasm: it was not opened: ${problem}`]);
}

// A question for the next visit may mention something that can't wait. Standard output belongs to the report.
async function checkQuestions(questions: readonly string[], context: Context): Promise<void> {
  const { signs } = await detectSigns(context, questions.join('. '));
  if (signs.length === 0) return;
  const { answerSigns } = await import('../../understanding/answer-signs.ts');
  await answerSigns(context, signs, true);
}
