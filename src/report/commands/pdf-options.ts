import { join } from 'node:path';
import type { Context } from '../../app/context.ts';
import { namedCountry } from '../../triage/number.ts';
import type { Paper } from '../pdf/document.ts';
import type { FontFiles } from '../pdf/fonts.ts';

/** The countries that use Letter paper, as Unicode's CLDR lists them; all others use A4. */
const LETTER = new Set(['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE']);

/** The paper of the user's country. */
export function paperFor(context: Context): Paper {
  const country = namedCountry(context)?.code ?? context.locale().region ?? '';
  return LETTER.has(country) ? 'Letter' : 'A4';
}

/** The fonts of the program that have letters to read, as build/fonts.mjs names them. */
export const OWN_FONTS = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
  'hebrew',
  'arabic',
] as const;

/** The fonts of a report, and those of the computer for the letters that they don't have. */
export async function fontsFor(context: Context): Promise<FontFiles> {
  const read = (name: string) => context.readBytes(join(import.meta.dirname, 'fonts', `${name}.ttf`));
  return { bold: read('latin-bold'), own: OWN_FONTS.map(read), others: await context.fonts() };
}
