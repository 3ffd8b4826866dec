import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { entry, fileText } from '../../journal/lines.ts';
import { isoDay, isoHere, OFFSET, spokenDay } from '../harness/midday.ts';
import { forgetPeople, newPerson, type Person, writeOwn } from './person.ts';

const ORDINARY =
  '{"signs":[],"age":"20-44","onset":"1-3-days","pain":6,"course":"same","earlier":"never","trigger":"lifting"}';

/** Answers triage for somebody. */
const check = (person: Person, input: string) => person.does(['triage', '--answers', '-'], { input });

interface TodayDocument {
  readonly unseen: { level: string } | null;
  readonly episode: { start: string; day: number; phase: string } | null;
  readonly pains: { pain: number }[];
  readonly next: { id: string; text: string; command?: string } | null;
}

const documentOf = (person: Person) => person.document<TodayDocument>(['today']);

afterEach(forgetPeople);

describe('today, without an episode', () => {
  it('says what keeps it so, the exercise of this week, and what comes next', async () => {
    const stdout = await newPerson().does(['today']);
    expect(stdout).toMatch(/^\nYour journal shows no current episode\.\n\nWalk, swim, cycle or do core exercises/);
    expect(stdout).toMatch(
      /\n○ ○ ○ {2}Exercise sessions this week: 0 of 3\nCore exercises: level 1 of 6\nWalking: 5 min/,
    );
    expect(stdout).toMatch(/\nNext: core exercises at level 1 \(unspasm stretch core\)\nTip: When you sit/);
  });

  it('writes boxes in ASCII, and none for a screen reader', async () => {
    expect(await newPerson().does(['today', '--ascii'])).toContain(
      '\n[ ] [ ] [ ]  Exercise sessions this week: 0 of 3\n',
    );
    expect(await newPerson().does(['today', '--accessible'])).toContain('\nExercise sessions this week: 0 of 3\n');
  });

  it('names somebody to ask first, where their health calls for it', async () => {
    const anna = newPerson();
    const profile = { applies: ['fragile-bones', 'sixty'], asked: [], at: {} };
    writeOwn(join(anna.state, 'profile.json'), JSON.stringify({ profile }));
    const stdout = await anna.does(['today']);
    expect(stdout).toContain('Your bones are fragile.');
    expect(stdout).not.toContain('60 or over');
  });

  it('is a document that says so', async () => {
    expect(await documentOf(newPerson())).toEqual({
      schemaVersion: 1,
      unseen: null,
      heard: null,
      episode: null,
      ended: null,
      pains: [],
      ahead: [],
      sessions: [],
      next: { id: 'core', text: 'core exercises at level 1', command: 'unspasm stretch core' },
      applications: [
        { therapy: 'ice', doneToday: 0, allowedFrom: null },
        { therapy: 'heat', doneToday: 0, allowedFrom: null },
      ],
      medicines: [],
      exercise: { done: 0, goal: 3, minutes: 0, activities: [] },
    });
  });
});

describe('today, in an episode, and the doctor', () => {
  const later = ORDINARY.replace('1-3-days', '4-14-days');

  it('says what would be a reason to see one, where the check named none', async () => {
    const anna = newPerson();
    await check(anna, ORDINARY);
    expect(await anna.does(['today'])).toContain('\nSee a doctor or physiotherapist if it hasn');
  });

  it.each([
    ['["one-leg-pain"]', 'See a doctor or a physiotherapist in the next few days.'],
    ['["night-rest"]', 'Get medical advice today, within 24 hours.'],
  ])('names whom to see after a check with %s, until log seen', async (signs, headline) => {
    const anna = newPerson();
    await check(anna, ORDINARY.replace('[]', signs));
    const said = (await anna.does(['today'])).replaceAll(/\s+/g, ' ');
    expect(said).toContain(`Going by your last warning-sign check: ${headline}`);
    await anna.does(['log', 'seen']);
    expect(await anna.does(['today'])).not.toContain('Going by');
  });

  it.each(['["chest-pain"]', '["fever"]'])('lists %s again after log seen: it may come back', async (signs) => {
    const anna = newPerson();
    await check(anna, ORDINARY.replace('[]', signs));
    await anna.does(['log', 'seen']);
    expect(await anna.does(['today'])).toMatch(
      /straight away:\n[^]*• Fever, or weight loss [^]*• Chest or tearing pain/,
    );
  });

  it.each(['["night-rest"]', '["chest-pain"]'])(
    'speaks against heat until somebody has been seen, and no longer: %s',
    async (signs) => {
      const anna = newPerson();
      await check(anna, later.replace('[]', signs));
      const heat = async () => (await anna.run(['plan'])).stdout;
      expect(await heat()).toMatch(/[Uu]ntil\s+you\s+have\s+been\s+seen/);
      await anna.does(['log', 'seen']);
      expect(await heat()).not.toMatch(/[Uu]ntil\s+you\s+have\s+been\s+seen/);
    },
  );
});

/** What `today` says after a check of which this version knows no sign. */
async function afterForeignCheck(level: string): Promise<string> {
  const anna = newPerson();
  await anna.does(['log', '5']);
  const said = { signs: ['no-such-sign'], unsure: ['nor-such'], answers: { onset: 'never' } };
  appendFileSync(anna.file, fileText([entry(isoHere(Date.now()), { kind: 'triage', level, ...said })]));
  return (await anna.does(['today'])).replace(/\s+/g, ' ');
}

describe('today, after a check by another version', () => {
  it('keeps what it said, though its signs are not known here', async () => {
    expect(await afterForeignCheck('ambulance')).toMatch(/^ \S+ ┃ CALL AN AMBULANCE NOW .*You were told this on/);
    expect(await afterForeignCheck('emergency')).toMatch(
      /^ \S+ ┃ GO TO AN EMERGENCY DEPARTMENT NOW .*You were told this on/,
    );
  });

  it('passes over signs that are not known here', async () => {
    expect(await afterForeignCheck('self-care')).toContain('Day 1 of this episode');
  });
});

describe('today, in an episode', () => {
  it('says the day, the pain so far, what may be done, what comes next, and the signs that change everything', async () => {
    const anna = newPerson();
    await anna.does(['log', '8', '--at', 'yesterday 08:00']);
    await anna.does(['log', '3', '--at', 'yesterday 20:00']);
    const stdout = await anna.does(['today']);
    expect(stdout).toContain('Day 2 of this episode (the first days)');
    expect(stdout).toContain('Pain: ▇▃  3, yesterday at 20:00; down 5 from 8');
    expect(stdout).toContain('Ice: not yet today.\nHeat: not yet today.\n');
    expect(stdout).toContain('Next: ');
    expect(stdout).toMatch(/If any of these starts, get help straight away:\n( {2}• .+\n( {4}.+\n)?)+$/);
  });

  it('is the same as a document', async () => {
    const anna = newPerson();
    await anna.does(['log', '8', '--at', 'yesterday 08:00']);
    const document = await documentOf(anna);
    expect(document).toMatchObject({
      unseen: null,
      episode: { start: `${isoDay(1)}T08:00:00${OFFSET}`, day: 2, phase: 'early' },
      pains: [{ at: `${isoDay(1)}T08:00:00${OFFSET}`, pain: 8 }],
      next: { id: expect.any(String), text: expect.any(String), command: expect.stringMatching(/^unspasm \w+$/) },
    });
  });

  it('calls a change of less than 2 about the same', async () => {
    const anna = newPerson();
    await anna.does(['log', '5', '--at', 'yesterday 08:00']);
    await anna.does(['log', '4', '--at', 'yesterday 20:00']);
    expect(await anna.does(['today'])).toContain('4, yesterday at 20:00; about the same as the first rating (5)');
    await anna.does(['log', '7', '--at', 'yesterday 21:00']);
    expect(await anna.does(['today'])).toContain('7, yesterday at 21:00; up 2 from 5');
  });

  it('counts from the onset that triage was told', async () => {
    const anna = newPerson();
    await check(anna, ORDINARY);
    const { episode, pains } = await documentOf(anna);
    expect(episode).toMatchObject({
      start: expect.stringContaining(isoDay(2)),
      onset: '1-3-days',
      day: 3,
      phase: 'early',
    });
    expect(await anna.does(['today'])).toContain('About day 3 of this episode (the first days)');
    expect(pains).toMatchObject([{ pain: 6 }]);
  });

  it('counts from the time that was typed, to the day', async () => {
    const anna = newPerson();
    await check(anna, ORDINARY.replace('"1-3-days"', '"yesterday at 18:30"'));
    const { episode } = await documentOf(anna);
    expect(episode).toMatchObject({ start: expect.stringContaining(`${isoDay(1)}T18:30`), onset: 'yesterday', day: 2 });
    expect(await anna.does(['today'])).toContain('Day 2 of this episode (the first days)');
  });

  it('has no therapy as the next step that has to wait for its pause', async () => {
    const anna = newPerson();
    await check(anna, ORDINARY.replace('"1-3-days"', '"today"'));
    expect(await documentOf(anna)).toMatchObject({ next: { command: 'unspasm ice' } });
    const table = `kind,at,therapy,minutes,ended\nsession,${isoHere(Date.now() - 5 * 60_000)},ice,15,done\n`;
    await anna.does(['log', 'import', '-'], { input: table });
    expect(await anna.does(['today'])).toMatch(/Ice: once today\. You can use ice again from/);
    expect((await documentOf(anna)).next?.command).not.toBe('unspasm ice');
  });

  it('is over after a week without pain, says so, and the next spasm is day 1', async () => {
    const anna = newPerson();
    await anna.does(['log', '8', '--at', `${isoDay(20)} 08:00`]);
    await anna.does(['log', '3', '--at', `${isoDay(18)} 08:00`]);
    const stdout = (await anna.does(['today'])).replace(/\s+/g, ' ');
    expect(stdout).toContain(
      'counts as over: you logged no pain of 2 or more for 7 days. If it still hurts, run: unspasm log',
    );
    expect(await documentOf(anna)).toMatchObject({
      episode: null,
      ended: { start: expect.stringContaining(isoDay(20)), end: expect.stringContaining(isoDay(18)) },
    });
    await anna.does(['log', '7']);
    expect(await documentOf(anna)).toMatchObject({
      episode: { day: 1, phase: 'early' },
      ended: null,
      pains: [{ pain: 7 }],
    });
    expect(await anna.does(['today'])).toContain('Day 1 of this episode (the first days)');
  });

  it('is over when the user says so', async () => {
    const anna = newPerson();
    await anna.does(['log', '8', '--at', 'yesterday 08:00']);
    await anna.does(['log', 'resolved']);
    expect(await documentOf(anna)).toMatchObject({ episode: null, pains: [] });
  });

  it('is over when the pain was 0 for a day', async () => {
    const anna = newPerson();
    await anna.does(['log', '8', '--at', `${isoDay(5)} 08:00`]);
    await anna.does(['log', '0', '--at', '23h ago']);
    expect((await documentOf(anna)).episode).not.toBeNull();
    await anna.does(['log', 'undo']);
    await anna.does(['log', '0', '--at', '25h ago']);
    expect((await documentOf(anna)).episode).toBeNull();
  });
});

it('an entry that is ahead of now is named as odd wherever it is shown, and is never now', async () => {
  const anna = newPerson();
  await anna.does(['log', '6']);
  const ahead = entry(isoHere(Date.now() + 3 * 86_400_000), { pain: 1 });
  appendFileSync(anna.file, fileText([ahead]));
  const stdout = (await anna.does(['today'])).replace(/\s+/g, ' ');
  expect(stdout).toMatch(/6 now/);
  expect(stdout).toMatch(
    /One entry has a time in the future \(.*, in 3 days\).* run unspasm log edit \w{5} with --at\./,
  );
  expect(await documentOf(anna)).toMatchObject({ pains: [{ pain: 6 }], ahead: [{ id: ahead.id, at: ahead.at }] });
  for (const args of [
    ['log', 'list'],
    ['log', 'show', ahead.id],
  ]) {
    expect((await anna.does(args)).replace(/\s+/g, ' ')).toContain('(in the future: is that time right?)');
  }
});

describe('today, after a check that sent the user to get help', () => {
  it('says so first, until the user was seen; a later check that found less does not hide it', async () => {
    const anna = newPerson();
    await check(anna, '{"signs":["fever"]}');
    const reminder = new RegExp(
      `^[\\s┏━┓┃]+GO TO AN EMERGENCY DEPARTMENT NOW[^]*told this on ${spokenDay(0)} [^]*, today\\.`,
    );
    const first = await anna.does(['today']);
    expect(first).toMatch(reminder);
    expect(first.replaceAll(/\s+/g, ' ')).toContain('After a health professional has seen you, run: unspasm log seen');
    await check(anna, ORDINARY);
    expect(await anna.does(['today'])).toMatch(reminder);
    expect((await documentOf(anna)).unseen).toMatchObject({ level: 'emergency' });
    await anna.does(['log', 'seen']);
    expect(await anna.does(['today'])).not.toContain('You were told');
    expect((await documentOf(anna)).unseen).toBeNull();
  });

  it('names the number of the country that was named, and no guess', async () => {
    const anna = newPerson({ UNSPASM_COUNTRY: 'US' });
    await check(anna, '{"signs":["fever"]}');
    expect(await anna.does(['today'])).toMatch(/call\s+911 \(United States\)/);
  });

  it('says it again when "seen" is taken back', async () => {
    const anna = newPerson();
    await check(anna, '{"signs":["fever"]}');
    await anna.does(['log', 'seen']);
    await anna.does(['log', 'undo']);
    expect((await documentOf(anna)).unseen).toMatchObject({ level: 'emergency' });
  });

  it('keeps all that was answered', async () => {
    const anna = newPerson();
    await check(anna, ORDINARY.replace('[]', '["upper-back"]'));
    const { signs: _signs, ...values } = JSON.parse(ORDINARY) as Record<string, unknown>;
    expect(anna.entries()).toMatchObject([
      { kind: 'triage', level: 'urgent', signs: ['upper-back'], unsure: [], answers: values, notAsked: [], pain: 6 },
    ]);
    expect((await anna.does(['log', 'list'])).replace(/\s+/g, ' ')).toContain(
      'warning signs checked: get medical advice today, within 24 hours; pain 6',
    );
  });
});
