import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** The most words that somebody in pain should have to read before a full stop. */
export const LONGEST_SENTENCE = 20;

/** The highest reading grade (Flesch-Kincaid): school year 7 in the United States, ages 12 to 13. */
export const HIGHEST_GRADE = 7;

/** With fewer words than this a single long word decides the grade. */
const FEWEST_WORDS = 8;

/**
 * Words that have no simpler name: each counts as one syllable, so that a text isn't hard because of them. Medicines,
 * parts of the body, illnesses, and the people and places that give care.
 */
const NAMES = new RegExp(
  `^(${[
    // What is on a packet, or in a doctor's letter.
    'ibuprofen|naproxen|paracetamol|acetaminophen|aspirin|warfarin|lithium|methotrexate|codeine|opioids?',
    'apixaban|rivaroxaban|heparin|inhibitors?',
    'steroids?|corticosteroids?|antidepressants?|painkillers?|nsaids?|tylenol|aleve|advil|motrin|medicines?',
    'magnesium|potassium|calcium|electrolytes?',
    // Parts of the body.
    'bladder|bowels?|buttocks?|genitals?|kidneys?|liver|stomach|belly|shoulders?|vertebrae?|arter(y|ies)|muscles?|fascia',
    'abdomen|aorta|erection|ejaculation',
    // What a doctor calls an illness, a treatment or an examination.
    'arthritis|stenosis|cauda|equina|syndrome|diabetes|cancer|osteoporosis|infections?|inflammation|asthma|colitis',
    'urticaria|chickenpox|epilepsy|tuberculosis|anaesthetic|chiropract(ic|ors?)|pilates|yoga|myofascial|injections?',
    // Whom to go to, and where.
    'emergency|ambulance|hospital|doctors?|pharmacists?|physiotherap(y|ists?)|physical|therap(y|ies|ists?)',
  ].join('|')})$`,
  'i',
);

/** The sentences of a text. A colon ends one where a list or a command follows. */
export function sentences(text: string): string[] {
  const parts = text.split(/(?<=(?<!\.\p{Lu})[.?!]["'”’)]?)\s+/u);
  return parts.flatMap((part) => part.split(/(?<=:)\s+(?=unspasm |[^.?!]*, )/)).filter(Boolean);
}

/** The words of a text. What is filled in later counts as one word. */
export function words(text: string): string[] {
  return text.replace(/\{\w+\}/g, '9').match(/[\p{L}\p{N}][\p{L}\p{N}'’°%.-]*/gu) ?? [];
}

/** The sentences of a text that are too long. */
export function longSentences(text: string): string[] {
  return sentences(text).filter((one) => words(one).length > LONGEST_SENTENCE);
}

/** The reading grade of a text by the formula of Flesch and Kincaid; undefined for a text of fewer than 8 words. */
export function grade(text: string): number | undefined {
  const all = words(text);
  if (all.length < FEWEST_WORDS) return undefined;
  const syllables = all.reduce((sum, word) => sum + syllablesOf(word), 0);
  return fleschKincaid({ sentence: sentences(text).length, word: all.length, syllable: syllables });
}

function syllablesOf(word: string): number {
  const parts = word.split(/[-.]/).filter(Boolean);
  return parts.reduce((sum, part) => sum + (NAMES.test(part) ? 1 : Math.max(1, syllable(part))), 0);
}
