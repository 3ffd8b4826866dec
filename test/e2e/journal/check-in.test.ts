import { afterEach, describe, expect, it } from 'vitest';
import { isoDay } from '../harness/midday.ts';
import { closeTerminals } from '../terminal.ts';
import { forgetPeople, newPerson, type Person } from './person.ts';

const PAIN = 'How is your back now';
const MARKS = 'Which of these happened yesterday or today?';
const PAGE = /current episode|of this episode/;

afterEach(async () => {
  await closeTerminals();
  forgetPeople();
});

/** Opens today, and waits for what it shows first. */
async function openToday(person: Person, first: string | RegExp) {
  const terminal = person.startTerminal(['today']);
  await terminal.waitFor(first);
  return terminal;
}

describe('the check-in of the day', () => {
  it('keeps a rating and what was marked, with a key each, and then shows the page', async () => {
    const tom = newPerson();
    const terminal = await openToday(tom, PAIN);
    expect(terminal.screen()).toContain('unspasm config set check-in off');
    terminal.type('0');
    await terminal.waitFor(MARKS);
    terminal.type('1');
    await terminal.waitFor(/Marked: sitting/);
    terminal.type('2');
    await terminal.waitFor(/a bad\s+night\./);
    terminal.type('2');
    await terminal.waitFor(/long\s+time\.\s/);
    terminal.press('enter');
    await terminal.waitFor(PAGE);
    terminal.type('q');
    await terminal.exited();
    expect(tom.entries()).toMatchObject([
      { kind: 'pain', pain: 0, marks: ['posture'], askedMarks: ['posture', 'bad-night', 'stress', 'exercise'] },
    ]);
    expect(await tom.does(['log', 'list'])).toContain('pain 0; since the day before: sitting or standing');
  });

  it.each(['enter', 'escape'] as const)(
    'keeps "none of these", but no silence where %s skipped the marks',
    async (key) => {
      const [none, skipped] = [newPerson(), newPerson()];
      const one = await openToday(none, PAIN);
      one.type('1');
      await one.waitFor(MARKS);
      one.type('0');
      await one.waitFor(PAGE);
      expect(none.entries()).toMatchObject([{ pain: 1, marks: [], askedMarks: expect.any(Array) as string[] }]);
      const other = await openToday(skipped, PAIN);
      other.type('1');
      await other.waitFor(MARKS);
      other.press(key);
      await other.waitFor(PAGE);
      expect(skipped.entries()).toHaveLength(1);
      expect(skipped.entries()[0]).not.toHaveProperty('askedMarks');
      expect(skipped.entries()[0]).not.toHaveProperty('marks');
    },
  );

  it('is asked once a day, also when it was skipped', async () => {
    const tom = newPerson();
    const terminal = await openToday(tom, PAIN);
    terminal.press('enter');
    await terminal.waitFor(PAGE);
    terminal.type('q');
    await terminal.exited();
    expect(tom.text()).toBe('');
    expect((await openToday(tom, PAGE)).transcript()).not.toContain(PAIN);
  });

  it('is not asked when something was logged today, but is after an entry of yesterday', async () => {
    const tom = newPerson();
    await tom.does(['log', '0', '--at', 'yesterday 08:00']);
    const terminal = await openToday(tom, PAIN);
    terminal.press('ctrl+c');
    await terminal.exited();
    const anna = newPerson();
    await anna.does(['log', '0']);
    expect((await openToday(anna, PAGE)).transcript()).not.toContain(PAIN);
  });

  it('is not asked once it is turned off, nor of somebody with a warning sign, nor in a pipe', async () => {
    const tom = newPerson();
    expect(await tom.does(['today'])).not.toContain(PAIN);
    await tom.does(['config', 'set', 'check-in', 'off']);
    expect((await openToday(tom, PAGE)).transcript()).not.toContain(PAIN);
    const anna = newPerson();
    await anna.run(['log', '--at', 'yesterday 08:00', '--note', "can't feel my left foot since this morning"]);
    expect((await openToday(anna, 'possible warning sign')).transcript()).not.toContain(PAIN);
  });

  it('keeps the rating and the marks when it is left, once', async () => {
    const tom = newPerson();
    const terminal = await openToday(tom, PAIN);
    terminal.type('3');
    await terminal.waitFor(MARKS);
    terminal.type('3');
    await terminal.waitFor(/Marked: stress/);
    terminal.press('ctrl+c');
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(terminal.screen()).toContain('Saved what you answered: pain 3');
    expect(tom.entries()).toMatchObject([{ pain: 3, marks: ['stress'] }]);
    expect(tom.text().trim().split('\n')).toHaveLength(1);
  });

  it('asks in plain lines for a screen reader', async () => {
    const tom = newPerson({ ACCESSIBLE: '1' });
    const terminal = tom.startTerminal(['today'], { rows: 60 });
    await terminal.waitFor(PAIN);
    terminal.type('2\r');
    await terminal.waitFor(MARKS);
    terminal.type('4\r');
    await terminal.waitFor('Marked: exercise');
    terminal.type('\r');
    await terminal.waitFor(PAGE);
    expect(terminal.transcript().replace(/\s+/g, ' ')).toContain(
      'To count your exercise for this week, run: unspasm exercise',
    );
    expect(tom.entries()).toMatchObject([{ pain: 2, marks: ['exercise'] }]);
  });

  it('is in the statistics, beside the days', async () => {
    const tom = newPerson();
    await tom.does(['log', '6', '--trigger', 'sitting', '--at', 'yesterday 08:00']);
    const terminal = await openToday(tom, PAIN);
    terminal.type('0');
    await terminal.waitFor(MARKS);
    terminal.type('0');
    await terminal.waitFor(PAGE);
    const said = (await tom.does(['log', 'stats'])).replace(/\s+/g, ' ');
    expect(said).toContain('1 of 1 spasm; 0 of 1 day (too few to compare: 5 spasms and 14 days are needed)');
    expect(await tom.document(['log', 'stats'])).toMatchObject({
      spasms: [{ id: 'posture', spasms: { with: 1, of: 1 }, days: { with: 0, of: 1 }, isComparable: false }],
      days: [{ date: isoDay(1) }, { date: isoDay(0), ratings: [0] }],
    });
  });
});
