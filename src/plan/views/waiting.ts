import { bullets, type Page, paragraph } from '../../terminal/page.ts';
import { firstSentence } from '../../text/first-sentence.ts';
import type { Step } from '../../triage/core/plan.ts';
import type { PlanView } from './plan.ts';

/** In the first days of an episode exercise waits; what is fine now comes from the plan of triage. */
export function waitingLines(
  page: Page,
  { view, steps }: { readonly view: PlanView; readonly steps: readonly Step[] },
): string[] {
  const fine = steps.flatMap(({ text, command }) => (command === undefined ? [] : [`${text} (unspasm ${command})`]));
  const { early } = view.content.texts.wait;
  const title = firstSentence(early);
  const whenToSee = steps.filter((step) => step.whenToSee).map(({ text }) => text);
  return [
    '',
    ...paragraph(page, title).map(page.style.heading),
    ...paragraph(page, early.slice(title.length).trim()),
    '',
    ...paragraph(page, 'What is fine now:'),
    ...bullets(page, fine),
    '',
    ...(whenToSee.length === 0 ? [] : [...whenToSee.flatMap((text) => paragraph(page, text)), '']),
    ...paragraph(page, 'For this day of the episode, run: unspasm today'),
  ];
}
