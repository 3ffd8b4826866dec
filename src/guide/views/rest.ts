import type { Position } from '../../content/types.ts';
import { numbered, type Page } from '../../terminal/page.ts';

/** One resting position, step by step. */
export function positionLines(page: Page, { name, steps }: Position): string[] {
  return [page.style.strong(name), ...numbered(page, steps)];
}
