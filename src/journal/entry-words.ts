import type { Context } from '../app/context.ts';
import { type ChoiceField, choicesOf } from './content.ts';
import type { Fields } from './core/fields.ts';
import type { Completed } from '../understanding/detect.ts';

/**
 * The words of an entry that are the user's own, and may mention warning signs: the name of a medicine may be "a whole
 * packet of …", and a place "between my legs, numb".
 */
export function wordsOf(context: Context, fields: Fields): string[] {
  const { note, medicine, activity, areas, triggers, helped } = fields;
  const named = [
    ...ownAmong(context, 'area', areas),
    ...ownAmong(context, 'trigger', triggers),
    ...ownAmong(context, 'helped', helped),
    ...ownAmong(context, 'activity', activity === undefined ? [] : [activity]),
  ];
  return [note, medicine, ...named].filter((words): words is string => words !== undefined && words.trim() !== '');
}

/**
 * What has to be read for warning signs: the words of an entry, and each place of the user's own as a sentence of its
 * own. A place alone says too little: "jaw" is where it hurts.
 */
export function textsToRead(context: Context, fields: Fields): (string | Completed)[] {
  const words = wordsOf(context, fields);
  if (words.length === 0) return [];
  return [words.join('. '), ...ownAmong(context, 'area', fields.areas).map(painIn)];
}

function ownAmong(context: Context, field: ChoiceField, named: readonly string[] = []): string[] {
  if (named.length === 0) return [];
  const known = new Set(choicesOf(context, field).map(({ id }) => id));
  return named.filter((one) => !known.has(one));
}

const ARTICLE = /^(?:(?:in|on|at|my|the|our|a|an)\s+)+/i;
/** Words that say where by themselves: "between the shoulder blades". */
const WHERE = /^(?:between|below|under|above|behind|across|around|down|along|near|over|inside|beneath|from|all)\b/i;

function painIn(place: string): Completed {
  const typed = place.trim();
  return { typed, text: WHERE.test(typed) ? `pain ${typed}` : `pain in my ${typed.replace(ARTICLE, '')}` };
}
