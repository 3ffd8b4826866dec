import type { Chapter, Passage, Source } from '../../content/types.ts';
import { bullets, type Page, paragraph, titled, withId } from '../../terminal/page.ts';
import { passageText, sourceIdsOf } from './guide.ts';

/** A passage that answers a question, or comes near. */
export interface Result {
  readonly passage: Passage;
  /** How well it fits, from 0 to 1. */
  readonly score: number;
}

/** A question, and what the guide says to it. */
export interface QuestionAnswer {
  readonly query: string;
  /** Whether the best passage is an answer. */
  readonly answered: boolean;
  /** Best first. */
  readonly results: readonly Result[];
  /** Where it isn't answered: whom to ask instead. */
  readonly referral?: string;
  /** The fault that kept the question from being looked up. */
  readonly fault?: string;
}

/** What a passage is shown with. */
export interface PassageContext {
  readonly sources: ReadonlyMap<string, Source>;
  /** The command that does what a passage describes, without the program's name. */
  readonly commandFor: (passage: string) => string | undefined;
}

/** The best passage in full and others by title; where the guide has no answer, a refusal and the nearest passages. */
export function answerLines(page: Page, answer: QuestionAnswer, context: PassageContext): string[] {
  const [best, ...others] = answer.results;
  if (answer.fault !== undefined)
    return paragraph(
      page,
      `This couldn't be looked up because of a bug (${answer.fault}). Try other words, or read: unspasm guide`,
    );
  if (!answer.answered || !best) return refusalLines(page, answer);
  const more = others.length > 0 ? ['', 'Also in the guide:', ...topicLines(page, others)] : [];
  return [...answerPassageLines(page, best.passage, context), ...more];
}

/** What the guide has beside a warning sign, by title alone: the words that send somebody to get help stay in sight. */
export function besideLines(page: Page, { results }: QuestionAnswer): string[] {
  return ['In the guide:', ...topicLines(page, results)];
}

/** A passage, its publishers, and the command that does what it describes. */
export function answerPassageLines(page: Page, passage: Passage, { sources, commandFor }: PassageContext): string[] {
  const { style } = page;
  const command = commandFor(passage.id);
  const publishers = sourceIdsOf(passage).map((id) => sources.get(id)!.publisher);
  return [
    ...passageText(page, passage),
    ...paragraph(page, `Sources: ${[...new Set(publishers)].join(', ')}`, '  '),
    ...(command ? ['', `  Run: ${style.key(`unspasm ${command}`)}`] : []),
  ];
}

function refusalLines(page: Page, { results, referral }: QuestionAnswer): string[] {
  const nearest =
    results.length > 0
      ? ['', 'Topics that come close:', ...topicLines(page, results)]
      : ['', 'To see all topics, run: unspasm faq --list'];
  return [...paragraph(page, ["The guide doesn't cover that.", referral].filter(Boolean).join(' ')), ...nearest];
}

function topicLines(page: Page, results: readonly Result[]): string[] {
  const ids = results.map(({ passage }) => `${passage.title} (unspasm guide ${passage.id})`);
  return bullets(page, ids);
}

/** The common questions, and how to ask your own. */
export function commonLines(page: Page, { title, passages }: Chapter): string[] {
  const questions = passages.flatMap((passage) => ['', titled(page, passage), ...paragraph(page, passage.text, '  ')]);
  const how = paragraph(page, 'Ask your own question: unspasm faq "your question". See all topics: unspasm faq --list');
  return [page.style.heading(title), ...questions, '', ...how];
}

/** Every passage by its title, chapter by chapter. */
export function topicListLines(page: Page, chapters: readonly Chapter[]): string[] {
  const parts = chapters.map(({ title, passages }) => [
    page.style.heading(title),
    ...bullets(
      page,
      passages.map((passage) => withId(page, passage.title, passage.id)),
    ),
    '',
  ]);
  return [...parts.flat(), ...paragraph(page, 'Read a topic: unspasm guide <id>')];
}

/**
 * The answer for scripts.
 * @param detection the warning signs in the question. An empty list means "none" only where the question could be read.
 */
export function faqDocument(
  { query, answered, results, fault }: QuestionAnswer,
  { signs, isRead }: { readonly signs: readonly object[]; readonly isRead: boolean },
): object {
  return {
    query,
    answered,
    warningSigns: signs,
    ...(!isRead && { warningSignsChecked: false }),
    ...(fault !== undefined && { error: { code: 'fault', message: fault } }),
    results: results.map(({ passage: { id, title, text }, score }) => ({
      id,
      title,
      text,
      score: Number(score.toFixed(2)),
    })),
  };
}

/** Every passage with its id, for scripts. */
export function topicsDocument(chapters: readonly Chapter[]): object {
  return {
    chapters: chapters.map(({ id, title, passages }) => ({
      id,
      title,
      passages: passages.map((passage) => ({ id: passage.id, title: passage.title })),
    })),
  };
}
