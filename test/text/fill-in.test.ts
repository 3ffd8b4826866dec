import { expect, it } from 'vitest';
import { fillIn } from '../../src/text/fill-in.ts';

it('fills in each name, as often as it comes', () => {
  expect(fillIn('{pain} or more; {days} days without {pain}', { pain: '2', days: '7' })).toBe(
    '2 or more; 7 days without 2',
  );
});

it('takes a value as it is: no name in it is filled, and no sign means anything', () => {
  expect(fillIn('{note}, {when}', { note: "$& {when} $'", when: 'today' })).toBe("$& {when} $', today");
});

it('leaves a name without a value as it is', () => {
  expect(fillIn('{when} {constructor} {none}', { when: 'today', none: undefined })).toBe('today {constructor} {none}');
});
