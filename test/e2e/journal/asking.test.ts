import { afterEach, describe, expect, it } from 'vitest';
import { closeTerminals, type Terminal } from '../terminal.ts';
import { isoDay } from '../harness/midday.ts';
import { PATIENCE_MS } from '../harness/patience.ts';
import { ORDINARY_ANSWERS } from '../support/triage.ts';
import { forgetPeople, newPerson, type Person, writeOwn } from './person.ts';

const PAIN = 'How bad is the pain now';
const REST = ['Where does it hurt?', 'What set it off?', 'What has helped?', 'Did it stop you', 'add a note?'];

/** Somebody who counts the keys that are pressed. */
class Keys {
  pressed = 0;
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** Waits for a screen, and presses a key on it. */
  async on(screen: string | RegExp, key: string | { press: 'enter' | 'left' | 'escape' }): Promise<void> {
    await this.#terminal.waitFor(screen);
    if (typeof key === 'string') this.#terminal.type(key);
    else this.#terminal.press(key.press);
    this.pressed += 1;
  }

  /** Answers a screen in words of one's own. */
  async words(screen: string, words: string): Promise<void> {
    await this.on(screen, 'w');
    await this.#terminal.waitFor('In your own words');
    this.#terminal.type(words);
    await this.#terminal.waitFor(words);
    this.#terminal.press('enter');
  }
}

const ENTER = { press: 'enter' } as const;
const LEFT = { press: 'left' } as const;
const ESCAPE = { press: 'escape' } as const;

function startLog(anna: Person, size = { columns: 80, rows: 24 }) {
  const terminal = anna.startTerminal(['log'], size);
  return { terminal, keys: new Keys(terminal) };
}

afterEach(async () => {
  await closeTerminals();
  forgetPeople();
});

describe.each([
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
])('unspasm log in a window of $columns × $rows', (size) => {
  it('keeps the pain within ten presses, Enter passing over the rest', async () => {
    const anna = newPerson();
    const { terminal, keys } = startLog(anna, size);
    await keys.on(PAIN, '6');
    for (const screen of REST) await keys.on(screen, ENTER);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(terminal.screen().replaceAll('\n', ' ')).toMatch(/^Logged for .+, today: pain 6 \[\w{5}\]$/);
    expect(await terminal.leftovers()).toEqual([]);
    expect(keys.pressed).toBeLessThanOrEqual(10);
    expect(anna.entries()).toEqual([
      expect.objectContaining({ kind: 'pain', pain: 6, at: expect.stringContaining(isoDay(0)) }),
    ]);
    expect(Object.keys(anna.entries()[0]!).toSorted()).toEqual(
      ['at', 'dev', 'id', 'kind', 'op', 'pain', 'rev', 'tz', 'v'].toSorted(),
    );
  });

  it('keeps what is chosen and typed', async () => {
    const anna = newPerson();
    const { terminal, keys } = startLog(anna, size);
    await keys.on(PAIN, '10');
    await keys.on(REST[0]!, '1');
    await keys.on(/Marked:\s+lower\s+back/, '6');
    await keys.on(/left\s+leg\. Press/, ENTER);
    await keys.on(REST[1]!, '2');
    await keys.on(REST[2]!, '7');
    await keys.on(/Marked:\s+nothing\s+so\s+far/, ENTER);
    await keys.on(REST[3]!, 'y');
    await terminal.waitFor(REST[4]!);
    terminal.type('a long day – ä 😀');
    await terminal.waitFor('😀');
    terminal.press('enter');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(anna.entries()).toMatchObject([
      {
        pain: 10,
        areas: ['lower', 'left-leg'],
        triggers: ['lifting'],
        helped: ['nothing'],
        limited: true,
        note: 'a long day – ä 😀',
      },
    ]);
  });
});

describe('unspasm log on a terminal', () => {
  it('goes back a screen at a time, from the last to the first', async () => {
    const anna = newPerson();
    const { terminal, keys } = startLog(anna);
    await keys.on(PAIN, '6');
    for (const screen of REST.slice(0, 4)) await keys.on(screen, ENTER);
    for (const screen of REST.toReversed()) await keys.on(screen, LEFT);
    await keys.on(PAIN, '3');
    await keys.on(REST[0]!, '3');
    await keys.on('upper back – yes', ENTER);
    for (const screen of REST.slice(1)) await keys.on(screen, ENTER);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(anna.entries()).toMatchObject([{ pain: 3, areas: ['upper'] }]);
  });

  it('keeps nothing when it is left before there is a rating', async () => {
    const anna = newPerson();
    const { terminal, keys } = startLog(anna);
    await keys.on(PAIN, ESCAPE);
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
    expect(anna.text()).toBe('');
  });

  it.each([1, 4])('keeps what was answered when it is left with Esc after %i answers', async (answers) => {
    const anna = newPerson();
    const { terminal, keys } = startLog(anna);
    const screens = [PAIN, ...REST];
    for (const screen of screens.slice(0, answers)) await keys.on(screen, screen === PAIN ? '6' : ENTER);
    await keys.on(screens[answers]!, ESCAPE);
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
    expect(terminal.screen()).toMatch(
      /^Saved what you answered: pain 6 \[\w{5}\]\. To undo it, run: unspasm log undo$/,
    );
    expect(anna.entries()).toMatchObject([{ kind: 'pain', pain: 6 }]);
    await anna.does(['log', 'undo']);
    expect(anna.entries()).toEqual([]);
  });

  it('takes nothing and something that helped for a change of mind', async () => {
    const anna = newPerson();
    const { terminal, keys } = startLog(anna);
    await keys.on(PAIN, '6');
    await keys.on(REST[0]!, ENTER);
    await keys.on(REST[1]!, ENTER);
    await keys.on(REST[2]!, '1');
    await keys.on(/Marked:\s+ice\./, '7');
    await keys.on(/Marked:\s+nothing\s+so\s+far\./, '2');
    await keys.on(/Marked:\s+heat\./, ESCAPE);
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(anna.entries()).toMatchObject([{ helped: ['heat'] }]);
  });

  it('keeps what is marked on the screen that is left', async () => {
    const anna = newPerson();
    const { terminal, keys } = startLog(anna);
    await keys.on(PAIN, '6');
    await keys.on(REST[0]!, '1');
    await keys.on(/Marked:\s+lower\s+back/, ESCAPE);
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(anna.entries()).toMatchObject([{ pain: 6, areas: ['lower'] }]);
  });

  it.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)(
    'keeps what was answered when it is ended by %s, once',
    async (signal) => {
      const anna = newPerson();
      const terminal = anna.startTerminal(['log'], { ownProcess: true });
      const keys = new Keys(terminal);
      await keys.on(PAIN, '6');
      await keys.on(REST[0]!, '1');
      await terminal.waitFor(/Marked:\s+lower\s+back/);
      await terminal.signal(signal);
      await terminal.exited();
      expect(anna.entries()).toMatchObject([{ pain: 6, areas: ['lower'] }]);
      expect(anna.text().trim().split('\n')).toHaveLength(1);
      expect(terminal.output()).toContain('Saved what you answered: pain 6; lower back');
    },
  );

  it.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)(
    'has the next command answer a warning sign in own words when it is ended by %s',
    async (signal) => {
      const anna = newPerson();
      const terminal = anna.startTerminal(['log'], { ownProcess: true });
      const keys = new Keys(terminal);
      await keys.on(PAIN, '6');
      await keys.words(REST[0]!, 'numb between my legs');
      await terminal.waitFor(/my\s+legs\. Press/);
      await terminal.signal(signal);
      await terminal.exited();
      expect(terminal.output()).toContain('not checked for warning signs');
      expect(anna.entries()[0]).not.toHaveProperty('signs');
      const today = await anna.does(['today']);
      expect(today).toMatch(/GO TO AN EMERGENCY DEPARTMENT[^]*possible warning sign/);
      expect(anna.entries()).toMatchObject([{ areas: ['numb between my legs'], signs: ['ces-saddle'] }]);
      expect(await anna.does(['today'])).not.toContain('GO TO AN EMERGENCY DEPARTMENT');
    },
  );

  it('answers a warning sign in own words even when it is left', async () => {
    const anna = newPerson();
    const { terminal, keys } = startLog(anna);
    await keys.on(PAIN, '6');
    await keys.words(REST[0]!, 'numb between my legs');
    await keys.on(/my\s+legs\. Press/, ESCAPE);
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(terminal.screen()).toMatch(/emergency department/i);
    expect(anna.entries()).toMatchObject([{ areas: ['numb between my legs'], signs: ['ces-saddle'] }]);
  });

  it('takes own words, offers them again, and knows what they may mean', async () => {
    const anna = newPerson();
    await anna.logs('5', '--trigger', 'my sofa');
    const { terminal, keys } = startLog(anna);
    await keys.on(PAIN, '6');
    await keys.on(REST[0]!, ENTER);
    await keys.words('x  my sofa', 'sitting');
    await keys.on(REST[2]!, ENTER);
    await keys.on(REST[3]!, LEFT);
    await keys.on(REST[2]!, LEFT);
    await keys.on(REST[1]!, 'x');
    for (const screen of REST.slice(2)) await keys.on(screen, ENTER);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(anna.entries()[0]).toMatchObject({ pain: 6, triggers: ['my sofa'] });
  });

  it('says the same as last time with one key', async () => {
    const anna = newPerson();
    await anna.does([
      'log',
      '5',
      '--area',
      'lower',
      '--trigger',
      'lifting',
      '--helped',
      'ice,my cat',
      '--at',
      '2h ago',
    ]);
    await anna.does(['log', '4', '--at', '1h ago']);
    const { terminal, keys } = startLog(anna);
    await keys.on(PAIN, '6');
    await terminal.waitFor(/as last time \(lower back; trigger: heavy lifting[^]*helped: ice, my cat/);
    await keys.on(REST[0]!, 's');
    await keys.on(REST[3]!, ENTER);
    await keys.on(REST[4]!, ENTER);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(anna.entries()[0]).toMatchObject({
      pain: 6,
      areas: ['lower'],
      triggers: ['lifting'],
      helped: ['ice', 'my cat'],
    });
  });

  it('has words at each number', async () => {
    const { terminal } = startLog(newPerson());
    // The last of them: a slow terminal shows a screen piece by piece.
    await terminal.waitFor('10  the worst imaginable');
    expect(terminal.screen()).toMatch(/ 0 {2}none\n.* 1 {2}barely there\n/);
  });

  it('takes nothing for pain but a number: Enter alone is none', async () => {
    const anna = newPerson();
    const { terminal } = startLog(anna);
    await terminal.waitFor(PAIN);
    terminal.press('enter');
    await terminal.waitFor('Press one of');
    expect(anna.text()).toBe('');
  });

  it('takes a note with keys that mean something elsewhere', async () => {
    const anna = newPerson();
    const { terminal, keys } = startLog(anna);
    await keys.on(PAIN, '0');
    for (const screen of REST.slice(0, 4)) await keys.on(screen, ENTER);
    await terminal.waitFor(REST[4]!);
    terminal.type('jk no 10!');
    await terminal.waitFor('jk no 10!');
    terminal.press('backspace');
    await terminal.waitFor(/jk no 10$/m);
    terminal.press('enter');
    await terminal.exited();
    expect(anna.entries()).toMatchObject([{ pain: 0, note: 'jk no 10' }]);
  });

  it('keeps what was answered when it is ended by ctrl+c, and gives the terminal back', async () => {
    const anna = newPerson();
    const { terminal, keys } = startLog(anna);
    await keys.on(PAIN, '6');
    await terminal.waitFor(REST[0]!);
    terminal.press('ctrl+c');
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
    expect(anna.entries()).toMatchObject([{ pain: 6 }]);
  });

  it('prints the entry when it cannot be kept, so that it is not lost', async () => {
    const anna = newPerson({ UNSPASM_DATA_DIR: '/dev/null/nowhere' });
    const { terminal, keys } = startLog(anna);
    await keys.on(PAIN, '6');
    for (const screen of REST.slice(0, 4)) await keys.on(screen, ENTER);
    await terminal.waitFor(REST[4]!);
    terminal.type('precious');
    await terminal.waitFor('precious');
    terminal.press('enter');
    expect(await terminal.exited()).toEqual({ code: 1, signal: null });
    expect(terminal.screen().replaceAll('\n', '')).toContain('"note":"precious"');
  });

  it('asks in plain lines for a screen reader', async () => {
    const anna = newPerson({ ACCESSIBLE: '1' });
    const terminal = anna.startTerminal(['log'], { rows: 60 });
    const places = () =>
      terminal
        .transcript()
        .match(/\d(?= of 6: )/g)
        ?.join('') ?? '';
    const says = async (place: string, line: string) => {
      await expect.poll(places, { timeout: PATIENCE_MS }).toBe(place);
      terminal.type(`${line}\r`);
    };
    await says('1', '6');
    await says('12', '');
    await says('123', 'back');
    await says('1232', 'lower');
    await says('12322', '');
    await says('123223', 'heavy lifting, or doing too much');
    await says('1232234', '-');
    await says('12322345', 'n');
    await says('123223456', 'a long day');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(terminal.transcript()).toContain(
      '1 of 6: How bad is the pain now, from 0 to 10?\n0. none\n1. barely there\n',
    );
    expect(terminal.transcript()).toMatch(/Or press Enter for: skip\nAnswer:\s*Skipped\.\n/);
    expect(terminal.output()).not.toMatch(/\u001B\[[^m]*[A-HJK]/);
    expect(anna.entries()).toMatchObject([
      { pain: 6, areas: ['lower'], triggers: ['lifting'], limited: false, note: 'a long day' },
    ]);
    expect(anna.entries()[0]).not.toHaveProperty('helped');
  });

  it('asks before it erases, and keeps by default', async () => {
    const anna = newPerson();
    await anna.logs('6', 'a secret');
    const keeping = anna.startTerminal(['log', 'purge']);
    await keeping.waitFor('delete it');
    keeping.press('enter');
    expect(await keeping.exited()).toEqual({ code: 1, signal: null });
    expect(anna.entries()).toHaveLength(1);
    const erasing = anna.startTerminal(['log', 'purge', '--no-backup']);
    await erasing.waitFor('delete it');
    erasing.type('y');
    expect(await erasing.exited()).toEqual({ code: 0, signal: null });
    expect(anna.text()).toBe('');
  });
});

describe('unspasm alone, on a terminal', () => {
  it('shows today when there is an episode, and Enter starts what comes next', async () => {
    const anna = newPerson();
    await anna.does(['log', '6', '--at', 'yesterday 18:30']);
    const terminal = anna.startTerminal([]);
    await terminal.waitFor('check the warning signs');
    expect(terminal.screen()).toContain('Day 2 of this episode');
    expect(terminal.screen()).toContain('Next: Check the warning signs first.');
    expect(terminal.screen()).not.toContain('What do you need?');
    terminal.press('enter');
    await terminal.waitFor(/1\/11[^]*Esc/);
    // One level up is the page of today, and only from there the shell.
    terminal.press('escape');
    await terminal.waitFor(/Day 2 of this episode[^]*q done/);
    terminal.press('escape');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
  });

  it('goes on from there to all there is, and to the journal', async () => {
    const anna = newPerson();
    await anna.does(['log', '6', '--at', 'yesterday 18:30']);
    const terminal = anna.startTerminal([]);
    await terminal.waitFor('m more');
    terminal.type('m');
    await terminal.waitFor(/What do you need\?[^]*Gentle stretches[^]*Esc/);
    terminal.type('l');
    await terminal.waitFor(PAIN);
  });

  it('shows the plan when the episode is over, and what comes next is one key away', async () => {
    const anna = newPerson();
    writeOwn(anna.settings, '{"figures":"blocks"}');
    await anna.does(['log', '6', '--at', 'yesterday 18:30']);
    await anna.does(['log', 'resolved']);
    const terminal = anna.startTerminal([]);
    await terminal.waitFor(
      /Next: core exercises at level 1[^]*Does it hurt now\?[^]*e exercise[^]*t check warning signs/,
    );
    terminal.type('e');
    await terminal.waitFor(/Core, level 1/);
  });

  it('has all of the plan, and the exercise that comes next, in the menu', async () => {
    const anna = newPerson();
    await anna.does(['log', '0']);
    const terminal = anna.startTerminal([]);
    await terminal.waitFor('m more');
    terminal.type('m');
    await terminal.waitFor(/e {2}Exercise: core exercises at level 1\n[^]*p {2}Your plan[^]*Esc/);
    terminal.type('p');
    await terminal.waitFor(/Your plan, to lower the risk/);
  });

  it('says first that the user was sent to get help', async () => {
    const anna = newPerson();
    await anna.does(['triage', '--answers', '-'], { input: '{"signs":["fever"]}' });
    const terminal = anna.startTerminal([]);
    await terminal.waitFor(/unspasm log seen[^]*q done/);
    expect(terminal.screen()).not.toContain('m more');
    expect(terminal.transcript()).toMatch(
      /^[\s┏━┓┃]+GO TO AN EMERGENCY DEPARTMENT NOW[^]*You were told this on .+, today\./,
    );
  });
});

describe('the page of today after an emergency, in a small window', () => {
  it('says where to get help on each of its pages', async () => {
    const anna = newPerson();
    await anna.does(['triage', '--answers', '-'], { input: '{"signs":["fever"]}' });
    const terminal = anna.startTerminal([], { columns: 40, rows: 12 });
    await terminal.waitFor(/GO TO AN EMERGENCY DEPARTMENT NOW[^]*next page \(1\//);
    terminal.press('enter');
    await terminal.waitFor(/^GO TO AN EMERGENCY DEPARTMENT NOW[^]*next (?:page \()?2\//);
  });
});

describe('the page of today, once the warning signs were checked', () => {
  it('offers what the plan begins with', async () => {
    const anna = newPerson();
    await anna.does(['triage', '--answers', '-'], { input: JSON.stringify(ORDINARY_ANSWERS) });
    const terminal = anna.startTerminal(['today']);
    await terminal.waitFor('start ice');
    terminal.press('enter');
    await terminal.waitFor(/Before you use ice[^]*Esc/);
    await terminal.close();
  });
});

describe('a check that was asked on a terminal', () => {
  it('is kept in the journal', async () => {
    const anna = newPerson();
    const terminal = anna.startTerminal(['triage']);
    await terminal.waitFor('none of these');
    terminal.press('space');
    await terminal.waitFor('●');
    terminal.press('enter');
    await terminal.waitFor("I'm getting help now");
    expect(anna.entries()).toMatchObject([{ kind: 'triage', level: 'ambulance', signs: [expect.any(String)] }]);
    terminal.press('enter');
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    expect(anna.entries()).toHaveLength(1);
  });
});
