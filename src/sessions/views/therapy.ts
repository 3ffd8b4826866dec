import type { Cautions, Therapy } from '../../content/session-types.ts';
import type { TherapyAllowance } from '../../today/core/today.ts';
import { toIso } from '../../journal/core/when.ts';
import { withSmallLetter } from '../../text/small-letter.ts';
import { bullets, type Page, paragraph } from '../../terminal/page.ts';

/** Who should not use a therapy, and who should ask first. @param marked only what applies to somebody (default: all) */
export function cautionLines(page: Page, cautions: Cautions, marked?: readonly string[]): string[] {
  const { intro, avoid, ask, avoided, asked } = cautions;
  if (marked) {
    const applying = avoid.filter(({ id }) => marked.includes(id));
    return section(page, 'This applies to you:', labelsOf(applying), avoided);
  }
  // Nobody has answered, so the advice is only for those to whom something applies.
  return [
    ...section(page, intro, labelsOf(avoid), `If so: ${withSmallLetter(avoided)}`),
    ...section(page, 'Or any of these?', labelsOf(ask), `If so: ${withSmallLetter(asked)}`),
  ];
}

function labelsOf(items: Cautions['avoid']): string[] {
  return items.map(({ label }) => label);
}

function section(page: Page, title: string, labels: readonly string[], advice: string): string[] {
  return labels.length === 0 ? [] : [page.style.strong(title), ...bullets(page, labels), ...paragraph(page, advice)];
}

/** A therapy, and when it may be used next, as a JSON document. @param allowances those that it counts for */
export function therapyDocument(therapy: Therapy, allowances: readonly TherapyAllowance[]): object {
  const { id, name, minutes, rounds, forms, cautions, stop, passage, sources } = therapy;
  return {
    therapy: id,
    name,
    ...(minutes && { minutes: { usual: minutes.usual, min: minutes.min, max: minutes.max } }),
    ...(rounds && { rounds }),
    ...(forms && { forms: forms.map((form) => ({ id: form.id, label: form.label })) }),
    applications: allowances.map(({ therapy: applied, done, from }) => ({
      therapy: applied.id,
      doneToday: done,
      advisedPerDay: applied.limits.softMaxPerDay,
      allowedFrom: from === undefined ? null : toIso(from),
    })),
    ...(cautions && { avoid: cautions.avoid, askFirst: cautions.ask }),
    stop,
    passage,
    sources,
  };
}
