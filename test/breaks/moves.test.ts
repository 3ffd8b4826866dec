import { describe, expect, test } from 'vitest';
import { movesFor, nextMove } from '../../src/breaks/core/moves.ts';
import type { ProfileContent } from '../../src/content/profile-types.ts';
import { content, readData } from '../content/data-files.ts';

const { moves } = content.breaks();
const HEALTHY = { applies: [], isInEpisode: false };

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('the moves', () => {
  test('have figures that exist, and leave out only people whom the profile knows', () => {
    const { items } = readData('profile.json') as ProfileContent;
    const poses = content.poses();
    expect(moves.flatMap(({ figures }) => figures).filter((id) => !poses.has(id))).toEqual([]);
    expect(moves.flatMap(({ notFor = [] }) => notFor).filter((id) => !ids(items).includes(id))).toEqual([]);
  });

  test('are done standing', () => {
    expect(moves.length).toBeGreaterThan(4);
    for (const { cue } of moves) expect(cue).toMatch(/^(?:Stand|Get up)/);
  });

  test('come every 30 minutes, as the guide says', () => {
    expect(content.breaks().everyMinutes).toBe(30);
  });

  test('say when to stop', () => {
    expect(content.breaks().ifItHurts).toMatch(/^Stop/);
  });
});

/** The moves that somebody to whom this applies isn't shown. */
function without(applies: string[]): string[] {
  const own = ids(movesFor(moves, { applies, isInEpisode: false }));
  return ids(moves).filter((id) => !own.includes(id));
}

describe('who gets which', () => {
  test('in an episode only a few steps', () => {
    expect(ids(movesFor(moves, { applies: [], isInEpisode: true }))).toEqual(['steps']);
  });

  test('with fragile bones no bending back; in pregnancy neither that nor one leg', () => {
    expect(without(['fragile-bones'])).toEqual(['lean-back']);
    expect(without(['pregnancy'])).toEqual(['march', 'lean-back']);
    expect(without(['asthma'])).toEqual([]);
  });

  test('whatever applies, there is always one', () => {
    const { items } = readData('profile.json') as ProfileContent;
    expect(ids(movesFor(moves, { applies: ids(items), isInEpisode: true }))).toEqual(['steps']);
  });
});

test('moves take turns, and those that do not suit are passed over', () => {
  const turn = (suitable: readonly (typeof moves)[number][]) => {
    const seen: string[] = [];
    for (let at = 0; at < 7; at += 1) seen.push(nextMove(moves, suitable, seen.at(-1))!.id);
    return seen;
  };
  expect(turn(moves)).toEqual([...ids(moves), 'steps']);
  expect(turn(movesFor(moves, { ...HEALTHY, applies: ['pregnancy'] })).slice(0, 5)).toEqual([
    'steps',
    'heel-raises',
    'shoulder-circles',
    'elbows-back',
    'steps',
  ]);
  expect(new Set(turn(movesFor(moves, { ...HEALTHY, isInEpisode: true })))).toEqual(new Set(['steps']));
  expect(nextMove(moves, [], undefined)).toBeUndefined();
});
