import { afterEach, describe, expect, it } from 'vitest';
import alsoCalled from '../../data/commands.json' with { type: 'json' };
import { COMMANDS } from '../../src/app/program.ts';
import { content, repeated } from '../content/data-files.ts';
import { forgetPeople, newPerson } from './journal/person.ts';

afterEach(forgetPeople);

describe('words where a command would stand', () => {
  it.each([['my leg is numb'], ['my', 'leg', 'is', 'numb'], ['--no-color', 'my leg is numb']])(
    'that tell of a sign are answered with what triage says: %j %j %j %j',
    async (...words) => {
      const { code, stdout } = await newPerson().run(words);
      expect(code).toBe(0);
      expect(stdout).toMatch(/GO TO AN EMERGENCY DEPARTMENT NOW[^]*You wrote[^]*"my leg is numb"[^]*Numb or weak legs/);
    },
  );

  it('that ask something are answered as faq would', async () => {
    const anna = newPerson();
    expect(await anna.does(['should I use a cold pack'])).toBe(await anna.does(['faq', 'should I use a cold pack']));
  });

  it('are a document for a script', async () => {
    const document = await newPerson().document(['my leg is numb']);
    expect(document).toMatchObject({ query: 'my leg is numb', warningSigns: [{ matched: 'my leg is numb' }] });
  });

  it('that the guide has nothing on are turned down, with exit code 1', async () => {
    const { code, stdout } = await newPerson().run(['who', 'won', 'the', 'match']);
    expect(code).toBe(1);
    expect(stdout).toContain("The guide doesn't cover that.");
  });

  it('may be a single one: a sign is no unknown command', async () => {
    expect(await newPerson().does(['incontinent'])).toMatch(/GO TO AN EMERGENCY DEPARTMENT NOW/);
  });

  it.each([
    ['chest', 'pain'],
    ['leg', 'numb'],
    ['help', 'my', 'leg', 'is', 'numb'],
  ])('that tell of a sign are answered, however much the first is like a command: %s %s', async (...words) => {
    expect(await newPerson().does(words)).toMatch(/AMBULANCE|EMERGENCY DEPARTMENT/);
  });

  it.each([
    ['diary 6 stiff', 'stiff'],
    ['note 6 a note', 'a note'],
  ])('that begin with another word for log and a number are an entry: %s', async (words, note) => {
    const anna = newPerson();
    await anna.does(words.split(' '));
    expect(anna.entries()).toMatchObject([{ pain: 6, note }]);
  });

  // Another word for a command with a number after it is read as any sentence is.
  it('that begin with another word for a command and a number are read for signs', async () => {
    expect(await newPerson().does(['paracetamol', '30', 'tablets', 'swallowed', 'an', 'hour', 'ago'])).toMatch(
      /EMERGENCY DEPARTMENT/,
    );
    expect((await newPerson().run(['sleep', '3', 'hours', 'a', 'night'])).code).not.toBe(2);
  });

  it.each([['traige'], ['lgo', '6', 'stiff'], ['lgo', '6'], ['lgo', 'stiff']])(
    'that are a command misspelt are refused, so that nothing typed is lost unnoticed: %s',
    async (...words) => {
      const { code, stderr } = await newPerson().run(words);
      expect(code).toBe(2);
      expect(stderr).toContain('did you mean');
    },
  );
});

describe('a sentence that begins with the name of a command', () => {
  it.each([
    'today I cannot feel my legs',
    'walk is impossible both legs numb',
    'rest is impossible, my chest feels tight',
    'guide me please, I cannot feel my legs',
    'report: numb between my legs since noon',
    'config my leg is numb',
  ])('is read for warning signs: %s', async (line) => {
    const { code, stdout } = await newPerson().run(line.split(' '));
    expect(code).toBe(0);
    expect(stdout).toMatch(/AMBULANCE|EMERGENCY (DEPARTMENT|HELP)/);
  });

  it('is answered as a question', async () => {
    const anna = newPerson();
    expect(await anna.does(['ice', 'or', 'heat'])).toBe(await anna.does(['faq', 'ice or heat']));
  });

  it('is a document for a script', async () => {
    const document = await newPerson().document(['walk', 'is', 'impossible', 'both', 'legs', 'numb']);
    expect(document).toMatchObject({ query: 'walk is impossible both legs numb', answered: expect.any(Boolean) });
  });

  it.each([
    ['today', 'nonsense'],
    ['today', 'is', 'a', 'lovely', 'day'],
    ['walk', 'is', 'impossible', 'both', 'legs', 'numb', '--minutes', '5'],
    ['ice', 'nonsense'],
    ['stretch', 'wrong-name', 'wrong-name'],
  ])('is refused as arguments of the command where nothing in it is understood: %j', async (...words) => {
    const { code, stdout, stderr } = await newPerson().run(words);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/too many arguments|no stretch|isn't a length/);
  });

  it('was meant for the journal: the sign is answered, and it is said that nothing was kept', async () => {
    const anna = newPerson();
    const { code, stdout, stderr } = await anna.run(['log', 'numb', 'between', 'my', 'legs']);
    expect(stdout).toMatch(/EMERGENCY DEPARTMENT/);
    expect(stderr).toContain('"numb" isn\'t a pain rating');
    expect(code).toBe(2);
  });

  it('was meant for the journal, and is no question', async () => {
    const { code, stdout } = await newPerson().run(['log', 'ice', 'or', 'heat']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('other words for commands', () => {
  it.each([
    [['meds'], ['medicines']],
    [
      ['PILLS', '--json'],
      ['medicines', '--json'],
    ],
    [['positions'], ['rest']],
    [['settings'], ['config']],
  ])('%j does what %j does', async (also, named) => {
    const anna = newPerson();
    expect(await anna.does(also)).toBe(await anna.does(named));
  });

  it.each([['sos'], ['SOS!'], ['emergency'], ['help', 'me'], ['help  me!']])(
    '%j begins the check',
    async (...words) => {
      const { stderr } = await newPerson().run([...words, '--no-input']);
      expect(stderr).toContain('--answers');
    },
  );

  it('lead to commands that there are, and are none themselves', () => {
    const commands = new Set([...Object.keys(COMMANDS), ...content.therapies().therapies.map(({ id }) => id)]);
    const words = alsoCalled.also.flatMap((one) => one.words);
    expect(alsoCalled.also.map(({ command }) => command).filter((one) => !commands.has(one))).toEqual([]);
    expect(words.filter((word) => commands.has(word))).toEqual([]);
    expect(repeated(words)).toEqual([]);
  });
});

describe('a warning sign in words, in a window where not all of the answer fits', () => {
  it.each([
    ['faq', 'numb between my legs since friday'],
    ['log', '6', 'numb between my legs since friday'],
    ['my leg is numb'],
  ])('ends with where to get help: %s %s', async (...args) => {
    const terminal = newPerson().startTerminal(args, {
      columns: 40,
      rows: 12,
      env: { UNSPASM_COUNTRY: 'GB' },
    });
    await terminal.exited();
    expect(terminal.screen().replaceAll(/\s+/g, ' ')).toContain('GO TO AN EMERGENCY DEPARTMENT NOW: 999 or 112');
    await terminal.close();
  });

  it('says what to call where the country is not known', async () => {
    const terminal = newPerson().startTerminal(['my leg is numb'], { columns: 40, rows: 12 });
    await terminal.exited();
    expect(terminal.screen().replaceAll(/\s+/g, ' ')).toContain('NOW. Call your local emergency number.');
    await terminal.close();
  });

  it('says it once where all of it fits', async () => {
    const terminal = newPerson().startTerminal(['my leg is numb'], { columns: 80, rows: 40 });
    await terminal.exited();
    expect(terminal.transcript().split('GO TO AN EMERGENCY DEPARTMENT NOW')).toHaveLength(2);
    await terminal.close();
  });
});
