import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { linesPrompter } from '../../src/terminal/lines-prompter.ts';
import { BACK, type ChecklistPrompt, type ChoicePrompt, MORE } from '../../src/terminal/prompter.ts';

const CHECKLIST: ChecklistPrompt = {
  place: '1/2',
  title: 'Signs',
  intro: 'Any of these?',
  items: [
    { id: 'hot', label: 'Hot', details: 'Very warm.' },
    { id: 'cold', label: 'Cold', details: 'Very cool.' },
  ],
  canGoBack: true,
};
const CHOICE: ChoicePrompt = {
  place: '2/2',
  title: 'Age',
  intro: 'How old?',
  options: [
    { id: 'young', label: 'under 40', key: '1' },
    { id: 'old', label: '40 or over', key: '2' },
  ],
};

function alone<T extends { readonly place?: string }>({ place: _place, ...prompt }: T): Omit<T, 'place'> {
  return prompt;
}

function prompting(text: string) {
  const input = new PassThrough();
  const shown: string[] = [];
  const prompter = linesPrompter({ input, write: (lines) => shown.push(...lines), instead: 'use --answers' });
  input.end(text);
  return { prompter, shown };
}

describe('numbered lines', () => {
  it('have nothing before a title that stands alone', async () => {
    const { prompter, shown } = prompting('1\n1\n');
    await prompter.choice(alone(CHOICE));
    expect(shown.slice(0, 2)).toEqual(['', 'How old?']);
    await prompter.checklist(alone(CHECKLIST));
    expect(shown).toContain('Signs');
  });

  it('show a checklist and read what was marked', async () => {
    const { prompter, shown } = prompting('1, 2?\n');
    expect(await prompter.checklist(CHECKLIST)).toEqual({ signs: ['hot'], unsure: ['cold'], shown: ['hot', 'cold'] });
    expect(shown).toMatchInlineSnapshot(`
      [
        "",
        "1 of 2: Signs",
        "Any of these?",
        "1. Hot. Very warm.",
        "2. Cold. Very cool.",
        "Type the numbers that apply. If you are not sure about one, add a question mark (2, 5?). Or type: none, back, quit",
      ]
    `);
  });

  it('show a choice and read its key', async () => {
    const { prompter, shown } = prompting('2\n');
    expect(await prompter.choice(CHOICE)).toBe('old');
    expect(shown).toMatchInlineSnapshot(`
      [
        "",
        "2 of 2: How old?",
        "1. under 40",
        "2. 40 or over",
        "Type one of 1, 2, or: quit",
      ]
    `);
  });

  it('ask again for what they do not understand, and never take an empty line for "none"', async () => {
    const { prompter, shown } = prompting('\nmaybe\n3\n-1\nnone\n');
    expect(await prompter.checklist(CHECKLIST)).toEqual({ signs: [], unsure: [], shown: ['hot', 'cold'] });
    expect(shown.slice(6)).toEqual(
      [
        'Nothing was typed.',
        ...['maybe', '3', '-1'].map((typed) => `"${typed}" isn't one of the numbers from 1 to 2.`),
      ].map((problem) => `${problem} ${shown[5]}`),
    );
  });

  it('say at a wrong answer to a choice what would be right, with nothing in it that steers a terminal', async () => {
    const { prompter, shown } = prompting('\n\u001B[A\n2\n');
    expect(await prompter.choice({ ...CHOICE, canGoBack: true })).toBe('old');
    expect(shown.slice(5)).toEqual([
      'Nothing was typed. Type one of 1, 2, or: back, quit',
      '"[A" isn\'t one of the answers. Type one of 1, 2, or: back, quit',
    ]);
  });

  it('name the ends of a scale alone', async () => {
    const { prompter, shown } = prompting('1\n');
    const options = ['none', '', 'the worst'].map((label, at) => ({ id: String(at), label, key: String(at) }));
    expect(await prompter.choice({ ...CHOICE, options })).toBe('1');
    expect(shown.slice(2)).toEqual(['0. none', '2. the worst', 'Type a number from 0 to 2, or: quit']);
  });

  it('leave on "quit", or take what leaving stands for', async () => {
    await expect(prompting('quit\n').prompter.checklist(CHECKLIST)).rejects.toMatchObject({ name: 'Cancelled' });
    await expect(prompting('q\n').prompter.choice(CHOICE)).rejects.toMatchObject({ name: 'Cancelled' });
    await expect(prompting('quit\n').prompter.text({ title: 'Note', intro: 'A note?' })).rejects.toMatchObject({
      name: 'Cancelled',
    });
    expect(await prompting('quit\n').prompter.choice({ ...CHOICE, escape: 'young' })).toBe('young');
    const close = { id: 'close', label: 'Back to today', key: 'q' };
    expect(await prompting('quit\n').prompter.choice({ ...CHOICE, options: [...CHOICE.options, close] })).toBe('close');
  });

  it('tell what was marked before', async () => {
    const { prompter, shown } = prompting('none\n');
    await prompter.checklist({ ...CHECKLIST, marked: ['hot'], unsure: ['cold'] });
    expect(shown).toContain('Marked before: Hot; Cold (not sure). To remove that, type clear.');
    expect(shown.at(-1)).toBe('Press Enter to keep what is marked, or type all the numbers that apply.');
  });

  it('tell what was chosen before, which an empty line alone does not choose', async () => {
    const { prompter, shown } = prompting('\n1\n');
    expect(await prompter.choice({ ...CHOICE, before: 'old' })).toBe('young');
    expect(shown).toContain('Answered before: 40 or over');
  });

  it('take a question mark that stands apart', async () => {
    const { prompter } = prompting('1 ?, 2\n');
    expect(await prompter.checklist(CHECKLIST)).toEqual({ signs: ['cold'], unsure: ['hot'], shown: ['hot', 'cold'] });
  });

  it('go back where there is a screen before', async () => {
    expect(await prompting('back\n').prompter.checklist(CHECKLIST)).toBe(BACK);
    const { prompter } = prompting('back\n1\n');
    expect(await prompter.choice(CHOICE)).toBe('young');
  });

  it('take Enter alone only where it stands for something', async () => {
    expect(await prompting('\n').prompter.choice({ ...CHOICE, default: 'old' })).toBe('old');
    expect(await prompting('\n1\n').prompter.choice(CHOICE)).toBe('young');
  });

  it('read a text, and its default from an empty line', async () => {
    const text = { title: 'Length', intro: 'How many minutes?' };
    expect(await prompting(' 7 \n').prompter.text({ ...text, default: '5' })).toBe('7');
    expect(await prompting('\n').prompter.text({ ...text, default: '5' })).toBe('5');
    expect(await prompting('\n').prompter.text(text)).toBe('');
  });

  describe('of a yes/no question', () => {
    const QUESTION = { intro: 'Erase it?' };

    it.each([
      ['y', true],
      ['no', false],
      ['Yes', true],
    ])('read "%s"', async (line, expected) => {
      expect(await prompting(`${line}\n`).prompter.confirm(QUESTION)).toBe(expected);
    });

    it('list the default first, and take it for an empty line', async () => {
      const { prompter, shown } = prompting('\n');
      expect(await prompter.confirm({ ...QUESTION, no: { label: 'keep it', key: 'k' }, default: false })).toBe(false);
      expect(shown).toEqual([
        '',
        'Erase it?',
        'k. keep it',
        'y. yes',
        'Type one of k, y, or: quit. Or press Enter for: keep it',
      ]);
      expect(await prompting('\n').prompter.confirm({ ...QUESTION, default: true })).toBe(true);
    });

    it('take an empty line for nothing where there is no default', async () => {
      const { prompter, shown } = prompting('\nn\n');
      expect(await prompter.confirm(QUESTION)).toBe(false);
      expect(shown).toContain('Nothing was typed. Type one of y, n, or: quit');
    });

    it('leave on "quit", unless leaving is an answer', async () => {
      await expect(prompting('quit\n').prompter.confirm(QUESTION)).rejects.toMatchObject({ name: 'Cancelled' });
      expect(await prompting('quit\n').prompter.confirm({ ...QUESTION, escape: false })).toBe(false);
      const { prompter } = prompting('n\n');
      expect(await prompter.confirm(QUESTION)).toBe(false);
      expect(await prompter.confirm({ ...QUESTION, escape: true })).toBe(true);
    });
  });

  it('read each of many answers from one pipe', async () => {
    const { prompter } = prompting('none\n2\n1\n');
    expect(await prompter.checklist(CHECKLIST)).toEqual({ signs: [], unsure: [], shown: ['hot', 'cold'] });
    expect(await prompter.choice(CHOICE)).toBe('old');
    expect(await prompter.choice(CHOICE)).toBe('young');
  });

  it('refuse when no line comes at all, and name what to use instead', async () => {
    await expect(prompting('').prompter.choice(CHOICE)).rejects.toMatchObject({
      name: 'UsageError',
      hint: 'use --answers',
    });
  });

  it('give up when the input ends midway, and assume nothing', async () => {
    const { prompter } = prompting('1\n');
    await prompter.choice(CHOICE);
    await expect(prompter.choice(CHOICE)).rejects.toMatchObject({ name: 'OperationError', code: 'input-ended' });
  });
});

function onTerminal(text: string, rows = 10) {
  const input = new PassThrough();
  const shown: string[] = [];
  const terminal = {
    rows: () => rows,
    fit: (lines: readonly string[]) => lines,
    // The terminal's cursor waits behind these words.
    prompt: (words: string) => shown.push(`${words}>`),
    about: () => 'Not a diagnosis.',
    wasRead: new Set<string>(),
  };
  const prompter = linesPrompter({ input, write: (lines) => shown.push(...lines), instead: '', terminal });
  input.end(text);
  /** What was written between two stops for an answer. */
  const pages = () => shown.join('\n').split(/>(?:\n|$)/);
  return { prompter, shown, pages };
}

describe('numbered lines on a terminal', () => {
  const items = Array.from({ length: 12 }, (_, at) => ({
    id: `s${at + 1}`,
    label: `Sign ${at + 1}`,
    details: 'Words.',
  }));
  const long: ChecklistPrompt = { ...CHECKLIST, items, mayLeave: ({ signs }) => signs.includes('s1') };

  it('wait after each page of a long list, so that nothing scrolls away unread', async () => {
    const { prompter, pages } = onTerminal('\n\nnone\n');
    expect(await prompter.checklist(long)).toMatchObject({ signs: [], shown: items.map(({ id }) => id) });
    expect(Math.max(...pages().map((page) => page.split('\n').length))).toBeLessThanOrEqual(10);
    expect(pages()[0]).toMatch(
      /1\. Sign 1\.[^]*\nMore: press Enter\. Or type the numbers that apply, or: quit, help\.$/,
    );
    expect(pages().join('')).toContain('12. Sign 12.');
  });

  it('take no answer before the end of the list, except an emergency', async () => {
    const { prompter, shown } = onTerminal('none\n1\n');
    expect(await prompter.checklist(long)).toEqual({
      signs: ['s1'],
      unsure: [],
      shown: ['s1', 's2', 's3', 's4'],
    });
    expect(shown).toContain('There is more of the list. Press Enter to see it, then answer.');
  });

  it('note what applies on a page before the last, so that nobody has to keep numbers in mind', async () => {
    const heard: unknown[] = [];
    const { prompter, shown } = onTerminal('3 4?\n\n\nnone\n12\n');
    const said = await prompter.checklist({ ...long, onMark: ({ signs, unsure }) => heard.push([signs, unsure]) });
    expect(said).toEqual({ signs: ['s3', 's12'], unsure: ['s4'], shown: items.map(({ id }) => id) });
    const marked = 'Marked so far: Sign 3; Sign 4 (not sure).';
    expect(shown.filter((line) => line.startsWith('Marked'))).toEqual([
      marked,
      `${marked} Press Enter to continue with that, or type more numbers.`,
      `${marked} Press Enter to continue with that, or type clear to remove the marks.`,
    ]);
    expect(heard).toEqual([[['s3'], ['s4']]]);
  });

  it.each([
    ['\n', ['s3'], ['s2']],
    ['3? 2\n', ['s2'], ['s3']],
    ['clear\nnone\n', [], []],
  ])('continue with what was noted, change it, or remove it: %j', async (typed, signs, unsure) => {
    const { prompter } = onTerminal(`3, 2?\n\n\n${typed}`);
    expect(await prompter.checklist(long)).toEqual({ signs, unsure, shown: items.map(({ id }) => id) });
  });

  it('keep what was noted when the list is left', async () => {
    const { prompter } = onTerminal('3\nquit\n');
    const said = await prompter.checklist({ ...long, escape: 'leave' });
    expect(said).toMatchObject({ signs: ['s3'], aside: 'leave' });
  });

  it.each([
    ['\n', { signs: ['hot'], unsure: ['cold'] }],
    ['2\n', { signs: ['cold'], unsure: [] }],
    ['none\n', { signs: [], unsure: [] }],
  ])('keep what was marked before with Enter, or replace it: %j', async (typed, marks) => {
    const { prompter } = onTerminal(typed);
    expect(await prompter.checklist({ ...CHECKLIST, marked: ['hot'], unsure: ['cold'] })).toMatchObject(marks);
  });

  it.each([
    ['4\n\n\n\n', ['s3', 's4'], ['s2']],
    ['4\n\n\n6\n', ['s3', 's4', 's6'], ['s2']],
    ['clear\n4\n\n\n\n', ['s4'], []],
    ['clear\n\n\n\nnone\n', [], []],
    ['\n\n5\n', ['s5'], []],
  ])('lose nothing that was marked before to a number before the end of the list: %j', async (typed, signs, unsure) => {
    const { prompter } = onTerminal(typed, 11);
    expect(await prompter.checklist({ ...long, marked: ['s3'], unsure: ['s2'] })).toMatchObject({ signs, unsure });
  });

  it('keep what was marked before when the list is left', async () => {
    const { prompter } = onTerminal('quit\n');
    const said = await prompter.checklist({ ...long, marked: ['s3'], unsure: ['s2'], escape: 'leave' });
    expect(said).toMatchObject({ signs: ['s3'], unsure: ['s2'], aside: 'leave' });
  });

  it('read a number back with its words', async () => {
    const { prompter, shown } = onTerminal('2\n');
    const options = ['none', 'mild', 'severe'].map((label, at) => ({ id: String(at), label, key: String(at) }));
    await prompter.choice({ ...CHOICE, options });
    expect(shown.at(-1)).toBe('You said: 2, severe.');
  });

  it('say a list once where it is asked again at once, unless somebody asks to hear it', async () => {
    const { prompter, shown } = onTerminal('1\n2\nrepeat\n1\n');
    await prompter.choice(CHOICE);
    await prompter.choice({ ...CHOICE, intro: 'How old? Marked: 1.' });
    expect(shown.filter((line) => line === '1. under 40')).toHaveLength(1);
    expect(shown).toContain('2 of 2: How old? Marked: 1.');
    await prompter.choice(CHOICE);
    expect(shown.filter((line) => line === '1. under 40')).toHaveLength(2);
  });

  it('take an answer to what was shown before the help, or before a turn back', async () => {
    const helped = onTerminal('?\n2\n').prompter;
    expect(await helped.checklist(CHECKLIST)).toMatchObject({ signs: ['cold'], shown: ['hot', 'cold'] });
    const back = onTerminal('\n\nb\n12\n').prompter;
    expect(await back.checklist(long)).toMatchObject({ signs: ['s12'], shown: items.map(({ id }) => id) });
    const early = onTerminal('\nb\n12\n5?,1\n');
    expect(await early.prompter.checklist(long)).toMatchObject({ signs: ['s1'], unsure: ['s5'] });
    expect(early.shown.join('\n')).toMatch(/"12" isn't one of the numbers from 1 to 11\./);
  });

  it.each([
    ['1, 2?\n', 'You said: Hot; Cold (not sure).'],
    ['none\n', 'You said: none of these.'],
  ])('read back what was understood of %j', async (typed, said) => {
    const { prompter, shown } = onTerminal(typed);
    await prompter.checklist(CHECKLIST);
    expect(shown.at(-1)).toBe(said);
  });

  it('read back the answer to a question, but not the start of something', async () => {
    const { prompter, shown } = onTerminal('2\n1\n');
    await prompter.choice(CHOICE);
    expect(shown.at(-1)).toBe('You said: 40 or over.');
    await prompter.choice(alone(CHOICE));
    expect(shown.at(-1)).toBe('Answer:>');
  });

  it.each(['?\n', 'repeat', 'again'])('say the question once more on "%s"', async (word) => {
    const { prompter, shown } = onTerminal(`${word}\n1\n`);
    await prompter.choice(CHOICE);
    expect(shown.filter((line) => line === '2 of 2: How old?')).toHaveLength(2);
  });

  it.each(['?', 'help'])('say what the program is on "%s", on a page of its own, and only then', async (word) => {
    const { prompter, shown, pages } = onTerminal(`${word}\n\nrepeat\n1\n`);
    await prompter.choice(CHOICE);
    expect(shown.filter((line) => line === 'Not a diagnosis.')).toHaveLength(1);
    expect(pages()[1]?.trim()).toBe(
      'Not a diagnosis.\nAt every question: back goes to the one before, quit leaves, and repeat says it again.\nMore: press Enter.',
    );
  });

  it.each([
    ['67', 'old'],
    ['39', 'young'],
    ['2', 'old'],
  ])('understand a number within a choice: %s', async (typed, id) => {
    const { prompter } = onTerminal(`${typed}\n`);
    const [young, old] = CHOICE.options;
    const options = [
      { ...young!, range: { from: 10, to: 39 } },
      { ...old!, range: { from: 40 } },
    ];
    expect(await prompter.choice({ ...CHOICE, options })).toBe(id);
  });
});

describe('a text on a terminal', () => {
  const lines = Array.from({ length: 12 }, (_, at) => [[`Line ${at + 1}`]]);
  const reading = { blocks: () => lines, reminder: () => 'GET HELP' };

  it('waits for Enter after each page, and says at the end what was first', async () => {
    const { prompter, pages } = onTerminal('\n\n\n\n\n');
    await prompter.read(reading);
    expect(pages().length).toBeGreaterThan(1);
    expect(Math.max(...pages().map((page) => page.split('\n').length))).toBeLessThanOrEqual(10);
    expect(
      pages()
        .join('\n')
        .match(/Line \d+/g),
    ).toHaveLength(12);
    expect(pages().at(-1)).toMatch(/Line 12\n\nGET HELP$/);
  });

  it('goes back a page with b, repeats one with ?, and is left with q', async () => {
    const { prompter, pages } = onTerminal('\nb\n\n?\nq\n');
    await prompter.read(reading);
    const [first, second, third, fourth, fifth] = pages();
    expect(third!.trim()).toBe(first);
    expect(fourth).toBe(second);
    expect(fifth).toBe(second);
    expect(pages().join('')).not.toContain('GET HELP');
  });

  it('comes before its question, which says again what was first', async () => {
    const { prompter, pages } = onTerminal('\n\n\n\n\n2\n');
    expect(await prompter.choice({ ...CHOICE, reading })).toBe('old');
    expect(pages()[0]).toMatch(/^Line 1\n/);
    expect(pages().find((page) => page.includes('How old?'))).toMatch(/GET HELP[^]*How old\?/);
  });

  it('is not read again when it comes back unchanged, unless somebody asks to hear it', async () => {
    const { prompter, shown } = onTerminal('\n\n\n\n\n2\n1\nrepeat\n');
    await prompter.choice({ ...CHOICE, reading });
    const first = shown.length;
    await prompter.choice({ ...CHOICE, place: '3/3', reading });
    const again = shown.slice(first).join('\n');
    expect(again).not.toContain('Line 1');
    expect(again).toMatch(/^GET HELP\nTo hear the page again, type repeat\.[^]*How old\?/);
    await expect(prompter.choice({ ...CHOICE, reading })).rejects.toThrow('the input ended');
    expect(shown.filter((line) => line === 'Line 1')).toHaveLength(2);
  });

  it('is read again where its end was not reached', async () => {
    const { prompter, shown } = onTerminal('2\n\n\n\n\n\n1\n');
    await prompter.choice({ ...CHOICE, reading });
    await prompter.choice({ ...CHOICE, reading });
    expect(shown.filter((line) => line === 'Line 1')).toHaveLength(2);
  });

  it('shows what else there is to read with "more", and then asks again', async () => {
    const { prompter, shown } = onTerminal('m\n2\n', 60);
    const options = [...CHOICE.options, { id: MORE, label: 'more', key: 'm' }];
    const both = { ...reading, further: () => [[['And this.']]] };
    expect(await prompter.choice({ ...CHOICE, options, reading: both })).toBe('old');
    const again = shown.slice(shown.indexOf('And this.')).join('\n');
    expect(again).toContain('How old?');
    expect(again).not.toContain('more');
  });
});
