/** The answer that nothing has helped so far: something else may have helped later. */
export const NOTHING_HELPED = 'nothing';

/** The answer "something else, or I don't know" to what set the pain off. */
export const NO_TRIGGER = 'unknown';
