import { defineCommand, flag, JSON_FLAG, oneFrom, repeated, text as textOption } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError, UsageError } from '../../errors.ts';
import { toIso } from '../../journal/core/when.ts';
import { PERIOD_OPTIONS } from '../../journal/options.ts';
import { readSummary } from '../../journal/period.ts';
import { detectSigns } from '../../understanding/detect.ts';
import { BUNDLE_TYPES } from '../fhir/bundle-types.ts';
import { hasQuestions, isOwnReport } from '../own.ts';

// The formats, and how the names of their files end.
const EXTENSIONS = { html: 'html', fhir: 'json' } as const;
const FORMATS = Object.keys(EXTENSIONS) as (keyof typeof EXTENSIONS)[];

export const command = defineCommand({
  name: 'report',
  summary: 'one page of your journal to give to a doctor',
  description: [
    'Writes one page that a doctor can read in a minute. It shows the pain at the start and now, the worst days, which warning signs were asked about, a chart of every day, and what you tried. The file runs no scripts and loads nothing from the network. Print it from the browser, or save it as a PDF.',
    'It contains what you wrote, so read it before you give it to anybody. Write your name and date of birth on it by hand.',
    'FHIR contains ratings, medicines in your own words, sessions and checks, and says what it leaves out. Many servers only accept --bundle transaction. If you send one again, it replaces what it sent before. What you have removed from the journal since then stays on the server.',
  ],
  options: {
    ...PERIOD_OPTIONS,
    ask: repeated('<question>', 'add a question for the doctor; use it again to add more'),
    all: flag('add every entry, on extra pages'),
    format: oneFrom('<format>', 'write html, or fhir (FHIR R4) for other programs (default: html)', FORMATS),
    bundle: oneFrom('<type>', 'the type of a FHIR bundle (default: collection)', BUNDLE_TYPES),
    output: textOption('<file>', 'write to this file, or - for standard output'),
    force: flag('overwrite an existing file'),
    open: flag('open the page in the browser'),
    json: JSON_FLAG,
  },
  examples: [
    { command: 'unspasm report --open', does: 'write the last six weeks, and open them in the browser' },
    {
      command: 'unspasm report --last 3m --ask "Should I see a physiotherapist?"',
      does: 'write three months, with a question',
    },
    { command: 'unspasm report --format fhir --output -', does: 'write FHIR for another program' },
    { command: 'unspasm report --format fhir --bundle transaction', does: 'write FHIR to send to a server' },
  ],
  seeAlso: ['unspasm log stats', 'unspasm log export'],
  run: async ({ options }, context) => {
    const { format = 'html', bundle = 'collection', output, all = false } = options;
    const questions = (options.ask ?? []).filter((question) => question.trim() !== '');
    if (output !== undefined && /\.pdf$/i.test(output)) throw noPdf(output, format);
    if (format === 'fhir' && (questions.length > 0 || all)) {
      await checkQuestions(questions, context);
      throw onlyHtml();
    }
    if (options.bundle !== undefined && format !== 'fhir') throw onlyFhir();
    const { entries, summary } = readSummary(context, options);
    const { reportText } = await import('./text.ts');
    const { text, leftOut } = reportText(format, { entries, summary, questions, all, bundle }, context);
    if (output === '-') {
      if (options.json || options.open) throw noFile();
      context.printText(text, format === 'fhir');
      context.note(leftOutLines(leftOut));
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
      document: () => ({ file, format, period, ratedDays, leftOut }),
      lines: () => [
        `Written: ${file}`,
        ...(format === 'html' ? ['Print it from the browser, or save it as a PDF.'] : []),
        ...leftOutLines(leftOut),
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

function onlyHtml(): UsageError {
  const hint = 'leave out --ask and --all, or use --format html';
  return new UsageError("FHIR can't contain questions, and it always contains every entry of the period", {
    code: 'only-html',
    hint,
  });
}

function onlyFhir(): UsageError {
  return new UsageError('--bundle is for FHIR only', {
    code: 'only-fhir',
    hint: 'add --format fhir, or leave out --bundle',
  });
}

function leftOutLines(leftOut: readonly string[]): string[] {
  return leftOut.length === 0 ? [] : [`Not in this bundle: ${leftOut.join('; ')}.`];
}

function questionsLost(file: string): OperationError {
  const hint = 'give them with --ask again, or another --output; --force overwrites it';
  return new OperationError(`${file} has questions of yours, which this report would replace`, {
    code: 'exists',
    hint,
  });
}

function noFile(): UsageError {
  const hint = 'give --output a file name, or leave the other option out';
  return new UsageError("--output - can't be used with --json or --open", { code: 'no-file', hint });
}

async function openReport(file: string, context: Context): Promise<void> {
  const problem = await context.openFile(file);
  if (problem !== undefined) context.note([`unspasm: the report was written, but couldn't be opened: ${problem}`]);
}

// A question for the next visit may mention something that can't wait. Standard output belongs to the report.
async function checkQuestions(questions: readonly string[], context: Context): Promise<void> {
  const { signs } = await detectSigns(context, questions.join('. '));
  if (signs.length === 0) return;
  const { answerSigns } = await import('../../understanding/answer-signs.ts');
  await answerSigns(context, signs, true);
}
