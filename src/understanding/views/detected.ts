import type { CrisisContent } from '../../content/types.ts';
import { crisisLine, type EmergencyNumber } from '../../triage/core/emergency-number.ts';
import type { TriageResult } from '../../triage/core/result.ts';
import { numbered, type Page, paragraph } from '../../terminal/page.ts';
import { firstSteps, headlineLines } from '../../triage/views/result.ts';

/** So many steps are enough until triage has been done. */
const FIRST_STEPS = 3;

/** A sign, and the words that were taken for it. */
export interface Quoted {
  readonly label: string;
  readonly matched: string;
}

/** What is said of warning signs in a text of the user's own: triage's words, and how to go on. */
export function detectedLines(page: Page, result: TriageResult, signs: readonly Quoted[]): string[] {
  const steps = firstSteps(result.plan, FIRST_STEPS).map(({ text }) => text);
  return [
    ...headlineLines(page, result),
    ...paragraph(page, `Because of ${signs.map(({ matched, label }) => `"${matched}": ${label}`).join('; ')}`),
    '',
    ...numbered(page, steps),
    ...paragraph(page, 'unspasm triage asks about all of it, in a minute or two.'),
    '',
  ];
}

/** A sign that is only perhaps meant, in one line. */
export function maybeLine({ label, matched }: Quoted): string {
  return `unspasm: "${matched}" may be a warning sign: ${label}. If it is so: unspasm triage`;
}

/** The answer to thoughts of ending one's life. */
export function crisisLines(page: Page, crisis: CrisisContent, number: EmergencyNumber): string[] {
  return [
    ...crisisTexts(crisis, number)
      .flatMap((one) => paragraph(page, one))
      .map(page.style.strong),
    '',
  ];
}

/** The same as sentences. */
export function crisisTexts(crisis: CrisisContent, number: EmergencyNumber): string[] {
  const line = crisisLine(crisis, number);
  return crisis.text.map((one) => one.replace('{number}', number.brief).replace('{line}', line));
}
