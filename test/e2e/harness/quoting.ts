/** A text as one word of a POSIX shell: the folder that all this lies in may have an apostrophe in its name. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** NODE_OPTIONS with which Node loads these files before the program, wherever they lie. */
export function preloading(...files: readonly string[]): { NODE_OPTIONS: string } {
  return { NODE_OPTIONS: files.map((file) => `--require ${JSON.stringify(file)}`).join(' ') };
}
