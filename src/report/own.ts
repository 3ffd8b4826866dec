/** The name that a report gives as its maker. */
export const MAKER = 'unspasm';

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
