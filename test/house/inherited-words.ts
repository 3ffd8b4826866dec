/**
 * The words that every object answers to although nobody put them there. Somebody's note, cell or key
 * may be one of them, and has to be as unknown as any other word.
 */
export const INHERITED_WORDS: readonly string[] = Object.getOwnPropertyNames(Object.prototype);
