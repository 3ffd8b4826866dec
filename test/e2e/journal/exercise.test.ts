import { afterEach, describe, expect, it } from 'vitest';
import { isoDay } from '../harness/midday.ts';
import { closeTerminals } from '../terminal.ts';
import { forgetPeople, newPerson } from './person.ts';

afterEach(async () => {
  await closeTerminals();
  forgetPeople();
});

describe('unspasm exercise', () => {
  it('keeps what was done, for how long, when, and a note', async () => {
    const tom = newPerson();
    await tom.does(['exercise', 'swam', '30m', 'cold', 'water', '--at', 'yesterday 10:00']);
    expect(tom.entries()).toMatchObject([{ kind: 'exercise', activity: 'swim', minutes: 30, note: 'cold water' }]);
    expect(tom.entries()[0]!.at).toContain(`${isoDay(1)}T10:00`);
  });

  it('is what "log exercise" leads to', async () => {
    const tom = newPerson();
    const { entry } = await tom.document<{ entry: object }>(['log', 'exercise', 'tango', '1:15']);
    expect(entry).toMatchObject({ kind: 'exercise', activity: 'tango', minutes: 75 });
  });

  it('counts for the week, as a line and as a document', async () => {
    const tom = newPerson();
    await tom.does(['exercise', 'walk', 'half', 'an', 'hour']);
    await tom.does(['exercise', 'own:swimmng', '20']);
    const line = 'Exercise sessions this week: 2 of 3, 50 min (walking 30 min, swimmng 20 min)';
    expect(await tom.does(['exercise'])).toContain(line);
    expect((await tom.does(['today'])).replaceAll(/\s+/g, ' ')).toContain(line);
    expect(await tom.document(['exercise'])).toMatchObject({ exercise: { done: 2, goal: 3, minutes: 50 } });
    expect(await tom.does(['log', 'stats'])).toContain('walking: once, 30 min');
  });

  it.each([
    [['swim'], `"swim" doesn't say how long it was\n  say what you did and for how long`],
    [['swimmng', '20'], 'did you mean "swimming"?'],
    [['swim', '400m'], '"400m" could be metres'],
    [['swim', '30m', 'cold', '--note', 'warm'], 'the note was given twice'],
    [['--at', 'yesterday'], 'there is no exercise to log'],
    [['x'.repeat(61), '30m'], 'the exercise has more than 60 characters'],
    [['swim', '30m', 'yesterday'], '"yesterday" may be the time\n  use --at "yesterday"'],
    [['yoga', '1h', 'sat', '10:00'], '"sat 10:00" may be the time'],
    [['swim', 'yesterday', '30m'], '"yesterday" may be the time'],
    [['swim', '30m', 'tomorrow'], '"tomorrow" may be the time'],
    [['walk', '30-40', 'min'], `"walk 30-40 min" doesn't say one length`],
    [['many', 'half', 'hours', 'of', 'yoga'], "doesn't say"],
    [['swim', 'in', 'the', 'lake'], "doesn't say how long it was"],
  ])('refuses %j, and keeps nothing', async (args, message) => {
    const tom = newPerson();
    const { code, stderr } = await tom.run(['exercise', ...args]);
    expect({ code, text: tom.text() }).toEqual({ code: 2, text: '' });
    expect(stderr).toContain(message);
  });

  it('can be corrected, and only where it fits', async () => {
    const tom = newPerson();
    await tom.does(['exercise', 'swim', '30m']);
    const id = tom.entries()[0]!.id.slice(-5).toLowerCase();
    await tom.does(['log', 'edit', id, '--length', '1:15', '--activity', 'running']);
    expect(tom.entries()).toMatchObject([{ kind: 'exercise', activity: 'run', minutes: 75 }]);
    const pain = await tom.logs('6');
    const refused = await tom.run(['log', 'edit', pain, '--length', '30m']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--length is for an exercise or a session');
  });

  it('answers a question, and warning signs in it', async () => {
    const asked = await newPerson().run(['exercise', 'is', 'it', 'good', 'for', 'my', 'back']);
    expect(asked).toMatchObject({ code: 0, stderr: 'unspasm: nothing was logged\n' });
    const numb = await newPerson().run(['exercise', 'my', 'leg', 'is', 'numb', 'since', 'yesterday']);
    expect(numb.stdout).toMatch(/numb/i);
    expect(numb.stdout).toMatch(/emergency department/i);
  });

  it('answers a warning sign even in words that it refuses', async () => {
    const tom = newPerson();
    const { code, stdout, stderr } = await tom.run(['exercise', 'walk', '10', 'my', 'left', 'leg', 'is', 'numb']);
    expect({ code, text: tom.text() }).toEqual({ code: 2, text: '' });
    expect(stdout).toMatch(/emergency department/i);
    expect(stderr).toContain('may not be minutes');
  });

  it('asks on a terminal whether a time among its words is when it was', async () => {
    const tom = newPerson();
    const terminal = tom.startTerminal(['exercise', 'swim', '30m', 'yesterday', '10:00']);
    await terminal.waitFor('Was the exercise then?');
    terminal.type('y');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(tom.entries()).toMatchObject([{ activity: 'swim', minutes: 30 }]);
    expect(tom.entries()[0]!.at).toContain(`${isoDay(1)}T10:00`);
    expect(tom.entries()[0]).not.toHaveProperty('note');
  });

  it('has a help page as a subcommand of log', async () => {
    expect(await newPerson().does(['log', 'exercise', '--help'])).toContain(
      'unspasm log exercise [words...] [options]',
    );
  });

  it('reads own words for warning signs, as it does a note', async () => {
    const tom = newPerson();
    const { stdout } = await tom.run(['exercise', 'walk', '10', "can't feel my left foot since this morning"]);
    expect(stdout).toMatch(/emergency department/i);
    expect(tom.entries()[0]!.signs).toEqual(['leg-numbness-weakness']);
  });

  it('on a terminal shows the week, and logs what is typed', async () => {
    const tom = newPerson();
    const terminal = tom.startTerminal(['exercise']);
    await terminal.waitFor('Exercise sessions this week: 0 of 3');
    terminal.type('l');
    await terminal.waitFor('for how long?');
    terminal.type('swim');
    terminal.press('enter');
    await terminal.waitFor("doesn't say how long it was");
    terminal.type('yoga 45 min');
    await terminal.waitFor('yoga 45 min');
    terminal.press('enter');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(tom.entries()).toMatchObject([{ kind: 'exercise', activity: 'yoga', minutes: 45 }]);
  });

  it('offers nothing on a terminal to somebody who has to get help first', async () => {
    const tom = newPerson();
    await tom.run(['log', '--note', "can't feel my left foot since this morning"]);
    const terminal = tom.startTerminal(['exercise']);
    await terminal.waitFor('possible warning sign');
    expect(terminal.screen()).not.toContain('Core exercises');
    terminal.type('q');
    await terminal.exited();
  });
});

describe('what helped', () => {
  it('is not nothing and something', async () => {
    const tom = newPerson();
    const { code, stderr } = await tom.run(['log', '5', '--helped', 'nothing', '--helped', 'ice']);
    expect({ code, text: tom.text() }).toEqual({ code: 2, text: '' });
    expect(stderr).toContain("--helped can't be nothing and ice");
  });
});

describe('own words', () => {
  it('that are close to another word for a known one are named by that word', async () => {
    const { code, stderr } = await newPerson().run(['log', '5', '--trigger', 'siting']);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('did you mean "sitting"?') as string,
    });
  });

  it('are kept for places, triggers and what helped, and other words are understood', async () => {
    const tom = newPerson();
    const said = await tom.does([
      'log',
      '6',
      '--trigger',
      'sitting,long drive',
      '--helped',
      'my cat',
      '--area',
      'left leg;my knee',
    ]);
    expect(tom.entries()).toMatchObject([
      { triggers: ['posture', 'long drive'], helped: ['my cat'], areas: ['left-leg', 'my knee'] },
    ]);
    expect(said.replace(/\s+/g, ' ')).toContain('my knee');
  });

  it('that are used already are no misspelling, and Tab offers them', async () => {
    const tom = newPerson();
    await tom.does(['log', '6', '--trigger', 'own:fitting']);
    await tom.does(['log', '5', '--trigger', 'Fitting,Long drive']);
    await tom.does(['log', '4', '--trigger', 'long  DRIVE']);
    expect(tom.entries().flatMap(({ triggers = [] }) => triggers)).toEqual([
      'Long drive',
      'fitting',
      'Long drive',
      'fitting',
    ]);
  });

  it('are read for warning signs when an entry is made, and when it is changed', async () => {
    const tom = newPerson();
    const { stdout } = await tom.run(['log', '6', '--area', 'numb between my legs']);
    expect(stdout).toMatch(/emergency department/i);
    expect(tom.entries()[0]!.signs).toEqual(['ces-saddle']);
    const id = await tom.logs('5');
    await tom.run(['log', 'edit', id, '--helped', 'nothing, I want to end my life']);
    expect(tom.entries()[0]!.signs).toHaveLength(1);
  });

  it('are what today quotes where they mention a warning sign', async () => {
    const tom = newPerson();
    const { stdout, stderr } = await tom.run(['log', '5', '--area', 'left arm']);
    expect(stdout + stderr).toContain('"left arm" (Chest pain');
    const page = (await tom.does(['today'])).replace(/\s+/g, ' ');
    expect(page).toMatch(/Your entry from .*, mentions a possible warning sign: "left arm" \(/);
  });

  it('that are close to a known one are asked about on a terminal', async () => {
    const tom = newPerson();
    const terminal = tom.startTerminal(['log', '6', '--trigger', 'liftng']);
    await terminal.waitFor('Do you mean "heavy lifting');
    terminal.type('y');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    const again = tom.startTerminal(['log', '6', '--trigger', 'liftng']);
    await again.waitFor('Do you mean "heavy lifting');
    again.type('n');
    expect(await again.exited()).toEqual({ code: 0, signal: null });
    expect(new Set(tom.entries().flatMap(({ triggers = [] }) => triggers))).toEqual(new Set(['lifting', 'liftng']));
  });
});

describe('medicines', () => {
  it('are named by today with their age, several and without an amount', async () => {
    const tom = newPerson();
    await tom.does(['log', '--medicine', 'ibuprofen 400 mg', '--at', '190m ago']);
    await tom.does(['log', '5', '--medicine', 'paracetamol', '--medicine', 'omeprazole', '--at', '25m ago']);
    const page = (await tom.does(['today'])).replace(/\s+/g, ' ');
    expect(page).toContain('Taken: paracetamol, 25 min ago; omeprazole, 25 min ago; ibuprofen, 3 h 10 min ago');
    expect(page).not.toContain('400');
    expect(await tom.document(['today'])).toMatchObject({
      medicines: [{ name: 'paracetamol' }, { name: 'omeprazole' }, { name: 'ibuprofen' }],
    });
  });
});
