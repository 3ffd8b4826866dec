import { join } from 'node:path';
import type { Context } from '../app/context.ts';
import { messageOf } from '../errors.ts';
import type { Level } from '../content/types.ts';
import type { Model } from './core/model.ts';
import type { Detected } from './core/signs.ts';

/** A warning sign found in a text, in triage's words. */
export interface DetectedSign {
  readonly id: string;
  readonly level: Level;
  readonly label: string;
  /** The words of the text that mention it. */
  readonly matched: string;
  /** False where the user has to be asked whether it was meant. */
  readonly sure: boolean;
}

/** The warning signs in a text. */
export interface Detection {
  /** The sure ones first. */
  readonly signs: readonly DetectedSign[];
  /** False when a fault kept the text from being read: an empty list of signs then means nothing. */
  readonly isRead: boolean;
}

/** Finds the warning signs in a text that the user wrote. Never throws: a fault is reported on standard error. */
export function detectSigns(context: Context, text: string | undefined): Promise<Detection> {
  return openDetector(context)(text ?? '', 'what you wrote');
}

/**
 * The same for many texts: the model is read once, for the first of them, and a fault in one text doesn't concern the
 * others.
 * @returns a function of a text, and of its name in the report of a fault
 */
export function openDetector(context: Context): (text: string, name: string) => Promise<Detection> {
  let model: Model | undefined;
  return async (text, name) => {
    if (text.trim() === '') return { signs: [], isRead: true };
    try {
      const [{ openModel }, { findSigns }] = await Promise.all([import('./core/model.ts'), import('./core/signs.ts')]);
      model ??= openModel(context.readBytes(join(import.meta.dirname, 'signs.model')));
      const found = findSigns(text, model, context.content.crisis().id);
      return { signs: found.map((sign) => inWords(context, sign)), isRead: true };
    } catch (error) {
      context.note([
        `unspasm: a bug kept ${name} from being checked for warning signs (${messageOf(error)}). Check them yourself: unspasm triage`,
      ]);
      return { signs: [], isRead: false };
    }
  };
}

function inWords({ content }: Context, { id, matched, sure }: Detected): DetectedSign {
  const crisis = content.crisis();
  // Not asked about first: a kind word that wasn't needed does no harm.
  if (id === crisis.id) return { id, level: 'emergency', label: crisis.label, matched, sure: true };
  const { label, level } = content.signs().get(id)!;
  return { id, level, label, matched, sure };
}

/** Looks up the words for a warning sign in an entry; an id that isn't known any more stays as it is. */
export function signLabelLookup({ content }: Context): (sign: string) => string {
  const crisis = content.crisis();
  const signs = content.signs();
  return (id) => (id === crisis.id ? crisis.label : (signs.get(id)?.label ?? id));
}

/** The signs that were surely mentioned. */
export function sureOnes(detected: readonly DetectedSign[]): DetectedSign[] {
  return detected.filter(({ sure }) => sure);
}

/** The signs that the user has to be asked about. */
export function doubtfulOnes(detected: readonly DetectedSign[]): DetectedSign[] {
  return detected.filter(({ sure }) => !sure);
}

/** Their ids, as an entry of the journal holds them. */
export function idsOf(detected: readonly DetectedSign[]): string[] {
  return detected.map(({ id }) => id);
}
