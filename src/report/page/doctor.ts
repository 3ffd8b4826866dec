import { burdenBox, painBox } from './boxes.ts';
import { chartOf } from './chart.ts';
import { pageOf, questionsSection } from './frame.ts';
import { type Page, section, textOf } from './page.ts';
import type { ReportData } from './report-data.ts';
import { pegSection, triedSection, triggersSection, whereSection } from './sections.ts';
import { signsSection } from './signs.ts';

/** The report for a doctor: the pain at the start and now, the burden, the warning signs, every day, what was tried. */
export function doctorPage(report: ReportData): Page {
  const { summary, texts } = report;
  const { days, ratedDays } = summary;
  return pageOf(report, [
    [painBox(report), burdenBox(report)],
    [signsSection(report)],
    [section('Pain by day', ratedDays === 0 ? textOf(texts.noRatings) : { kind: 'chart', chart: chartOf(days) })],
    [pegSection(report), whereSection(report)],
    [triggersSection(report), triedSection(report)],
    [questionsSection(report)],
  ]);
}
