import {
  type Answer,
  defineCommand,
  flag,
  type Given,
  JSON_FLAG,
  oneFrom,
  repeated,
  text as textOption,
} from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError, UsageError } from '../../errors.ts';
import { habitsOf, today } from '../../journal/core/habits.ts';
import { readPeriod } from '../../journal/core/summary/period.ts';
import { summarise } from '../../journal/core/summary/summarise.ts';
import { readJournal } from '../../journal/entries.ts';
import { PERIOD_OPTIONS } from '../../journal/options.ts';
import { answeredIfRefused, answerWords } from '../../understanding/answer-words.ts';
import { BUNDLE_TYPES } from '../fhir/bundle-types.ts';
import { endingOf, type Format, formatFor, FORMATS, READERS } from '../formats.ts';
import { usable } from '../left-out.ts';
import { ownReport } from '../own.ts';
import type { ReportInput } from './document.ts';

const OPTIONS = {
  ...PERIOD_OPTIONS,
  for: oneFrom('<reader>', 'who it is for: a doctor, or a physio (default: doctor)', READERS),
  ask: repeated('<question>', 'add a question that you want to ask; use it again to add more'),
  all: flag('add every entry, on extra pages'),
  format: oneFrom(
    '<format>',
    'write html, pdf, text, or fhir (FHIR R4) for other programs (default: by the name of the file, or html)',
    FORMATS,
  ),
  bundle: oneFrom('<type>', 'the type of a FHIR bundle (default: collection)', BUNDLE_TYPES),
  output: textOption('<file>', 'write to this file, or - for standard output'),
  force: flag('overwrite an existing file'),
  open: flag('open the report once it is written'),
  json: JSON_FLAG,
};
export const command = defineCommand({
  name: 'report',
  summary: 'one page of your journal to give to a doctor or physiotherapist',
  description: [
    'Writes one page that a doctor can read in a minute. It shows when the pain began, the pain at the start and now, the worst days, which warning signs were asked about, a chart of every day, and what you tried. A line at the end says what of your journal it leaves out. It fits on one sheet of A4 or Letter.',
    'It is a web page that runs no scripts and loads nothing from the network, or a PDF, or plain text: --format says which, or the name of the file. A PDF uses the paper of your country (unspasm config country). Letters that unspasm has no font for come from the fonts of your computer.',
    'With --for physio it shows exercise, sessions, stretches, function, flare-ups and what helped instead of the pain of each day.',
    'It contains what you wrote, so read it before you give it to anybody. Write your name and date of birth on it by hand.',
    'FHIR contains ratings, medicines in your own words, sessions and checks, and says what it leaves out. Many servers only accept --bundle transaction. If you send one again, it replaces what it sent before. What you have removed from the journal since then stays on the server.',
  ],
  options: OPTIONS,
  examples: [
    { command: 'unspasm report --open', does: 'write the last six weeks, and open them in the browser' },
    {
      command: 'unspasm report --last 3m --ask "Should I see a physiotherapist?"',
      does: 'write three months, with a question',
    },
    { command: 'unspasm report --for physio', does: 'write a page for a physiotherapist' },
    { command: 'unspasm report --output report.pdf', does: 'write a PDF' },
    { command: 'unspasm report --format fhir --output -', does: 'write FHIR for another program' },
    { command: 'unspasm report --format fhir --bundle transaction', does: 'write FHIR to send to a server' },
  ],
  seeAlso: ['unspasm log stats', 'unspasm log export'],
  run: async ({ options }, context) => {
    const questions = (options.ask ?? []).filter((question) => question.trim() !== '');
    return answeredIfRefused(
      context,
      () => questions.join('. '),
      () => writeReport({ ...options, ask: questions }, context),
    );
  },
});

/** Left out of a PDF, in words. */
const LETTERS_MISSING = 'letters that no font on this computer has';

type Options = Omit<Given<typeof OPTIONS>, 'ask'> & {
  /** Without blank ones. */
  readonly ask: readonly string[];
};

async function writeReport(options: Options, context: Context): Promise<Answer | undefined> {
  const format = formatFor(options.format, options.output);
  const input = readInput(format, options, context);
  const { reportDocument } = await import('./document.ts');
  const made = await reportDocument(format, input, context);
  const { content } = made;
  const missing = made.lacksLetters === true ? [LETTERS_MISSING] : [];
  const leftOut = [...made.leftOut, ...missing];
  if (options.output === '-') {
    if (typeof content === 'string') context.printText(content, format === 'fhir');
    else context.printBytes(content);
    context.note(format === 'fhir' ? leftOutLines(leftOut) : leftOutLines(missing));
    await answerWords(context, options.ask.join('. '));
    return undefined;
  }
  const { file, replace } = fileFor(format, options, context);
  const isFile =
    typeof content === 'string'
      ? context.saveText(file, content, replace, format === 'fhir')
      : context.saveBytes(file, content, replace);
  const { period, ratedDays } = input.summary;
  const said = [
    `Written: ${file}`,
    ...(format === 'html' ? ['Print it from the browser. For a PDF, add --format pdf.'] : []),
    ...leftOutLines(format === 'fhir' ? leftOut : missing),
    ...(missing.length > 0 ? ['A web page may show them. To make one, add --format html.'] : []),
  ];
  // A pipe may be standard output, which belongs to the report.
  if (!isFile) context.note(said);
  return {
    document: () => ({ file, format, period, ratedDays, leftOut }),
    lines: () => (isFile ? said : []),
    // A question for the next visit may mention something that can't wait. Standard output belongs to the report.
    after: async () => {
      if (options.open) await openReport(file, context);
      await answerWords(context, options.ask.join('. '));
    },
  };
}

function readInput(format: Format, options: Options, context: Context): ReportInput {
  const { ask: questions, bundle = 'collection', all = false } = options;
  if (options.output === '-' && (options.json || options.open)) throw noFile();
  if (format === 'fhir' && (questions.length > 0 || all)) throw notInFhir();
  if (options.bundle !== undefined && format !== 'fhir') throw onlyFhir();
  if (options.for !== undefined && format === 'fhir') throw everyReader();
  const now = context.now();
  const { entries, bad } = readJournal(context);
  const read = usable(entries, bad.length, now);
  const summary = summarise(read.entries, readPeriod(options, read.entries, now), habitsOf(now));
  const { terminal, columns } = context.capabilities;
  const reader = options.for ?? 'doctor';
  return { read, summary, questions, all, bundle, reader, ...(terminal && options.output === '-' && { columns }) };
}

// Today's report may be replaced by a newer one that has its questions; any other file of that name isn't overwritten.
function fileFor(
  format: Format,
  { output, force, ask, for: reader = 'doctor' }: Options,
  context: Context,
): { readonly file: string; readonly replace: boolean } {
  // The two reports of a day don't replace each other.
  const name = reader === 'doctor' ? 'report' : `report-${reader}`;
  const file = output ?? `unspasm-${name}-${today(context.now())}.${endingOf(format)}`;
  if (force || output !== undefined) return { file, replace: force === true };
  const former = ownReport(textIn(file, context));
  if (former?.losesQuestions(ask)) throw questionsLost(file);
  return { file, replace: former !== undefined };
}

function textIn(file: string, { readText }: Context): string {
  try {
    return readText(file);
  } catch {
    return '';
  }
}

function notInFhir(): UsageError {
  const hint = 'leave out --ask and --all, or use --format html';
  return new UsageError("FHIR can't contain questions, and it always contains every entry of the period", {
    code: 'only-html',
    hint,
  });
}

function onlyFhir(): UsageError {
  const hint = 'add --format fhir, or leave out --bundle';
  return new UsageError('--bundle is for FHIR only', { code: 'only-fhir', hint });
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

function everyReader(): UsageError {
  const hint = 'leave out --for, or use --format html, pdf or text';
  return new UsageError('FHIR is the same for every reader', { code: 'every-reader', hint });
}

function leftOutLines(leftOut: readonly string[]): string[] {
  return leftOut.length === 0 ? [] : [`Not in this report: ${leftOut.join('; ')}.`];
}

async function openReport(file: string, context: Context): Promise<void> {
  const problem = await context.openFile(file);
  if (problem !== undefined) context.note([`unspasm: the report was written, but couldn't be opened: ${problem}`]);
}
