import type { BuiltEngine } from './engine.ts';

/** What `data/search.json` says about the way people ask. */
export interface SearchContent {
  readonly synonyms: readonly Synonym[];
  readonly asked: readonly Asked[];
  /** Commands that do what a passage tells of. */
  readonly commands: readonly { readonly command: string; readonly passages: readonly string[] }[];
  /** What the guide says nothing about, though its words may seem to fit. */
  readonly elsewhere: readonly string[];
  /** Words that a question may hold whatever it is about: lines of them. */
  readonly chatter: readonly string[];
  /** Correct words that are close to one of the guide's: no slips of the finger. Lines of them. */
  readonly words: readonly string[];
}

/** The guide's words for what people say. A `/` stands between words of which any may be said. */
export interface Synonym {
  readonly means: string;
  readonly says: readonly string[];
}

/** How else a passage is asked for: whole questions, and what people say that means this very passage. */
export interface Asked {
  readonly id: string;
  readonly ways: readonly string[];
  readonly says: readonly string[];
}

/** What a phrase stands for: terms of the index, or a passage; nothing where the guide has nothing. */
export interface Phrase {
  readonly stems: readonly string[];
  readonly means: readonly string[];
}

/**
 * The index as the build writes it. Long lists are texts, see text/book.ts and text/lists.ts: most of
 * them isn't needed for a question.
 */
export interface BuiltIndex {
  readonly engine: BuiltEngine;
  /** A book of how rare each stem is among the passages, from 0 to 1. */
  readonly rarity: string;
  /** The words that a slip of the finger may have been meant for, the most used first. */
  readonly vocabulary: string;
  /** Stems of words that are right as they are. */
  readonly known: string;
  /** Words that a question may hold whatever it is about. */
  readonly chatter: string;
  /** A book of what people say, by the stem to look it up with. */
  readonly phrases: string;
  readonly commands: Readonly<Record<string, string>>;
}
