import { describe, expect } from 'vitest';
import { runProgram } from './process.ts';
import type { Terminal } from './terminal.ts';
import { test } from './support/open.ts';
import { answer, goTo, markChestPain, ORDINARY, ORDINARY_ANSWERS, RESULT } from './support/triage.ts';
import { colours, isAscii } from './support/text.ts';

const ANSWERS = JSON.stringify(ORDINARY_ANSWERS);
const EMERGENCY = '{"signs":["fever"]}';

type Settings = [args: string[], env: Record<string, string>];

async function wholeTriage(terminal: Terminal): Promise<string> {
  await answer(terminal, ORDINARY);
  await terminal.waitFor(RESULT);
  terminal.type('q');
  await terminal.exited();
  return terminal.output();
}

async function emergency(terminal: Terminal): Promise<string> {
  await markChestPain(terminal);
  terminal.press('enter');
  await terminal.exited();
  return terminal.output();
}

/** What a decided triage writes to a pipe. */
async function piped(args: string[], env: Record<string, string>, input = EMERGENCY): Promise<string> {
  const { stdout } = await runProgram(['triage', '--answers', '-', ...args], { env, input });
  return stdout;
}

/** Bold, dim, underlined, inverse and their ends, and the 16 colours that every terminal has. */
function isPlainColour(number: number): boolean {
  const color = number % 10;
  if (number < 30) return true;
  return (number < 50 || number >= 90) && color !== 8;
}

describe.concurrent('in a terminal', () => {
  test('the prompts and the result have colour, of the 16 alone', async ({ open }) => {
    const output = await wholeTriage(open(['triage']));
    expect(colours(output).length).toBeGreaterThan(20);
    expect(colours(output).filter((number) => !isPlainColour(number))).toEqual([]);
  });

  test('an emergency has colour, of the 16 alone', async ({ open }) => {
    const output = await emergency(open(['triage']));
    expect(colours(output)).toContain(7);
    expect(colours(output).filter((number) => !isPlainColour(number))).toEqual([]);
  });

  test('NO_COLOR=1 takes it out of the prompts and the plan', async ({ open }) => {
    const output = await wholeTriage(open(['triage'], { env: { NO_COLOR: '1' } }));
    expect(colours(output)).toEqual([]);
  });

  test.for([
    [[], { NO_COLOR: '1' }],
    [['--no-color'], {}],
    [['--no-color'], { FORCE_COLOR: '1' }],
    [[], { CLICOLOR: '0' }],
    [[], { FORCE_COLOR: '0' }],
  ] as Settings[])('%j with %j takes it out of an emergency', async ([args, env], { open }) => {
    const output = await emergency(open(['triage', ...args], { env }));
    expect(colours(output)).toEqual([]);
  });

  test('an empty NO_COLOR has no effect', async ({ open }) => {
    const output = await emergency(open(['triage'], { env: { NO_COLOR: '' } }));
    expect(colours(output).length).toBeGreaterThan(10);
  });

  test('no meaning is carried by colour alone', async ({ open }) => {
    const terminal = open(['triage'], { env: { NO_COLOR: '1' } });
    await goTo(terminal, 4);
    terminal.press('space');
    await terminal.waitFor('❯ ● A lump or swelling, or the back has changed shape – yes');
    terminal.press('down');
    terminal.type('u');
    await terminal.waitFor(/❯ \? Pain at rest [^\n]+ – not sure/);
  });

  test('all is 7-bit where no more than ASCII can be shown', async ({ open }) => {
    const env = { LANG: 'C' };
    const [whole, home] = [open(['triage'], { env }), open([], { env, rows: 40 })];
    await home.waitFor('Quit');
    await goTo(whole, 4);
    whole.press('space');
    await whole.waitFor('> [x] A lump or swelling, or the back has changed shape - yes');
    expect([whole.output(), home.output()].filter((output) => !isAscii(output))).toEqual([]);
  });

  test('an emergency is 7-bit, too', async ({ open }) => {
    const terminal = open(['triage'], { env: { LANG: 'C' } });
    await terminal.waitFor('Esc');
    terminal.press('space');
    await terminal.waitFor('- yes');
    terminal.press('enter');
    await terminal.waitFor("I'm getting help now");
    expect(isAscii(terminal.output())).toBe(true);
  });
});

describe.concurrent('in a pipe', () => {
  test('there is no colour', async () => {
    expect(await piped([], {})).not.toContain('\u001B');
  });

  test.for([
    [[], { FORCE_COLOR: '1' }],
    [[], { CLICOLOR_FORCE: '1' }],
    [['--color'], {}],
    [['--color'], { NO_COLOR: '1' }],
    [[], { FORCE_COLOR: '3', NO_COLOR: '1' }],
  ] as Settings[])('%j with %j colours, with the 16 alone', async ([args, env]) => {
    const found = colours(await piped(args, env));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((number) => !isPlainColour(number))).toEqual([]);
  });

  test.for([
    [['--no-color'], { FORCE_COLOR: '1' }],
    [['--no-color'], { CLICOLOR_FORCE: '1' }],
    [[], { NO_COLOR: '1', CLICOLOR_FORCE: '1' }],
    [[], { FORCE_COLOR: '0', CLICOLOR_FORCE: '1' }],
  ] as Settings[])('%j with %j does not', async ([args, env]) => {
    expect(await piped(args, env)).not.toContain('\u001B');
  });

  test('a JSON document never has colour', async () => {
    const document = await piped(['--json', '--color'], { FORCE_COLOR: '1' }, ANSWERS);
    expect(JSON.parse(document)).toMatchObject({ level: 'self-care' });
  });

  test('no warning is shown where NO_COLOR and FORCE_COLOR are both set', async () => {
    const { stderr } = await runProgram(['rest'], { env: { NO_COLOR: '1', FORCE_COLOR: '1' } });
    expect(stderr).toBe('');
  });

  test('without its colours the text is the same', async () => {
    const [plain, coloured] = await Promise.all([piped([], {}, ANSWERS), piped(['--color'], {}, ANSWERS)]);
    expect(coloured.replace(/\u001B\[[\d;]*m/g, '')).toBe(plain);
  });
});
