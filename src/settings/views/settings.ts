import { keyRow, type Page, paragraph } from '../../terminal/page.ts';
import { SETTING_NAMES, SETTINGS, type Settings, showSetting } from '../settings.ts';

/** All settings: what each is, and what it takes. */
export function settingsLines(page: Page, settings: Settings, file: string): string[] {
  const widest = Math.max(...SETTING_NAMES.map((name) => name.length));
  const rows = SETTING_NAMES.flatMap((name) => {
    const { description, takes, default: usual } = SETTINGS[name];
    const value = settings[name];
    const shown = value === undefined ? 'not set' : showSetting(value);
    const about = `${description.charAt(0).toUpperCase()}${description.slice(1)}. Takes ${takes}. Default: ${usual}.`;
    return [...keyRow(page, name, widest, shown), ...paragraph(page, about, '      ')];
  });
  const below = ['To change one, run: unspasm config set NAME VALUE', `Saved in ${file}`];
  return [page.style.heading('Settings'), '', ...rows, '', ...below.flatMap((text) => paragraph(page, text))];
}
