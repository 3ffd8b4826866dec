import { describe, expect } from 'vitest';
import type { Terminal } from './terminal.ts';
import { eventually, LOW, test as sessionTest } from './session/person.ts';
import { test } from './support/open.ts';
import { goTo, markChestPain, screenAt } from './support/triage.ts';

async function stopAndContinue(terminal: Terminal): Promise<void> {
  terminal.press('ctrl+z');
  await terminal.stopped();
  expect(await terminal.leftovers()).toEqual([]);
  await terminal.signal('SIGCONT');
}

describe.concurrent('ctrl+z during a session gives the terminal back, and afterwards', () => {
  sessionTest('ice has gone on, and says so', async ({ someone }) => {
    const seat = someone().sit(['ice', '--minutes', '20'], { ...LOW, inShell: true });
    const { terminal, clock, press } = seat;
    await terminal.waitFor(/Enter (start|go)/);
    await press('enter');
    await clock.minutes(6);
    await terminal.waitFor(/14:00[^]*\n Enter skin looks normal/);
    const before = terminal.screen();
    await stopAndContinue(terminal);
    await terminal.waitFor(/14:00[^]*\n Enter skin looks normal/);
    expect(terminal.screen()).toBe(before);
    expect(terminal.cursor().isVisible).toBe(false);
    await clock.sleep(180_000);
    await clock.seconds(1);
    await terminal.waitFor(/10:59[^]*The computer was asleep\. Ice has lasted 9 minutes so far\./);
    terminal.press('ctrl+c');
    expect((await terminal.exited()).code).toBe(130);
    expect(await terminal.leftovers()).toEqual([]);
  });

  sessionTest('a stretch is paused where it was, and goes on', async ({ someone }) => {
    const seat = someone().sit(['stretch', 'childs-pose'], { ...LOW, inShell: true });
    const { terminal, clock, press } = seat;
    await terminal.waitFor(/Enter (start|go)/);
    await press('enter');
    await clock.seconds(10);
    await terminal.waitFor(/ 20\n[^]*\n space pause/);
    await stopAndContinue(terminal);
    await clock.sleep(60_000);
    await clock.seconds(1);
    await terminal.waitFor(/paused\n +20\n[^]*space continue/);
    await press('space');
    await clock.seconds(5);
    await terminal.waitFor(/ 15\n[^]*\n space pause/);
  });
});

describe.concurrent('ctrl+z stops the program with the terminal given back, and afterwards', () => {
  test('a checklist is there again with its marks, and takes keys', async ({ open }) => {
    const terminal = open(['triage'], { inShell: true });
    await goTo(terminal, 4);
    terminal.press('space');
    await terminal.waitFor('– yes');
    const before = terminal.screen();
    await stopAndContinue(terminal);
    terminal.press('down');
    await terminal.waitFor(/❯ ○ Pain at rest/);
    terminal.press('up');
    await terminal.waitFor(/❯ ● A lump/);
    // The highlighted row may be drawn before the rest of the screen.
    await eventually(() => terminal.screen(), before);
    expect(terminal.cursor().isVisible).toBe(false);
    terminal.press('enter');
    await terminal.waitFor(screenAt(5));
  });

  test('a question is there again, and takes keys', async ({ open }) => {
    const terminal = open(['triage'], { inShell: true });
    await goTo(terminal, 6);
    await stopAndContinue(terminal);
    terminal.type('x');
    await terminal.waitFor(/6\/\d+ {2}Age[^]*Press one of these keys: 1 2[^]*Esc/);
    terminal.type('3');
    await terminal.waitFor(screenAt(7));
  });

  test('it can be stopped a second time', async ({ open }) => {
    const terminal = open(['triage'], { inShell: true });
    await terminal.waitFor(screenAt(1));
    await stopAndContinue(terminal);
    terminal.press('down');
    await terminal.waitFor(/❯ ○ Sudden tearing/);
    await stopAndContinue(terminal);
    terminal.press('up');
    await terminal.waitFor(/❯ ○ Chest pain/);
  });

  test('an emergency result is still to be read', async ({ open }) => {
    const terminal = open(['triage', '--country', 'GB'], { rows: 40, inShell: true });
    await markChestPain(terminal);
    await stopAndContinue(terminal);
    terminal.type('x');
    await terminal.waitFor('Press one of these keys: c g q Enter.');
    expect(terminal.screen()).toMatch(/CALL AN AMBULANCE NOW[^]*999 or 112/);
  });

  test('the program can be ended', async ({ open }) => {
    const terminal = open(['triage'], { inShell: true });
    await terminal.waitFor(screenAt(1));
    await stopAndContinue(terminal);
    terminal.press('down');
    await terminal.waitFor(/❯ ○ Sudden tearing/);
    terminal.press('ctrl+c');
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
  });
});
