/** `data/search.json`: how people ask. */
export interface SearchContent {
  readonly asked: readonly Asked[];
  /** The passages that describe what a command does. */
  readonly commands: readonly { readonly command: string; readonly passages: readonly string[] }[];
  readonly referrals: readonly Referral[];
}

/** Whom to ask about something that the guide doesn't cover, such as a dose. */
export interface Referral {
  readonly about: string;
  /** Words and phrases that questions about it have. */
  readonly words: readonly string[];
  /** A sentence that names whom to ask. */
  readonly ask: string;
}

/** Words for the subject of a passage that people use and the passage doesn't. */
export interface Asked {
  readonly id: string;
  readonly says: readonly string[];
}

/** A line of data/examples/questions.jsonl. */
export interface Question {
  readonly text: string;
  /** The passages that answer it, best first; none where the guide has no answer. */
  readonly passages: readonly string[];
  /** The warning signs that it mentions; absent where it wasn't read for them. */
  readonly signs?: readonly string[];
}

/** The index as the build writes it. */
export interface BuiltIndex {
  /** The ids of the passages; the packed index names them by their places here. */
  readonly passages: readonly string[];
  /** The chapter of each passage. */
  readonly chapterOf: Readonly<Record<string, string>>;
  readonly commands: Readonly<Record<string, string>>;
  /** Stems that are too common in the passages to tell them apart: "back", "pain". */
  readonly common: readonly string[];
  /** As in `data/search.json`, but with the stems of each phrase. */
  readonly referrals: readonly { readonly phrases: readonly string[]; readonly ask: string }[];
  /** The score of each stem for each passage, see `makeIndex`; a file of its own, so that it needn't be parsed. */
  readonly scores: string;
}
