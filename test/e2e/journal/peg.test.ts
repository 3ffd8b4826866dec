import { afterEach, describe, expect, it } from 'vitest';
import { closeTerminals } from '../terminal.ts';
import { spokenDay } from '../harness/midday.ts';
import { forgetPeople, newPerson } from './person.ts';

const ITEMS = ['how bad was the pain', 'enjoying life', 'usual activities'];

afterEach(async () => {
  await closeTerminals();
  forgetPeople();
});

async function logs(anna: ReturnType<typeof newPerson>) {
  const terminal = anna.startTerminal(['log']);
  await terminal.waitFor('How bad is the pain now');
  terminal.type('3');
  for (const screen of [
    'Where does it hurt?',
    'What set it off?',
    'What has helped?',
    'Did it stop you',
    'add a note?',
  ]) {
    await terminal.waitFor(screen);
    terminal.press('enter');
  }
  return terminal;
}

describe('unspasm log peg', () => {
  it('keeps three numbers, and says what they come to and came to before', async () => {
    const anna = newPerson();
    await anna.does(['log', 'peg', '6', '5', '5', '--at', 'yesterday 10:00']);
    expect(await anna.does(['log', 'peg', '4', '3', '3'])).toMatch(
      `PEG 3.3, the past week: pain 4, enjoyment 3, activity 3; it was 5.3 on ${spokenDay(1)} 10:00, yesterday\nThe PEG scale, in our own words\nSource: `,
    );
    expect(anna.entries()).toMatchObject([
      { kind: 'peg', peg: [4, 3, 3] },
      { kind: 'peg', peg: [6, 5, 5] },
    ]);
  });

  it('compares with the one before its own time', async () => {
    const anna = newPerson();
    await anna.does(['log', 'peg', '6', '5', '5', '--at', 'yesterday 10:00']);
    expect(await anna.does(['log', 'peg', '4', '3', '3', '--at', '2026-01-05 10:00'])).not.toContain('it was');
    expect(await anna.does(['log', 'list'])).toContain('PEG 3.3, the past week: pain 4');
  });

  it.each([
    [['6', '5'], 'the PEG scale needs three numbers, not 2'],
    [['6', '5', '11'], 'activity can\'t be "11"'],
  ])('refuses %j', async (numbers, message) => {
    const anna = newPerson();
    const { code, stderr } = await anna.run(['log', 'peg', ...numbers]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(anna.text()).toBe('');
  });

  it('asks on a terminal, and goes back', async () => {
    const anna = newPerson();
    const terminal = anna.startTerminal(['log', 'peg']);
    const on = async (screen: string, key: string) => {
      await terminal.waitFor(screen);
      if (key === 'left') terminal.press('left');
      else terminal.type(key);
    };
    await on(ITEMS[0]!, '6');
    await on(ITEMS[1]!, 'left');
    await on(ITEMS[0]!, '7');
    await on(ITEMS[1]!, '10');
    await on(ITEMS[2]!, '0');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(anna.entries()).toMatchObject([{ peg: [7, 10, 0] }]);
    expect(await terminal.leftovers()).toEqual([]);
  });

  it('says how to give the numbers where nothing can be asked', async () => {
    const { code, stderr } = await newPerson().run(['log', 'peg', '--no-input']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('unspasm log peg 6 5 7')]);
  });
});

describe('after an entry', () => {
  it('the questions are offered when they are due, and a "no" holds', async () => {
    const anna = newPerson();
    for (const day of ['2026-01-05', '2026-01-06']) await anna.does(['log', '5', '--at', `${day} 10:00`]);
    const asked = await logs(anna);
    await asked.waitFor('three questions about the past week');
    asked.press('enter');
    expect(await asked.exited()).toEqual({ code: 0, signal: null });
    const unasked = await logs(anna);
    expect(await unasked.exited()).toEqual({ code: 0, signal: null });
    expect(unasked.screen()).not.toContain('Three questions');
    expect(anna.entries().filter(({ kind }) => kind === 'peg')).toEqual([]);
  });
});

describe('a limited day', () => {
  it('is kept, changed and shown', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', '--limited');
    expect(anna.entries()).toMatchObject([{ limited: true }]);
    expect(await anna.does(['log', 'list'])).toContain("couldn't do what I wanted");
    await anna.does(['log', 'edit', id, '--no-limited']);
    expect(anna.entries()).toMatchObject([{ limited: false }]);
  });

  it('is no entry by itself', async () => {
    const { code, stderr } = await newPerson().run(['log', '--limited']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('an entry needs a pain rating, a medicine or a note')]);
  });
});
