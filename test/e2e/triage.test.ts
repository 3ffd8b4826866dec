import { describe, expect } from 'vitest';
import { test } from './support/open.ts';
import {
  AFTER_EMERGENCY,
  answer,
  CHECKLISTS,
  goTo,
  markChestPain,
  ORDINARY,
  readToTheEnd,
  readResult,
  RESULT,
  screenAt,
  WINDOWS,
} from './support/triage.ts';
import { tooLong, words, writtenLines } from './support/text.ts';

const DISCLAIMER = /diagnosis|16 and over|people of 16|substitute/;

describe.concurrent.each(WINDOWS)('an ordinary spasm, in a window of $columns by $rows', (window) => {
  test(`comes to a plan for home within ${window.presses} key presses`, async ({ open }) => {
    const terminal = open(['triage'], window);
    const seen = await answer(terminal, ORDINARY);
    await terminal.waitFor(RESULT);
    expect(terminal.transcript()).toMatch(words('No emergency signs were reported. Here is what you can do at home'));
    expect(seen.length).toBeLessThanOrEqual(window.presses);
    expect(tooLong(writtenLines(terminal.output()), window.columns)).toEqual([]);
    terminal.type('q');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
  });

  test('begins with the disclaimer, in two lines at most, where the signs leave room', async ({ open }) => {
    const terminal = open(['triage'], window);
    await terminal.waitFor(screenAt(1));
    await readToTheEnd(terminal);
    const [above = ''] = terminal.screen().split(/(?=1\/\d+ )/);
    const lines = above.split('\n').filter(Boolean);
    expect(above).toMatch(words('For 16 and over. Not a diagnosis. In an emergency, call for help first.'));
    expect(lines.length).toBeLessThanOrEqual(2);
  });

  test('fits the window, and says the disclaimer on no other screen', async ({ open }) => {
    const terminal = open(['triage'], window);
    const seen = await answer(terminal, ORDINARY);
    await terminal.waitFor(RESULT);
    expect(seen.filter((screen) => DISCLAIMER.test(screen) && !/^1\/\d+ /m.test(screen))).toEqual([]);
    expect(tooLong(writtenLines(terminal.output()), window.columns)).toEqual([]);
  });
});

describe.concurrent.each(WINDOWS)('chest pain, in a window of $columns by $rows', (window) => {
  test('comes to the result at once, with what to do in sight', async ({ open }) => {
    const terminal = open(['triage'], window);
    await markChestPain(terminal);
    expect(terminal.screen()).toMatch(words('CALL AN AMBULANCE NOW'));
    expect(terminal.screen()).toMatch(words('your local emergency number'));
    expect(tooLong(writtenLines(terminal.output()), window.columns)).toEqual([]);
  });

  test('can be read to its end, with no disclaimer above or below it', async ({ open }) => {
    const terminal = open(['triage'], window);
    await markChestPain(terminal);
    const pages = await readResult(terminal);
    const result = pages.join('\n').replace(/\s+/g, ' ');
    expect(result).not.toMatch(DISCLAIMER);
    expect(result).toContain('Why: ');
    expect(result).not.toMatch(/Asked:|answered yet/);
    expect(result).toContain('Tell them first: “I have pain or tightness in my chest, arm or jaw.”');
    expect(result).toMatch(/answer the rest|g 1[01] questions/);
  });

  test('names the numbers of the country that was given', async ({ open }) => {
    const terminal = open(['triage', '--country', 'GB'], window);
    await markChestPain(terminal);
    expect(terminal.screen()).toMatch(/999 or 112/);
  });
});

test.concurrent('a first run of the bare command leaves no disclaimer above an emergency', async ({ open }) => {
  const terminal = open([], { rows: 60 });
  await terminal.waitFor('Quit');
  terminal.press('enter');
  await markChestPain(terminal);
  expect(terminal.screen()).not.toMatch(DISCLAIMER);
});

describe.concurrent('after an emergency result', () => {
  test('Enter ends with exit code 0', async ({ open }) => {
    const terminal = open(['triage']);
    await markChestPain(terminal);
    terminal.press('enter');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
  });

  test('what was marked can be changed', async ({ open }) => {
    const terminal = open(['triage']);
    await markChestPain(terminal);
    terminal.type('c');
    await terminal.waitFor(screenAt(1));
    expect(terminal.screen()).toContain('– yes');
    terminal.press('space');
    await terminal.waitFor(/^(?![^]*– yes)[^]*Esc/);
    terminal.type('n');
    await terminal.waitFor(screenAt(2));
  });

  test('no disclaimer comes under it when what was marked is changed', async ({ open }) => {
    const terminal = open(['triage'], { rows: 60 });
    await markChestPain(terminal);
    terminal.type('c');
    await terminal.waitFor(/CALL AN AMBULANCE NOW[^]*1\/\d+ {2}Act now[^]*Esc/);
    expect(terminal.screen()).not.toMatch(DISCLAIMER);
  });

  test('one can go on to be asked the rest, and the emergency stays', async ({ open }) => {
    const terminal = open(['triage'], { rows: 60 });
    await markChestPain(terminal);
    terminal.type('g');
    await answer(terminal, ORDINARY.slice(1), 2);
    await terminal.waitFor(/^(?![^]*answer the rest)[^]*I'm getting help now/);
    terminal.press('enter');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(terminal.screen()).toContain('CALL AN AMBULANCE NOW');
  });
});

test.concurrent('somebody who cannot get up is told to call, not to travel', async ({ open }) => {
  const terminal = open(['triage', '--country', 'DE']);
  await goTo(terminal, 2);
  for (let down = 0; down < 5; down += 1) terminal.press('down');
  await terminal.waitFor(/❯ ○ Can't get up/);
  terminal.press('space');
  await terminal.waitFor('– yes');
  terminal.press('enter');
  await terminal.waitFor(AFTER_EMERGENCY);
  expect(terminal.transcript()).toMatch(words("CALL FOR EMERGENCY HELP NOW. DON'T TRY TO TRAVEL"));
  expect(terminal.transcript()).not.toMatch(words('Go to the nearest emergency department'));
});

describe.concurrent('under 16', () => {
  const underSixteen = [...ORDINARY.slice(0, CHECKLISTS), '1'];

  test('ends the questions and names a doctor', async ({ open }) => {
    const terminal = open(['triage']);
    await answer(terminal, underSixteen);
    await terminal.waitFor(words('See a doctor: this tool is for people aged 16 and over'));
    await terminal.waitFor(/Next: [^]*doctor/);
  });

  test('offers neither ice nor stretches, nor the questions that are left', async ({ open }) => {
    const terminal = open(['triage']);
    await answer(terminal, underSixteen);
    await terminal.waitFor('Why: Under 16');
    await terminal.waitFor('Enter');
    expect(terminal.transcript()).not.toMatch(/\bice\b|heat|stretch/i);
    expect(terminal.screen()).not.toContain('answer the rest');
  });
});
