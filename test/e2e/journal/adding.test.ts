import { afterEach, describe, expect, it } from 'vitest';
import { isoDay, OFFSET, spokenDay, ZONE } from '../harness/midday.ts';
import { forgetPeople, newPerson } from './person.ts';

afterEach(forgetPeople);

describe('an entry on one line', () => {
  it('is kept with all that is said, and echoed as understood', async () => {
    const anna = newPerson();
    const line = ['6', 'after lifting the crate', '--trigger', 'lifting', '--area', 'lower', '--at', 'yesterday 18:30'];
    const echo = await anna.does(['log', ...line]);
    const [entry] = anna.entries();
    expect(echo).toBe(
      `Logged for ${spokenDay(1)} 18:30, yesterday: pain 6; lower back; trigger: heavy lifting, or doing too much; ` +
        `"after lifting the crate" [${entry!.id.slice(-5).toLowerCase()}]\n`,
    );
    expect(entry).toMatchObject({
      v: 1,
      op: 'put',
      kind: 'pain',
      at: `${isoDay(1)}T18:30:00${OFFSET}`,
      tz: ZONE,
      pain: 6,
      areas: ['lower'],
      triggers: ['lifting'],
      note: 'after lifting the crate',
    });
  });

  it('takes several of a kind, one by one or with commas', async () => {
    const anna = newPerson();
    await anna.does([
      'log',
      '4',
      '--area',
      'lower,left-leg',
      '--helped',
      'ice',
      '--helped',
      'Rest',
      '--medicine',
      'ibuprofen',
    ]);
    expect(anna.entries()[0]).toMatchObject({
      areas: ['lower', 'left-leg'],
      helped: ['ice', 'rest'],
      medicine: 'ibuprofen',
    });
  });

  it.each([
    [['0'], { kind: 'pain', pain: 0 }],
    [['10'], { kind: 'pain', pain: 10 }],
    [['7', '--note', 'worse'], { kind: 'pain', pain: 7, note: 'worse' }],
    [['--note', 'slept badly'], { kind: 'note', note: 'slept badly' }],
    [['--medicine', 'paracetamol'], { kind: 'medicine', medicine: 'paracetamol' }],
    [['5', '-5 degrees outside'], undefined],
    [['5', '--', '-5 degrees outside'], { pain: 5, note: '-5 degrees outside' }],
    [['5', 'worse', 'when', 'I', 'turn'], { pain: 5, note: 'worse when I turn' }],
    [['5', 'list'], { pain: 5, note: 'list' }],
  ])('log %j', async (args, entry) => {
    const anna = newPerson();
    const { code } = await anna.run(['log', ...args]);
    expect(code).toBe(entry ? 0 : 2);
    expect(anna.entries()).toMatchObject(entry ? [entry] : []);
  });

  it('is echoed as a document when that is asked for', async () => {
    const anna = newPerson();
    const { entry } = await anna.document<{ entry: object }>(['log', '6', 'x', '--at', 'yesterday 18:30']);
    expect(entry).toMatchObject({ kind: 'pain', pain: 6, note: 'x', at: `${isoDay(1)}T18:30:00${OFFSET}` });
    expect(entry).toHaveProperty('id', anna.entries()[0]!.id);
  });

  it('is about now when no time is said', async () => {
    const anna = newPerson();
    const before = Math.floor(Date.now() / 1000) * 1000;
    await anna.does(['log', '6']);
    const at = Date.parse(anna.entries()[0]!.at);
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
  });

  it('keeps the offset and the name of the zone it was made in', async () => {
    const anna = newPerson({ TZ: 'Asia/Kathmandu' });
    await anna.does(['log', '6', '--at', 'yesterday 18:30']);
    expect(anna.entries()[0]).toMatchObject({ tz: 'Asia/Kathmandu', at: expect.stringMatching(/T18:30:00\+05:45$/) });
  });
});

describe('a note', () => {
  it('is read from standard input', async () => {
    const anna = newPerson();
    const echo = await anna.does(['log', '6', '--note', '-'], { input: '  not for the history\nof my shell ä 😀\n' });
    expect(echo).toContain('"not for the history of my shell ä 😀"');
    expect(anna.entries()[0]!.note).toBe('not for the history\nof my shell ä 😀');
  });

  it('is never dropped when there are two', async () => {
    const anna = newPerson();
    const { code } = await anna.run(['log', '6', 'one', '--note', 'other']);
    const note = anna.entries()[0]?.note ?? '';
    expect(code === 2 || (note.includes('one') && note.includes('other')), `exit ${code}, kept "${note}"`).toBe(true);
  });

  it.each([
    ['a note', (evil: string) => ['6', `${evil}note`]],
    ['a medicine', (evil: string) => ['--medicine', `${evil}pill`]],
  ])('or what else is typed cannot steer the terminal: %s', async (_what, said) => {
    const anna = newPerson();
    const evil = '\u001B]0;owned\u0007\u001B[31m\u009B2J\u202E';
    const id = await anna.logs(...said(evil));
    let shown = '';
    for (const args of [['list'], ['show', id], ['edit', id, '--at', '1h ago'], ['remove', id], ['undo']]) {
      shown += await anna.does(['log', ...args]);
    }
    expect(shown).toContain('owned');
    expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
  });
});

describe('no entry is made, and what is right is said', () => {
  const TRIGGERS =
    'movement, lifting, posture, stress, dehydration, knock, accident, gradual, out-of-the-blue, unknown';

  it.each([
    [
      ['lst'],
      '"lst" isn\'t a pain rating (did you mean "list"?)\n  use a whole number from 0 to 10, or --note for words alone; for help, run: unspasm help log',
    ],
    [['udno'], '"udno" isn\'t a pain rating (did you mean "undo"?)\n  use a whole number from 0 to 10'],
    [['11'], '"11" isn\'t a pain rating\n  use a whole number from 0 to 10'],
    [['6.5'], '"6.5" isn\'t a pain rating\n  use a whole number from 0 to 10'],
    [['many'], '"many" isn\'t a pain rating'],
    [[''], '"" isn\'t a pain rating'],
    [['-1'], '-1 is less than 0\n  use 0 or more; for help, run: unspasm help log'],
    [['list', '3'], "too many arguments for 'list'. Expected 0 arguments but got 1."],
    [
      ['3', '--trigger', 'liftin'],
      `--trigger can't be "liftin" (did you mean "lifting"?)\n  use one of these: ${TRIGGERS}`,
    ],
    [['3', '--area', 'lowr'], '--area can\'t be "lowr" (did you mean "lower"?)\n  use one of these: lower, middle,'],
    [['3', '--trigger', 'x'.repeat(61)], '--trigger has more than 60 characters\n  use a few words'],
    [['3', '--helped', 'ice,heta'], '--helped can\'t be "heta" (did you mean "heat"?)\n  use one of these: ice, heat,'],
    [
      ['--area', 'lower'],
      'an entry needs a pain rating, a medicine or a note\n  add one of them, for example: unspasm log 6 "a note"',
    ],
    [['--note', ''], 'an entry needs a pain rating, a medicine or a note'],
    [['3', '--at', 'soon'], `"soon" isn't a time that unspasm can read`],
    [['3', '--at', '3/4'], '"3/4" could be two different dates\n  say which one: 3 April or 4 March'],
    [['3', '--at', '2999-01-01'], '"2999-01-01" is in the future\n  use a time such as now'],
    [['3', '--at', ''], '--at is empty\n  give it a value, or leave it out'],
    [['3', '--colour'], "unknown option '--colour'"],
  ])('log %j', async (args, message) => {
    const anna = newPerson();
    const { code, stdout, stderr } = await anna.run(['log', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`unspasm: ${message}`);
    expect(anna.text()).toBe('');
  });

  it.each([
    [['11'], 'bad-pain'],
    [['3', '--trigger', 'liftin'], 'unknown-trigger'],
    [['3', '--at', 'soon'], 'bad-time'],
    [['list', '--count', '0'], 'bad-count'],
    [['list', '--kind', 'pains'], 'unknown-kind'],
    [['edit', 'zzzzz'], 'no-change'],
  ])('as a document: log %j --json', async (args, code) => {
    const outcome = await newPerson().run(['log', ...args, '--json']);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(JSON.parse(outcome.stderr)).toMatchObject({ error: { code, message: expect.any(String) } });
  });

  it('when standard input is empty for --note -', async () => {
    const anna = newPerson();
    expect((await anna.run(['log', '--note', '-'])).code).toBe(2);
    expect(anna.text()).toBe('');
  });

  it.each([
    ["isn't UTF-8", 'R\uFFFDcken'],
    ['too long to save', 'a'.repeat(100_000)],
  ])('when the note on standard input is %s', async (why, input) => {
    const anna = newPerson();
    const { code, stderr } = await anna.run(['log', '6', '--note', '-'], { input });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(why) });
    expect(anna.text()).toBe('');
  });
});
