import { SETTINGS, type Settings, showSetting } from '../settings.ts';
import { keyRow, type Page, paragraph } from '../../terminal/page.ts';

/** All settings: what each is, and what it takes. */
export function settingsLines(page: Page, settings: Settings, file: string): string[] {
  const widest = Math.max(...SETTINGS.map(({ name }) => name.length));
  const rows = SETTINGS.flatMap(({ name, description, takes }) => {
    const value = settings[name];
    const shown = value === undefined ? 'not set' : showSetting(value);
    return keyRow(page, name, widest, `${shown}  (${description}; ${takes})`);
  });
  const below = ['Change one: unspasm config set NAME VALUE', `Kept in ${file}`];
  return [page.style.heading('Settings'), '', ...rows, '', ...below.flatMap((text) => paragraph(page, text))];
}
