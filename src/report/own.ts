/** The name that a report gives as its maker. */
export const MAKER = 'unspasm';

const QUESTIONS = 'unspasm-questions';

/** What says in a report of this program whether it has questions of the patient's own. */
export function questionsMark(questions: readonly string[]): { readonly name: string; readonly content: string } {
  return { name: QUESTIONS, content: String(questions.length) };
}

/**
 * Whether a file is a report with questions of the patient's own.
 * @param readText reads a whole file
 */
export function hasQuestions(file: string, readText: (path: string) => string): boolean {
  return new RegExp(`<meta name="${QUESTIONS}" content="[1-9]`).test(readText(file));
}

/**
 * Whether a file is a report of this program, in any of its formats.
 * @param readText reads a whole file
 * @returns false too where the file can't be read
 */
export function isOwnReport(file: string, readText: (path: string) => string): boolean {
  try {
    const text = readText(file);
    return text.includes(`<meta name="generator" content="${MAKER} `) || text.includes(`"display": "${MAKER} `);
  } catch {
    return false;
  }
}
