import { join } from 'node:path';
import type { Context } from '../app/context.ts';
import { messageOf } from '../errors.ts';
import type { Level } from '../content/types.ts';
import type { Model } from './core/model.ts';
import type { Detected } from './core/signs.ts';
import { signLabelLookup, signLevelLookup } from './lookups.ts';

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

/** A text that says more than the user typed. */
export interface Completed {
  readonly text: string;
  /** What is quoted if the text mentions a sign. */
  readonly typed: string;
}

/** What is read for warning signs: a text, or several that are each judged by themselves. */
export type Written = string | readonly (string | Completed)[];

/** Finds the warning signs in what the user wrote. Never throws: a fault is reported on standard error. */
export function detectSigns(context: Context, written: Written | undefined): Promise<Detection> {
  return openDetector(context)(written ?? '', 'what you wrote');
}

/** Finds the warning signs in what the user wrote. @param name what it is, in the report of a fault */
export type Detector = (written: Written, name: string) => Promise<Detection>;

/**
 * The same for many texts: the model is read once, for the first of them, and a fault in one text doesn't concern the
 * others.
 * @returns a function of a text, and of its name in the report of a fault
 */
export function openDetector(context: Context): Detector {
  let model: Model | undefined;
  return async (written, name) => {
    const texts = [written].flat().filter((one) => textOf(one).trim() !== '');
    if (texts.length === 0) return { signs: [], isRead: true };
    try {
      const [{ openModel }, { findSigns }] = await Promise.all([import('./core/model.ts'), import('./core/signs.ts')]);
      model ??= openModel(context.readBytes(join(import.meta.dirname, 'signs.model')));
      const read = model;
      const found = eachOnce(
        texts.flatMap((one) => quoting(one, findSigns(textOf(one), read, context.content.crisis().id))),
      );
      return { signs: found.map((sign) => inWords(context, sign)), isRead: true };
    } catch (error) {
      context.note([
        `unspasm: a bug kept ${name} from being checked for warning signs (${messageOf(error)}). Check them yourself: unspasm triage`,
      ]);
      return { signs: [], isRead: false };
    }
  };
}

function textOf(one: string | Completed): string {
  return typeof one === 'string' ? one : one.text;
}

function quoting(one: string | Completed, found: Detected[]): Detected[] {
  return typeof one === 'string' ? found : found.map((sign) => ({ ...sign, matched: one.typed }));
}

// A sign that one text mentions surely needs no question because of another.
function eachOnce(found: readonly Detected[]): Detected[] {
  const ordered = found.toSorted((one, other) => Number(other.sure) - Number(one.sure));
  return ordered.filter(({ id }, at) => ordered.findIndex((one) => one.id === id) === at);
}

function inWords(context: Context, { id, matched, sure }: Detected): DetectedSign {
  // A crisis isn't asked about first: a kind word that wasn't needed does no harm.
  const isSure = sure || id === context.content.crisis().id;
  return { id, level: signLevelLookup(context)(id), label: signLabelLookup(context)(id), matched, sure: isSure };
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
