import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { messageOf } from '../../errors.ts';
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

/** What a text says of warning signs. */
export interface Hearing {
  /** The sure ones first. */
  readonly signs: readonly HeardSign[];
  /** False when a fault kept the text from being read: that no sign is named then means nothing. */
  readonly isRead: boolean;
}

/** The warning signs in a text of the user's own. Never throws: a fault is reported on standard error. */
export function hearSigns(context: Context, text: string | undefined): Promise<Hearing> {
  return openHearing(context)(text ?? '', 'what you wrote');
}

/**
 * The same for many texts: what there is to hear is read for the first, and once. A text that can't be read
 * costs itself alone.
 * @returns takes a text, and what it is called when it can't be read
 */
export function openHearing(context: Context): (text: string, name: string) => Promise<Hearing> {
  let built: BuiltSigns | undefined;
  return async (text, name) => {
    if (text.trim() === '') return { signs: [], isRead: true };
    try {
      built ??= readSigns(context);
      const { hear } = await import('../../warning-signs/hear.ts');
      return { signs: hear(text, built).map((sign) => inWords(context, sign)), isRead: true };
    } catch (error) {
      context.note([
        `unspasm: a fault kept ${name} from being checked for warning signs (${messageOf(error)}). Check for them yourself: unspasm triage`,
      ]);
      return { signs: [], isRead: false };
    }
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
