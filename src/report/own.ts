import { createHash } from 'node:crypto';
import { QUESTIONS_START } from './text/page.ts';

/** The name that a report gives as its maker. */
export const MAKER = 'unspasm';

/** What an HTML or PDF report is marked with: which questions of the patient's own it has. */
export const QUESTIONS_MARK = 'unspasm-questions';

/** What a report says of its questions: a few letters for each, or 0. The questions themselves are only on the page. */
export function questionsMark(questions: readonly string[]): string {
  return questions.length === 0 ? '0' : questions.map(digestOf).join(' ');
}

/** What is known of a report that is to be replaced. */
export interface OwnReport {
  /** Whether a new report with these questions would lose some that this one has. */
  readonly losesQuestions: (questions: readonly string[]) => boolean;
}

/**
 * Whether some text is a report of this program, in any of its formats.
 * @param text a whole file; a PDF read as text
 * @returns nothing where it isn't
 */
export function ownReport(text: string): OwnReport | undefined {
  const isOwn = OWN.some((mark) => mark.test(text));
  if (!isOwn) return undefined;
  const asked = MARKS.flatMap((mark) => mark.exec(text)?.[1]?.split(' ') ?? []).filter((digest) => digest !== '0');
  return {
    losesQuestions: (questions) => {
      const kept = new Set(questions.map(digestOf));
      return text.includes(QUESTIONS_START) || asked.some((digest) => !kept.has(digest));
    },
  };
}

// The HTML page, the FHIR bundle, the PDF and plain text, each with what only a report of this program has.
const OWN = [
  new RegExp(`<meta name="generator" content="${MAKER} `),
  new RegExp(`"display": "${MAKER} `),
  new RegExp(`^%PDF-[^]*\\(${MAKER} \\d`),
  new RegExp(`^.+\n=+\n[^]*\\sMade\\s+with\\s+${MAKER}\\s`),
];

const MARKS = [
  new RegExp(`<meta name="${QUESTIONS_MARK}" content="([^"]*)"`),
  new RegExp(`\\(${QUESTIONS_MARK} ([^)]*)\\)`),
];

// Older versions wrote how many questions there were: a number that is the digest of none.
function digestOf(question: string): string {
  return createHash('sha256').update(question.trim()).digest('hex').slice(0, 8);
}
