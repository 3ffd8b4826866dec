import { describe, expect, test } from 'vitest';
import { everything } from './data-files.ts';
import { AMERICAN, BANNED, found } from './banned-words.ts';
import { grade, HIGHEST_GRADE, longSentences } from './readability.ts';

/** What patients don't read, each with the reason. Everything else in data/ is checked, also under a new key. */
const NOT_READ = [
  // As others wrote them: titles, publishers, and how they were read.
  /^sources\.json/,
  // What people may type, apart from what is answered to it.
  /^search\.json\/(?!.*\/ask$)/,
  /^commands\.json/,
  // The columns of other apps, and where their formats were seen.
  /^import-maps\.json\/(?!.*\/(export|about|leftOut)$)/,
  /^journal-words\.json/,
  /^exercise\.json\/activities\/\d+\/words/,
  // Examples to learn from, and words to look for.
  /^(examples|completions)\//,
  /^understanding\.json/,
  /^medicines\.json\/.*\/names\//,
  // Joints of the figures.
  /^figures\.json/,
  // Names of countries and time zones.
  /^emergency-numbers\.json\/countries/,
];

/** An id. A text of one word looks the same, so it counts as a text only under the keys of phrases. */
const ID = /^[a-z0-9]+([-/][a-z0-9]+)*$/;
const REFERENCES = /\/(\$schema|id|country|instead)$/;

/** Parts of a sentence or of a list, without a full stop. Everything else is whole sentences. */
const PHRASES = [
  /\/(label|title|name|icon|unit|words|examples|summary|highest|lowest|because|onlyWhen|answer|large|onSkinLarge|well|unwell|stop|line|unknownLine|leftOut)$/,
  /(\/stop|\/safetyNet)\/signs\/text(Now)?$/,
  /\/headlines\/text$/,
  /^report\.json\/signs\/none$/,
  /^journal-texts\.json\/peg\/about$/,
  /^journal-texts\.json\/episodes\/(zero|quiet|said|split|spasm)$/,
  /^emergency-numbers\.json\/(unknown|elsewhere)$/,
];
/** The advice to follow the label on the pack: no label of ours. */
const SENTENCES_AFTER_ALL = /^medicines\.json\/label$/;

interface Text {
  readonly where: string;
  readonly text: string;
}

const texts = everything().flatMap(({ where, value }): Text[] => {
  if (typeof value !== 'string' || NOT_READ.some((pattern) => pattern.test(where))) return [];
  const text = { where, text: value };
  return REFERENCES.test(placeOf(where)) || (ID.test(value) && !isPhrase(text)) ? [] : [text];
});

/** A place without the numbers in lists, so that it is the same for each item. */
function placeOf(where: string): string {
  return where.replace(/\/\d+/g, '');
}

function isPhrase({ where }: Text): boolean {
  const place = placeOf(where);
  return PHRASES.some((pattern) => pattern.test(place)) && !SENTENCES_AFTER_ALL.test(place);
}

/** What is wrong with each text, with its place. */
function faults(problem: (text: string) => readonly string[], among: readonly Text[] = texts): string[] {
  return among.flatMap(({ where, text }) => problem(text).map((one) => `${where}: ${one}`));
}

function tooHard(text: string): string[] {
  const reached = grade(text);
  return reached !== undefined && reached > HIGHEST_GRADE ? [`grade ${reached.toFixed(1)}: ${text}`] : [];
}

// A full stop after a command would look like a part of it.
function withoutEnd(text: string): string[] {
  return /([.?!:]["”)]?|\{say\}”|: unspasm [a-z -]+)$/.test(text) ? [] : [text];
}

function withFullStop(text: string): string[] {
  return text.endsWith('.') ? [text] : [];
}

describe('what patients read', () => {
  test('is found', () => {
    expect(texts.length).toBeGreaterThan(800);
  });

  test('has no sentence of more than 20 words', () => {
    expect(faults(longSentences)).toEqual([]);
  });

  test('has a reading grade of 7 at most', () => {
    expect(faults(tooHard)).toEqual([]);
  });

  test('has the words that everybody says, one for each thing', () => {
    expect(faults((text) => found(text, BANNED))).toEqual([]);
  });

  test('is spelt in the British way', () => {
    expect(faults((text) => found(text, AMERICAN))).toEqual([]);
  });

  test('ends with a full stop where it is a sentence', () => {
    const whole = texts.filter((text) => !isPhrase(text));
    expect(faults(withoutEnd, whole)).toEqual([]);
  });

  test('ends without one where it is part of a sentence or a list', () => {
    expect(faults(withFullStop, texts.filter(isPhrase))).toEqual([]);
  });
});

describe('a sentence', () => {
  const twenty = Array.from({ length: 20 }, () => 'word').join(' ');

  test('of 20 words is short enough, one of 21 is not', () => {
    expect(longSentences(`${twenty}.`)).toEqual([]);
    expect(longSentences(`More ${twenty}.`)).toEqual([`More ${twenty}.`]);
  });

  test('ends with a full stop, a question mark or a closing quotation mark', () => {
    expect(longSentences(`${twenty}. ${twenty}? “${twenty}.” ${twenty}!`)).toEqual([]);
  });

  test('ends at a colon only where a list or a command follows', () => {
    expect(longSentences(`${twenty}: word, word or word.`)).toEqual([]);
    expect(longSentences(`${twenty}: unspasm triage`)).toEqual([]);
    expect(longSentences(`${twenty}: word.`)).toHaveLength(1);
  });

  test('does not end after R.I.C.E. or within 100.4 °F', () => {
    expect(longSentences(`R.I.C.E. ${twenty}.`)).toHaveLength(1);
    expect(longSentences(`100.4 °F ${twenty}.`)).toHaveLength(1);
  });

  test('counts what is filled in as a word', () => {
    expect(longSentences(`{name} ${twenty}.`)).toHaveLength(1);
  });
});

describe('a reading grade', () => {
  test('rises with long words', () => {
    const easy = grade('Put the ice on your back for ten minutes and then take it off.')!;
    const hard = grade(
      'Cryotherapy application necessitates continuous dermatological observation throughout treatment.',
    )!;
    expect(easy).toBeLessThan(5);
    expect(hard).toBeGreaterThan(HIGHEST_GRADE);
  });

  test('does not rise with names of medicines and of parts of the body', () => {
    const text = 'Ask about NAME before you put NAME on your back or take NAME.';
    expect(grade(text.replaceAll('NAME', 'paracetamol'))).toBe(grade(text.replaceAll('NAME', 'ice')));
  });

  test('is not given to a few words', () => {
    expect(grade('Complementary interdisciplinary rehabilitation')).toBeUndefined();
  });
});

describe('words that nobody says', () => {
  test.each([
    'Warmth for 10 minutes',
    'Pass over it.',
    'It is no diagnosis.',
    'See a clinician.',
    'Who has a fever sees a doctor.',
    'Ask a physical therapist.',
    'Take acetaminophen.',
    'Ice in a cloth; 10 minutes.',
    'Get emergency care.',
    'Ask a professional.',
    'Turn over in one piece.',
    'You take a blood thinner: ask.',
    'It will get better.',
    'It is no file.',
    '20 minutes unless told.',
  ])('are found: %s', (text) => {
    expect(found(text, BANNED)).not.toEqual([]);
  });

  test.each([
    'It is no better after 3 days.',
    'There is no backup.',
    'See a health professional.',
    'Ask a physiotherapist (physical therapist).',
    'Take paracetamol (acetaminophen).',
    'People who have a fever should see a doctor.',
  ])('and these are fine: %s', (text) => {
    expect(found(text, BANNED)).toEqual([]);
  });

  test('American spellings are found', () => {
    expect(found('Gray color', AMERICAN)).toHaveLength(2);
    expect(found('Grey colour', AMERICAN)).toEqual([]);
  });
});
