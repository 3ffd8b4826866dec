import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openModel } from '../../src/understanding/core/model.ts';
import { type Detected, findSigns } from '../../src/understanding/core/signs.ts';
import type { ModelSettings } from '../../src/understanding/core/model.ts';
import type { SearchIndex } from '../../src/guide/search/search.ts';
import type { BuiltIndex, Question } from '../../src/guide/search/types.ts';
import type { Note } from '../../src/understanding/core/learn-signs.ts';

const root = join(import.meta.dirname, '../..');

/** What the build learned and wrote: tests judge what is shipped. */
export const signsModel = openModel(readFileSync(join(root, 'dist/signs.model')));
export const questionsModel = openModel(readFileSync(join(root, 'dist/questions.model')));

export const crisis = JSON.parse(readFileSync(join(root, 'data/crisis.json'), 'utf8')) as { readonly id: string };

/** The signs in a text, as the program finds them. */
export function signsIn(text: string): Detected[] {
  return findSigns(text, signsModel, crisis.id);
}

/** The signs in a text if they were asked about from another likelihood on. */
export function signsFrom(asked: number, text: string): Detected[] {
  const { settings: own } = signsModel;
  return findSigns(text, { ...signsModel, settings: { ...own, signs: { ...own.signs, asked } } }, crisis.id);
}

const builtIndex: BuiltIndex = {
  ...(JSON.parse(readFileSync(join(root, 'dist/search.json'), 'utf8')) as BuiltIndex),
  scores: readFileSync(join(root, 'dist/search.txt'), 'utf8'),
};

/** The index over the real guide. */
export const index: SearchIndex = { built: builtIndex, model: questionsModel };

export const settings = JSON.parse(readFileSync(join(root, 'data/understanding.json'), 'utf8')) as ModelSettings;

/** Lines that a hand wrote, and that nothing was trained on. */
export interface Frozen {
  readonly by: string;
}

function readLines<T>(file: string): T[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

export const notes = readLines<Note>('data/examples/notes.jsonl');
export const questions = readLines<Question>('data/examples/questions.jsonl');
export const frozenNotes = readLines<Note & Frozen>('test/understanding/frozen-notes.jsonl');
export const frozenQuestions = readLines<Question & Frozen>('test/understanding/frozen-questions.jsonl');

/** The frozen notes, and those of the frozen questions that were read for signs. */
export const frozenTexts = [
  ...frozenNotes,
  ...frozenQuestions.flatMap(({ by, text, signs }) => (signs ? [{ by, text, signs }] : [])),
];
