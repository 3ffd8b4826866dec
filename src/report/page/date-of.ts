import { livedDay } from '../../journal/core/habits.ts';
import { sayFullDate } from '../../journal/core/say-when.ts';
import type { ReportData } from './report-data.ts';

/** The day that a time counts for by the patient's own days, such as "21 Nov 2026". @param at ISO 8601 */
export function dateOfTime(at: string, { habits }: Pick<ReportData, 'habits'>): string {
  return sayFullDate(livedDay(at, habits));
}
