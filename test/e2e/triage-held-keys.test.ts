import { describe, expect } from 'vitest';
import { test } from './support/open.ts';
import { goTo, hold, markChestPain, pressUntil, screenAt } from './support/triage.ts';
import { words } from './support/text.ts';

const TOO_FAST = words('You pressed keys very fast. Press the key again to confirm.');

// A machine that is busy may hold keys back, so that they no longer come as from a held key.
describe.concurrent('a held key', { retry: 2 }, () => {
  test('answers nothing on the screen on which it is held', async ({ open }) => {
    const terminal = open(['triage']);
    await terminal.waitFor(screenAt(1));
    await hold(terminal, 'n', 20);
    await terminal.waitFor(TOO_FAST);
    expect(terminal.screen()).toMatch(screenAt(1));
    await pressUntil(terminal, 'n', screenAt(2));
    expect(terminal.screen()).not.toMatch(TOO_FAST);
  });

  test('answers one screen when it repeats only after a while, and the next one waits', async ({ open }) => {
    const terminal = open(['triage']);
    await goTo(terminal, 2);
    await hold(terminal, 'n', 19);
    await terminal.waitFor(TOO_FAST);
    expect(terminal.screen()).toMatch(screenAt(2));
    await pressUntil(terminal, 'n', screenAt(3));
  });

  test('answers no question', async ({ open }) => {
    const terminal = open(['triage']);
    await goTo(terminal, 6);
    await hold(terminal, '3', 20);
    await terminal.waitFor(TOO_FAST);
    expect(terminal.screen()).toMatch(screenAt(6));
    await pressUntil(terminal, '3', screenAt(7));
  });

  test('does not wipe an emergency result away', async ({ open }) => {
    const terminal = open(['triage']);
    await markChestPain(terminal);
    await hold(terminal, '\r', 20);
    await terminal.waitFor(TOO_FAST);
    // Where a text needs the whole window, the notice takes the row of the keys.
    expect(terminal.screen()).toContain('CALL AN AMBULANCE NOW');
    await pressUntil(terminal, 'c', screenAt(1));
  });
});
