import { flareUpsSection } from './episodes.ts';
import { pageOf, questionsSection } from './frame.ts';
import {
  exerciseSection,
  functionBox,
  levelsSection,
  movementBox,
  sessionsSection,
  stretchesSection,
  weeksSection,
} from './movement.ts';
import type { Page } from './page.ts';
import type { ReportData } from './report-data.ts';
import { helpedSection, whereSection } from './sections.ts';
import { signsSection } from './signs.ts';

/** The report for a physiotherapist: what was done and how it went, function, and flare-ups in place of daily pain. */
export function physioPage(report: ReportData): Page {
  const page = pageOf(report, [
    [movementBox(report), functionBox(report)],
    [signsSection(report)],
    [weeksSection(report), exerciseSection(report)],
    [sessionsSection(report), stretchesSection(report)],
    [...levelsSection(report), flareUpsSection(report)],
    [helpedSection(report), whereSection(report)],
    [questionsSection(report)],
  ]);
  return { ...page, title: report.texts.physio.title };
}
