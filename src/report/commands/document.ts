import { join } from 'node:path';
import type { Context } from '../../app/context.ts';
import { journalWords } from '../../journal/content.ts';
import { factsOf } from '../../journal/core/episode-list.ts';
import { episodesOf } from '../../journal/core/episodes.ts';
import type { Entry } from '../../journal/core/records.ts';
import { entriesIn } from '../../journal/core/summary/days.ts';
import type { Summary } from '../../journal/core/summary/types.ts';
import { toIso } from '../../journal/core/when.ts';
import { entryText } from '../../journal/views/journal.ts';
import { habitsOf, today } from '../../journal/core/habits.ts';
import { todayRules } from '../../today/day.ts';
import { notAskedTexts } from '../../triage/core/asked.ts';
import { knowledgeOf } from '../../triage/knowledge.ts';
import { signLabelLookup, signLevelLookup } from '../../understanding/lookups.ts';
import type { BundleType } from '../fhir/bundle-types.ts';
import type { Format, Reader } from '../formats.ts';
import { leftOutOf, leftOutOfPage, type Read } from '../left-out.ts';
import { doctorPage } from '../page/doctor.ts';
import { episodesIn } from '../page/episodes.ts';
import { isolated, sanitizeParts } from '../page/isolate.ts';
import type { Page } from '../page/page.ts';
import { physioPage } from '../page/physio.ts';
import type { PdfDocument } from '../pdf/document.ts';
import { fontsFor, paperFor } from './pdf-options.ts';
import type { ReportData, ReportWords } from '../page/report-data.ts';

/** What a report is made from. */
export interface ReportInput {
  readonly read: Read;
  /** Of the period that the report is about. */
  readonly summary: Summary;
  /** The patient's own questions, without blank ones. */
  readonly questions: readonly string[];
  /** Whether every entry is appended. */
  readonly all: boolean;
  readonly reader: Reader;
  /** The type of a FHIR bundle. */
  readonly bundle: BundleType;
  /** The width of the window where text is read; absent where it goes to a file. */
  readonly columns?: number | undefined;
}

/** A report as it is written to a file, and what of the journal it leaves out, in words. */
export interface ReportDocument {
  /** Text, or the bytes of a PDF. */
  readonly content: string | Buffer;
  /** Whether no font has some of the letters of a PDF. */
  readonly lacksLetters?: boolean;
  readonly leftOut: readonly string[];
}

/** Makes a report in one of its formats. Each is loaded only where it is written. */
export async function reportDocument(format: Format, input: ReportInput, context: Context): Promise<ReportDocument> {
  const { read, summary, reader, all, columns } = input;
  const { period } = summary;
  const habits = habitsOf(context.now());
  const others = leftOutOf(read, period, habits);
  if (format === 'fhir') return fhirDocument(input, others, context);
  const entries = entriesIn(read.entries, period, habits).toReversed();
  const leftOut = [...others, ...leftOutOfPage(entries, reader, all)];
  const data = reportData(input, entries, leftOut, context);
  const page = reader === 'physio' ? physioPage(data) : doctorPage(data);
  if (format === 'pdf') {
    const { bytes, lacksLetters } = await pdfContent(page, context);
    return { content: bytes, leftOut, lacksLetters };
  }
  return { content: await contentOf(format, page, columns), leftOut };
}

async function contentOf(format: 'html' | 'text', page: Page, columns: number | undefined): Promise<string> {
  if (format === 'text') return (await import('../text/page.ts')).textOfPage(page, columns);
  return (await import('../html/page.ts')).htmlOf(page);
}

async function pdfContent(page: Page, context: Context): Promise<PdfDocument> {
  const { pdfOf } = await import('../pdf/document.ts');
  const fonts = await fontsFor(context);
  const options = {
    paper: paperFor(context),
    fonts,
    now: context.now(),
    lettersMissing: context.content.report().lettersMissing,
  };
  try {
    return await pdfOf(page, options);
  } catch {
    // A font of the computer may be broken in a way that shows only when it is drawn with.
    return pdfOf(page, { ...options, fonts: { ...fonts, others: [] } });
  }
}

async function fhirDocument(
  { read, summary: { period }, bundle: type }: ReportInput,
  others: readonly string[],
  context: Context,
): Promise<ReportDocument> {
  const { fhirReport } = await import('../fhir/bundle.ts');
  const { bundle, leftOut } = fhirReport(read.entries, {
    period,
    now: toIso(context.now()),
    habits: habitsOf(context.now()),
    words: journalWords(context),
    asked: knowledgeOf(context),
    version: versionOf(context),
    type,
    leftOut: others,
  });
  return { content: `${JSON.stringify(bundle, undefined, 1)}\n`, leftOut };
}

function reportData(
  { read, summary, questions, all }: ReportInput,
  entries: readonly Entry[],
  leftOut: readonly string[],
  context: Context,
): ReportData {
  const now = context.now();
  const rules = todayRules(context);
  return {
    summary,
    entries,
    all,
    episodes: episodesIn(factsOf(episodesOf(read.entries, rules, now), read.entries, now), summary.period),
    texts: context.content.report(),
    movementTherapies: context.content.therapies().exercise.therapies,
    words: reportWords(context),
    questions,
    leftOut,
    today: today(now),
    habits: habitsOf(now),
    version: versionOf(context),
  };
}

function reportWords(context: Context): ReportWords {
  const words = journalWords(context);
  const triage = context.content.triage();
  const legs = new Set(
    context.content
      .journalTexts()
      .areas.filter(({ leg }) => leg)
      .map(({ id }) => id),
  );
  return {
    of: words,
    sign: signLabelLookup(context),
    signLevel: signLevelLookup(context),
    notAsked: (ids) => notAskedTexts(triage, ids),
    isLeg: (area) => legs.has(area),
    entry: (entry) => entryText(withIsolates(entry), (id) => isolated(words(id)), sanitizeParts),
  };
}

// What the patient wrote, each text with a direction of its own.
function withIsolates(entry: Entry): Entry {
  const { note, medicine, activity } = entry;
  return {
    ...entry,
    ...(note !== undefined && { note: isolated(note) }),
    ...(medicine !== undefined && { medicine: isolated(medicine) }),
    ...(activity !== undefined && { activity: isolated(activity) }),
  };
}

function versionOf({ readText }: Context): string {
  const file = join(import.meta.dirname, '..', 'package.json');
  return (JSON.parse(readText(file)) as { version: string }).version;
}
