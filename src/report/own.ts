/** The name by which a report tells who made it. */
export const MAKER = 'unspasm';

/** Whether a text is a report of this program, in any of its formats. */
export function isOwnReport(text: string): boolean {
  return text.includes(`<meta name="generator" content="${MAKER} `) || text.includes(`"display": "${MAKER} `);
}
