/** What data/warning-signs.json knows: how people say a warning sign, and what makes the same words mean something else. */
export interface WarningSigns {
  /** Classes of words, each a list in one line. A pattern names a class with `@`. */
  readonly words: Readonly<Record<string, string>>;
  /** Shortened words, and what each stands for. */
  readonly short: Readonly<Record<string, string>>;
  /** Ordinary words that are close to a word of a class and must not be taken for its misspelling. */
  readonly plain: string;
  /** Phrases that are read as one word; those under `_` are figures of speech that mean nothing here. */
  readonly means: Readonly<Record<string, readonly string[]>>;
  readonly signs: readonly SignWords[];
  readonly context: Readonly<Record<ContextName, readonly string[]>>;
  readonly temperature: TemperatureLimits;
  /** Which sign it is when a weight went down from one number to a smaller one. */
  readonly lostWeight: { readonly id: string; readonly sources: readonly string[] };
}

/**
 * The same as the build writes it. Long lists are texts, see text/book.ts and text/lists.ts: most of
 * them isn't needed to hear one text.
 */
export interface BuiltSigns extends Pick<WarningSigns, 'words' | 'short' | 'temperature' | 'lostWeight'> {
  readonly plain: string;
  /** A book of the classes that a word belongs to. */
  readonly classes: string;
  /** Every word that is known, those of classes first. */
  readonly vocabulary: string;
  readonly patterns: Readonly<Record<'means' | 'signs' | 'unless' | 'context', PatternBooks>>;
  /** How many words a "no" reaches over, by id of the sign. */
  readonly denied: Readonly<Record<string, number>>;
  /** The ids of the signs that are grave, and of those that last. */
  readonly grave: readonly string[];
  readonly lasting: readonly string[];
}

export interface PatternBooks {
  /** The numbers of the heads that a word or a class stands in. */
  readonly heads: string;
  /** The patterns with the head of a number, each behind what it means. */
  readonly patterns: string;
}

export type ContextName =
  | 'hypothetical'
  | 'perhaps'
  | 'opener'
  | 'old'
  | 'over'
  | 'anew'
  | 'denied'
  | 'flip'
  | 'pain'
  | 'burden'
  | 'generally';

export interface SignWords {
  readonly id: string;
  readonly sure: readonly string[];
  readonly doubtful?: readonly string[];
  /** How many words a "no" before it reaches over, where that is fewer than usual: what must not be missed isn't easily denied. */
  readonly denied?: number;
  /** It is asked about even where it is only supposed, if the sentence is about the writer. */
  readonly grave?: true;
  /** It is still there however long ago it was told. */
  readonly lasting?: true;
  /** What makes it harmless when it stands in the same sentence. */
  readonly unless?: readonly string[];
  readonly sources: readonly string[];
}

export interface TemperatureLimits {
  readonly id: string;
  readonly celsius: readonly [fever: number, highest: number];
  readonly fahrenheit: readonly [fever: number, highest: number];
  readonly sources: readonly string[];
}

/** What stands between two words: nothing, a comma, the end of a sentence, the end of a question. */
export type Break = '' | ',' | '.' | '?';

export interface Token {
  /** What the word was understood as; `#` for a number, `#year` for a year. */
  readonly word: string;
  /** The word that it is a form of, if that is known too: "soil" of "soiled". */
  readonly base?: string;
  readonly value?: number;
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
  readonly before: Break;
}

/** A word in its place: which clause and which sentence it belongs to. */
export interface Placed extends Token {
  readonly clause: number;
  readonly sentence: number;
}

/** Words that say a sign, before anybody asked how they are meant. */
export interface Hit {
  readonly id: string;
  readonly sure: boolean;
  /** The first word and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** How many words a "no" before it reaches over. */
  readonly denied?: number;
  readonly grave?: true;
  readonly lasting?: true;
  /** A figure, which a "no" some words before it says nothing about. */
  readonly measured?: boolean;
}

export interface Heard {
  readonly id: string;
  /** The words of the text that said it. */
  readonly matched: string;
  /** False when it is better asked than told. */
  readonly sure: boolean;
}
