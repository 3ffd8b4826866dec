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
  /** The words that were taken for it. */
  readonly matched: string;
  /** False where it has to be asked whether it was meant. */
  readonly sure: boolean;
}

/** What a text says of warning signs. */
export interface Detection {
  /** The sure ones first. */
  readonly signs: readonly DetectedSign[];
  /** False when a fault kept the text from being read: that no sign is named then means nothing. */
  readonly isRead: boolean;
}

/** The warning signs in a text of the user's own. Never throws: a fault is reported on standard error. */
export function detectSigns(context: Context, text: string | undefined): Promise<Detection> {
  return openDetector(context)(text ?? '', 'what you wrote');
}

/**
 * The same for many texts: the model is read for the first, and once. A text that can't be read costs itself alone.
 * @returns takes a text, and what it is called when it can't be read
 */
export function openDetector(context: Context): (text: string, name: string) => Promise<Detection> {
  let model: Model | undefined;
  return async (text, name) => {
    if (text.trim() === '') return { signs: [], isRead: true };
    try {
      const [{ openModel }, detect] = await Promise.all([import('./core/model.ts'), import('./core/signs.ts')]);
      model ??= openModel(context.readBytes(join(import.meta.dirname, 'signs.model')));
      return { signs: detect.detectSigns(text, model).map((sign) => inWords(context, sign)), isRead: true };
    } catch (error) {
      context.note([
        `unspasm: a fault kept ${name} from being checked for warning signs (${messageOf(error)}). Check for them yourself: unspasm triage`,
      ]);
      return { signs: [], isRead: false };
    }
  };
}

function inWords({ content }: Context, { id, matched, sure }: Detected): DetectedSign {
  const crisis = content.crisis();
  // A kind word in vain does no harm.
  if (id === crisis.id) return { id, level: 'emergency', label: crisis.label, matched, sure: true };
  const { label, level } = content.signs().get(id)!;
  return { id, level, label, matched, sure };
}

/** Those of which there is no doubt. */
export function sureOnes(detected: readonly DetectedSign[]): DetectedSign[] {
  return detected.filter(({ sure }) => sure);
}

/** Those that have to be asked about. */
export function doubtfulOnes(detected: readonly DetectedSign[]): DetectedSign[] {
  return detected.filter(({ sure }) => !sure);
}

/** The ids, as an entry of the journal keeps them. */
export function idsOf(detected: readonly DetectedSign[]): string[] {
  return detected.map(({ id }) => id);
}
