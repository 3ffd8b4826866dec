import type { ProfileItem } from '../../content/profile-types.ts';
import { bullets, type Page, paragraph } from '../../terminal/page.ts';
import type { Profile } from '../core/profile.ts';

/**
 * What is saved about somebody's health.
 * @param items what applies, as far as it still counts
 * @param due what was never answered, or too long ago
 */
export function profileLines(
  page: Page,
  items: readonly ProfileItem[],
  due: readonly ProfileItem[],
  { asked }: Profile,
): string[] {
  if (asked.length === 0)
    return paragraph(page, 'Nothing is saved about your health. To answer once, run: unspasm profile');
  if (items.length === 0 && due.length > 0)
    return paragraph(
      page,
      'Nothing that is saved applies now, but not everything on the list has a current answer. To answer it, run: unspasm profile',
    );
  if (items.length === 0)
    return paragraph(page, 'None of the things on the list apply to you. To change that, run: unspasm profile');
  return [
    page.style.strong('This applies to you'),
    ...bullets(
      page,
      items.map(({ label }) => label),
    ),
    ...paragraph(page, 'To change it, run: unspasm profile'),
  ];
}

/** The same as the JSON document that scripts read. */
export function profileDocument(items: readonly ProfileItem[], { asked }: Profile): object {
  return { applies: items.map(({ id, label }) => ({ id, label })), asked };
}
