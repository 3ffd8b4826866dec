import type { Context } from '../../app/context.ts';
import type { Ink } from '../figure/figure.ts';

/** What figures are drawn with: braille only where somebody has set it, as not every font has it. */
export function inkOf({ capabilities, settings }: Context): Ink {
  if (!capabilities.glyphs) return 'ascii';
  return settings.glyphs === 'braille' ? 'braille' : 'blocks';
}
