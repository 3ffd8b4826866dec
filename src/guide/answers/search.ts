import { join } from 'node:path';
import type { Chapter, Passage } from '../../content/types.ts';
import type { Context } from '../../app/context.ts';
import { openModel } from '../../understanding/core/model.ts';
import { openIndex, type SearchIndex } from '../search/search.ts';
import type { BuiltIndex } from '../search/types.ts';
import { ownValue } from '../../text/own-value.ts';
import type { AnswerContext } from '../views/faq.ts';

/** What is needed to answer questions. */
export interface Search extends AnswerContext {
  readonly index: SearchIndex;
  /** A passage of the guide; only its chapter is read. */
  readonly passage: (id: string) => Passage;
}

/** Reads the index and what was learned from questions, which the build puts beside the program. */
export function openSearch({ content, readText, readBytes }: Context): Search {
  const built = JSON.parse(readText(join(import.meta.dirname, 'search.json'))) as BuiltIndex;
  return {
    index: openIndex(built, openModel(readBytes(join(import.meta.dirname, 'questions.model')))),
    passage: (id) => content.chapter(ownValue(built.chapterOf, id)!).passages.find((passage) => passage.id === id)!,
    sources: content.sources(),
    commandFor: (passage) => ownValue(built.commands, passage),
  };
}

/** The chapter of the common questions. */
export function commonQuestions({ content }: Context): Chapter {
  return content.chapter('questions');
}
