import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openAnswerStore } from '../../src/system/answer-store.ts';
import { makeFolder, makePlaces, removeFolders } from './places.ts';

const ANSWER = { asked: ['wound', 'fever'], marked: ['fever'], at: 1_795_500_000_000 };

afterEach(removeFolders);

/** A state folder with this file of answers. */
function folderWith(text: string): string {
  const { state } = makePlaces();
  mkdirSync(state, { recursive: true });
  writeFileSync(join(state, 'cautions.json'), text);
  return state;
}

describe('the answer to the cautions of a therapy', () => {
  it('is remembered, for that therapy alone', () => {
    const { state } = makePlaces();
    openAnswerStore(state).rememberCautions('ice', ANSWER);
    expect(openAnswerStore(state).cautions('ice')).toEqual(ANSWER);
    expect(openAnswerStore(state).cautions('heat')).toBeUndefined();
  });

  it('is the last one, and leaves those of the others', () => {
    const answerStore = openAnswerStore(makePlaces().state);
    answerStore.rememberCautions('ice', ANSWER);
    answerStore.rememberCautions('heat', { asked: ['pregnancy'], marked: [], at: 1 });
    answerStore.rememberCautions('ice', { ...ANSWER, marked: [] });
    expect(answerStore.cautions('ice')).toEqual({ ...ANSWER, marked: [] });
    expect(answerStore.cautions('heat')).toEqual({ asked: ['pregnancy'], marked: [], at: 1 });
  });

  it('is unknown before it was given, and asking makes no file', () => {
    const { state } = makePlaces();
    expect(openAnswerStore(state).cautions('ice')).toBeUndefined();
    expect(() => statSync(state)).toThrow('ENOENT');
  });

  it.each([
    '',
    '{',
    '[]',
    '{"ice":null}',
    '{"ice":{}}',
    '{"ice":{"asked":"all","marked":[]}}',
    '{"ice":{"asked":[]}}',
    '\0\0',
  ])('is asked again where the file makes no sense: %j', (text) => {
    const answerStore = openAnswerStore(folderWith(text));
    expect(answerStore.cautions('ice')).toBeUndefined();
    answerStore.rememberCautions('ice', ANSWER);
    expect(answerStore.cautions('ice')).toEqual(ANSWER);
  });

  it('is of no known time where the file says none', () => {
    const text = '{"ice":{"asked":["wound"],"marked":[]},"heat":{"asked":["wound"],"marked":[],"at":"soon"}}';
    const answerStore = openAnswerStore(folderWith(text));
    for (const id of ['ice', 'heat']) expect(answerStore.cautions(id)).toEqual({ asked: ['wound'], marked: [], at: 0 });
  });

  it.skipIf(process.platform === 'win32')('can be read by its owner alone', () => {
    const { state } = makePlaces();
    openAnswerStore(state).rememberCautions('ice', ANSWER);
    expect(readdirSync(state)).toEqual(['cautions.json']);
    expect(statSync(state).mode & 0o777).toBe(0o700);
    expect(statSync(join(state, 'cautions.json')).mode & 0o777).toBe(0o600);
  });

  it('knows which entries are unread, until each was read, also where nothing can be written', () => {
    const { state } = makePlaces();
    const [one, other] = [openAnswerStore(state), openAnswerStore(state)];
    one.markUnread('A');
    other.markUnread('B');
    expect(one.unread().toSorted()).toEqual(['A', 'B']);
    other.markRead('A');
    other.markRead('missing');
    expect(one.unread()).toEqual(['B']);
    const file = join(makeFolder(), 'file');
    writeFileSync(file, 'x');
    const nowhere = openAnswerStore(join(file, 'state'));
    nowhere.markUnread('A');
    expect(nowhere.unread()).toEqual([]);
  });

  it('is asked again next time where nothing can be written', () => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, 'x');
    const answerStore = openAnswerStore(join(file, 'state'));
    answerStore.rememberCautions('ice', ANSWER);
    expect(answerStore.cautions('ice')).toBeUndefined();
    expect(readFileSync(file, 'utf8')).toBe('x');
  });
});
