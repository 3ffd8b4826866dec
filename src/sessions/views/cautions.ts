import type { Cautions } from '../../content/session-types.ts';
import { bullets, type Page, paragraph } from '../../terminal/page.ts';

/** Who should not, and who should ask first. @param marked what of it applies; else all of it */
export function cautionLines(page: Page, cautions: Cautions, marked?: readonly string[]): string[] {
  const { avoid, ask, avoided, asked } = cautions;
  const labels = (items: Cautions['avoid']) =>
    items.filter(({ id }) => !marked || marked.includes(id)).map(({ label }) => label);
  return [
    ...section(page, 'Not with:', labels(avoid), avoided),
    ...(marked ? [] : section(page, 'Ask first with:', labels(ask), asked)),
  ];
}

function section(page: Page, title: string, labels: readonly string[], advice: string): string[] {
  return labels.length === 0 ? [] : [page.style.strong(title), ...bullets(page, labels), ...paragraph(page, advice)];
}
