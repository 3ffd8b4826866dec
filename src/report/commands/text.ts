import { join } from 'node:path';
import type { Context } from '../../app/context.ts';
import type { Entry } from '../../journal/core/records.ts';
import { entriesIn } from '../../journal/core/summary/days.ts';
import type { Summary } from '../../journal/core/summary/types.ts';
import { toIso } from '../../journal/core/when.ts';
import type { BundleType } from '../fhir/bundle-types.ts';
import { fhirReport } from '../fhir/bundle.ts';
import { reportPage } from '../html/page.ts';
import type { ReportWords } from '../html/report-data.ts';
import { notAskedTexts } from '../../triage/core/asked.ts';
import { entryText } from '../../journal/views/journal.ts';
import { journalWords } from '../../journal/content.ts';
import { signLabelLookup, signLevelLookup } from '../../understanding/lookups.ts';
import { knowledgeOf } from '../../triage/knowledge.ts';

/** What a report is made from. */
export interface ReportInput {
  /** The whole journal, the newest first. */
  readonly entries: readonly Entry[];
  /** Of the period that the report is about. */
  readonly summary: Summary;
  /** The patient's own questions, without blank ones. */
  readonly questions: readonly string[];
  /** Whether every entry is appended. */
  readonly all: boolean;
  /** The type of a FHIR bundle. */
  readonly bundle: BundleType;
}

/** A report, and what it leaves out, in words. */
export interface ReportText {
  readonly text: string;
  readonly leftOut: readonly string[];
}

/** The text of a report: an HTML page, or a FHIR bundle as JSON. */
export function reportText(format: 'html' | 'fhir', input: ReportInput, context: Context): ReportText {
  return format === 'fhir' ? fhirText(input, context) : { text: pageText(input, context), leftOut: [] };
}

function fhirText({ entries, summary: { period }, bundle: type }: ReportInput, context: Context): ReportText {
  const { bundle, leftOut } = fhirReport(entries, {
    period,
    now: toIso(context.now()),
    words: journalWords(context),
    asked: knowledgeOf(context),
    version: versionOf(context),
    type,
  });
  return { text: `${JSON.stringify(bundle, undefined, 1)}\n`, leftOut };
}

function pageText({ entries, summary, questions, all }: ReportInput, context: Context): string {
  return reportPage({
    summary,
    texts: context.content.report(),
    words: reportWords(context),
    questions,
    ...(all && { entries: entriesIn(entries, summary.period).toReversed() }),
    today: toIso(context.now()).slice(0, 10),
    version: versionOf(context),
  });
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
    entry: (entry) => entryText(entry, words),
  };
}

function versionOf({ readText }: Context): string {
  const file = join(import.meta.dirname, '..', 'package.json');
  return (JSON.parse(readText(file)) as { version: string }).version;
}
