import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { writeOwn } from '../journal/person.ts';
import { HURRIED } from '../support/hurried.ts';
import { test, type Someone } from './person.ts';

const FILE = `stretches:
  - id: my-twist
    name: Seated twist
    ready: { cue: Sit upright on a chair. }
    round:
      - { kind: hold, title: Hold, cue: Turn slowly to the side., seconds: 15 }
routines:
  - id: my-routine
    name: My routine
    stretches: [my-twist, childs-pose]
`;

function withFile(person: Someone, text = FILE, name = 'stretches.yaml'): Someone {
  writeOwn(join(dirname(person.settings), name), text);
  return person;
}

describe.concurrent('own stretches', () => {
  test('are listed apart, marked in JSON, and guided by their name', async ({ someone }) => {
    const anna = withFile(someone());
    expect(await anna.does(['stretch', '--list'])).toMatch(/\nYour own\n {2}my-routine .*\n {2}my-twist .*\n/);
    const { stretches } = await anna.document<{ stretches: { id: string; own?: true }[] }>(['stretch']);
    expect(stretches.filter(({ own }) => own).map(({ id }) => id)).toEqual(['my-twist']);
    expect(await anna.document(['stretch', 'my-twist'])).toMatchObject({ stretches: [{ id: 'my-twist', own: true }] });
    const { code, stdout } = await anna.run(['stretch', 'my-routine'], { clock: HURRIED });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Some of this is your own\..*\n[^]*Turn slowly to the side\.[^]*Done\./);
    expect(anna.session()).toMatchObject({ therapy: 'stretch', stretches: ['my-twist', 'childs-pose'] });
  });

  test('come after a warning in the first days', async ({ someone }) => {
    const anna = withFile(someone());
    await anna.does(['log', '7']);
    const { terminal, press } = anna.sit(['stretch', 'my-twist']);
    await terminal.waitFor(/Before you start[^]*your own exercises may ask too much[^]*start anyway[^]*Esc/);
    await press('s');
    await terminal.waitFor(/Seated twist[^]*not started[^]*Some of this is your own\./);
  });

  test('with a mistake keep nobody from those that are built in', async ({ someone }) => {
    const anna = withFile(someone(), FILE.replace('15', 'long'));
    const wrong = await anna.run(['stretch', 'my-twist']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(
      /stretches\.yaml can't be used\n {2}line 6: seconds must be a whole number from 3 to 180/,
    );
    expect((await anna.run(['stretch', 'cat-cow', '--print'])).code).toBe(0);
    const list = await anna.run(['stretch', '--list']);
    expect(list.code).toBe(0);
    expect(list.stdout).toContain('cat-cow');
    expect(list.stderr).toContain('line 6: seconds');
  });

  test('are in one file', async ({ someone }) => {
    const anna = withFile(withFile(someone()), '{}', 'stretches.json');
    const { code, stderr } = await anna.run(['stretch', 'my-twist']);
    expect({ code, stderr }).toMatchObject({ code: 2 });
    expect(stderr).toMatch(
      /there are two files of own stretches: .*stretches\.yaml and .*stretches\.json\n {2}put both in one file/,
    );
  });
});

describe.concurrent('several stretches', () => {
  test('are guided one after the other', async ({ someone }) => {
    const anna = someone();
    const { stdout } = await anna.run(['stretch', 'childs-pose', 'knee-to-chest'], { clock: HURRIED });
    expect(stdout).toMatch(/1 of 2: Child's pose\.[^]*2 of 2: Knee to chest\./);
    expect(anna.session()).toMatchObject({ stretches: ['childs-pose', 'knee-to-chest'] });
  });
});

describe.concurrent('the length of a therapy', () => {
  test.for([
    [['ice', '12']],
    [['ice', '12m']],
    [['ice', '12', 'min']],
    [['ice', '--minutes', '12 minutes']],
    [['ice', '--minutes', '720s']],
  ] as const)('can be written as %j', async ([args], { someone }) => {
    const anna = someone();
    expect((await anna.run([...args], { clock: HURRIED })).code).toBe(0);
    expect(anna.session()).toMatchObject({ planned: 12 });
  });

  test.for([
    [['ice', '9'], 'the length must be from 10 to 20, not "9"'],
    [['ice', '21m'], 'the length must be from 10 to 20, not "21m"'],
    [['ice', 'long'], `"long" isn't a length`],
    [['ice', '--minutes', '90s'], '--minutes must be from 10 to 20, not "90s"'],
    [['heat', '15', '--minutes', '12'], '"15" and --minutes 12 both say how long it is'],
  ] as const)('is refused exactly: %j', async ([args, message], { someone }) => {
    const { code, stderr } = await someone().run([...args]);
    expect({ code, stderr }).toMatchObject({ code: 2 });
    expect(stderr).toContain(`unspasm: ${message}\n`);
  });
});
