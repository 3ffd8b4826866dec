import { join } from 'node:path';
import type { Context } from '../../context.ts';
import type { Level } from '../../content/types.ts';
import type { BuiltSigns } from '../../warning-signs/types.ts';

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
export async function hearSigns(context: Context, text: string | undefined): Promise<HeardSign[]> {
  if (!text?.trim()) return [];
  const { content } = context;
  const { hear } = await import('../../warning-signs/hear.ts');
  const crisis = content.crisis();
  const signs = content.signs();
  return hear(text, builtSigns(context)).map(({ id, matched, sure }) => {
    // A kind word in vain does no harm.
    if (id === crisis.id) return { id, level: 'emergency', label: crisis.label, matched, sure: true };
    const { label, level } = signs.get(id)!;
    return { id, level, label, matched, sure };
  });
}

let built: BuiltSigns | undefined;

/** What there is to hear, as the build wrote it beside the program; of many texts it is read for the first. */
function builtSigns({ readText }: Context): BuiltSigns {
  return (built ??= JSON.parse(readText(join(import.meta.dirname, 'signs.json'))) as BuiltSigns);
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
