import { join } from 'node:path';
import type { Context } from '../../app/context.ts';
import type { Entry } from '../../journal/core/records.ts';
import { entriesIn } from '../../journal/core/summary/days.ts';
import type { Summary } from '../../journal/core/summary/types.ts';
import { toIso } from '../../journal/core/when.ts';
import { fhirBundle } from '../fhir/bundle.ts';
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
}

/** The text of a report: an HTML page, or a FHIR bundle as JSON. */
export function reportText(
  format: 'html' | 'fhir',
  { entries, summary, questions, all }: ReportInput,
  context: Context,
): string {
  const now = toIso(context.now());
  const version = versionOf(context);
  if (format === 'fhir') {
    const { period } = summary;
    const asked = knowledgeOf(context);
    const bundle = fhirBundle(entries, { period, now, words: journalWords(context), asked, version });
    return `${JSON.stringify(bundle, undefined, 1)}\n`;
  }
  return reportPage({
    summary,
    texts: context.content.report(),
    words: reportWords(context),
    questions,
    ...(all && { entries: entriesIn(entries, summary.period).toReversed() }),
    today: now.slice(0, 10),
    version,
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
