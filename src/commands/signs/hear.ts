import { join } from 'node:path';
import type { Context } from '../../context.ts';
import type { Level } from '../../content/types.ts';
import type { BuiltSigns, Heard } from '../../warning-signs/types.ts';

/** A warning sign that a text told of, in triage's words. */
export interface HeardSign {
  readonly id: string;
  readonly level: Level;
  readonly label: string;
  /** The words that told of it. */
  readonly matched: string;
  /** False where it has to be asked whether it was meant. */
  readonly sure: boolean;
}

/** The warning signs in a text of the user's own, the sure ones first. */
export function hearSigns(context: Context, text: string | undefined): Promise<HeardSign[]> {
  return openHearing(context)(text ?? '');
}

/** The same for many texts: what there is to hear is read for the first, and once. */
export function openHearing(context: Context): (text: string) => Promise<HeardSign[]> {
  let built: BuiltSigns | undefined;
  return async (text) => {
    if (text.trim() === '') return [];
    built ??= readSigns(context);
    const { hear } = await import('../../warning-signs/hear.ts');
    return hear(text, built).map((sign) => inWords(context, sign));
  };
}

// As the build wrote it beside the program.
function readSigns({ readText }: Context): BuiltSigns {
  return JSON.parse(readText(join(import.meta.dirname, 'signs.json'))) as BuiltSigns;
}

function inWords({ content }: Context, { id, matched, sure }: Heard): HeardSign {
  const crisis = content.crisis();
  // A kind word in vain does no harm.
  if (id === crisis.id) return { id, level: 'emergency', label: crisis.label, matched, sure: true };
  const { label, level } = content.signs().get(id)!;
  return { id, level, label, matched, sure };
}

/** Those of which there is no doubt. */
export function sureOnes(heard: readonly HeardSign[]): HeardSign[] {
  return heard.filter(({ sure }) => sure);
}

/** Those that have to be asked about. */
export function doubtfulOnes(heard: readonly HeardSign[]): HeardSign[] {
  return heard.filter(({ sure }) => !sure);
}

/** The ids, as an entry of the journal keeps them. */
export function idsOf(heard: readonly HeardSign[]): string[] {
  return heard.map(({ id }) => id);
}
