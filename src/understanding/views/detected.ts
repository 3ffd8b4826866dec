import type { CrisisContent } from '../../content/types.ts';
import { crisisLine, type EmergencyNumber } from '../../triage/core/emergency-number.ts';
import { isUpper } from '../../triage/core/levels.ts';
import type { TriageResult } from '../../triage/core/result.ts';
import { bullets, numbered, type Page, paragraph } from '../../terminal/page.ts';
import { firstSteps, headlineLines } from '../../triage/views/result.ts';
import { fillIn } from '../../text/fill-in.ts';

/** How many steps of the plan are shown until triage has been done. */
const FIRST_STEPS = 3;

// Nobody who has to call an ambulance is sent to a list of questions first.
const IF_MISREAD = 'If you meant something else, check the warning signs: unspasm triage';
const CHECK_ALL = 'Check all the warning signs now, in a minute or two: unspasm triage';

/** A sign, and the words of the text that mention it. */
export interface QuotedSign {
  readonly label: string;
  readonly matched: string;
}

/** The answer to sure warning signs in a text that the user wrote: triage's result, and how to continue. */
export function detectedLines(page: Page, result: TriageResult, signs: readonly QuotedSign[]): string[] {
  const steps = firstSteps(result.plan, FIRST_STEPS).map(({ text }) => text);
  return [
    ...headlineLines(page, result),
    ...(page.low ? [] : ['']),
    ...quotedLines(page, signs),
    '',
    ...numbered(page, steps),
    '',
    ...paragraph(page, isUpper(result.level) ? IF_MISREAD : CHECK_ALL),
    '',
  ];
}

// The person's own words first: they show why a sign was found, or that it was not meant.
function quotedLines(page: Page, signs: readonly QuotedSign[]): string[] {
  const texts = signs.map(({ matched, label }) => `"${matched}" (${label})`);
  const [only = ''] = texts;
  return texts.length === 1
    ? paragraph(page, `You wrote ${only}.`)
    : [...paragraph(page, 'You wrote:'), ...bullets(page, texts)];
}

/** A sign that may not have been meant, in one line. */
export function maybeLine({ label, matched }: QuotedSign): string {
  return `unspasm: "${matched}" may be a warning sign: ${label}. If so, check it now: unspasm triage`;
}

/** The answer to thoughts of ending one's life. */
export function crisisLines(page: Page, crisis: CrisisContent, number: EmergencyNumber): string[] {
  const gap = page.low ? [] : [''];
  const [kind = '', ...whatToDo] = crisisTexts(crisis, number);
  return [
    ...paragraph(page, kind),
    ...whatToDo.flatMap((one) => [...gap, ...paragraph(page, one).map(page.style.strong)]),
    '',
  ];
}

/** The same as sentences. @param number the emergency number, by which the country's helpline is found too */
export function crisisTexts(crisis: CrisisContent, number: EmergencyNumber): string[] {
  const line = crisisLine(crisis, number);
  return crisis.text.map((one) => fillIn(one, { number: number.brief, line }));
}
