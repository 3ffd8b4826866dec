import { expect, it } from 'vitest';
import { timeAmong } from '../../src/journal/core/time-among.ts';

const NOW = new Date(2026, 10, 27, 15, 0);
const among = (activity: string, note: string) => timeAmong({ activity, note }, NOW);

it.each([
  ['swim', 'yesterday', 'yesterday', 'swim', ''],
  ['yoga', 'sat 10:00', 'sat 10:00', 'yoga', ''],
  ['swim', 'yesterday in the lake', 'yesterday', 'swim', 'in the lake'],
  ['swim', 'cold water yesterday', 'yesterday', 'swim', 'cold water'],
  ['swim yesterday', '', 'yesterday', 'swim', ''],
  ['yesterday swim', '', 'yesterday', 'swim', ''],
  ['swim', 'on monday', 'on monday', 'swim', ''],
  ['swim', 'this morning', 'this morning', 'swim', ''],
  ['swim', '2 days ago', '2 days ago', 'swim', ''],
  ['swim', 'tomorrow', 'tomorrow', 'swim', ''],
])('a time among "%s" and "%s" is %s', (activity, note, time, restActivity, restNote) => {
  expect(among(activity, note)).toEqual({ time, rest: { activity: restActivity, note: restNote } });
});

it.each([
  ['swim', ''],
  ['swim', 'cold water'],
  ['swim', '20 lengths'],
  ['morning walk', ''],
  ['sun salutation', 'hilly'],
  ['walk', 'better than yesterday'],
  ['walk', 'sore since yesterday'],
  ['walk', 'to work'],
])('there is none among "%s" and "%s"', (activity, note) => {
  expect(among(activity, note)).toBeUndefined();
});
