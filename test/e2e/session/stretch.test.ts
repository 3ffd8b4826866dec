import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { runProgram } from '../process.ts';
import { eventually, LOW, test, type Someone } from './person.ts';

const PAIN_AFTER = /And your pain now, 0 to 10\?[^]*Esc/;

/** Somebody whose episode began today. */
async function inFirstDays(person: Someone): Promise<Someone> {
  await person.does(['log', '7']);
  return person;
}

/** Somebody whose episode is over. */
async function withoutEpisode(person: Someone): Promise<Someone> {
  await person.does(['log', '3']);
  await person.does(['log', 'resolved']);
  return person;
}

describe.concurrent('a stretch', () => {
  test('is done on both sides for the same time, and is in the journal by its name', async ({ someone }) => {
    const anna = someone();
    const { terminal, clock, press } = anna.sit(['stretch', 'knee-to-chest']);
    await terminal.waitFor(
      /^ Knee to chest +not started\n Lie on your back: take your time\n[^]*Then: Left side: Pull the knee/,
    );
    await press('enter');
    await terminal.waitFor(/^ Hold, left side$/m);
    await clock.seconds(19);
    expect(terminal.screen()).toMatch(/^ Hold, left side$/m);
    await clock.seconds(1);
    await terminal.waitFor(/^ Change legs, then right side$/m);
    await clock.seconds(10);
    await terminal.waitFor(/^ Hold, right side$/m);
    await clock.seconds(20);
    await terminal.waitFor(/^ Done$[^]*roll onto your side first[^]*any key continue/m);
    await press('space');
    await terminal.waitFor(PAIN_AFTER);
    await press('2');
    expect((await terminal.exited()).code).toBe(0);
    expect(await terminal.leftovers()).toEqual([]);
    expect(anna.session()).toMatchObject({
      therapy: 'stretch',
      stretches: ['knee-to-chest'],
      ended: 'done',
      minutes: 0.8,
      painAfter: 2,
    });
  });

  test('moves: the figure is drawn again within a second', async ({ someone }) => {
    const { terminal, clock, press } = someone().sit(['stretch', 'cat-cow']);
    await terminal.waitFor('Onto hands and knees');
    await press('enter');
    await terminal.waitFor('Breathe in, 1 of 10');
    const first = figure(terminal.screen());
    await clock.tick(900);
    await eventually(() => figure(terminal.screen()) !== first, true);
  });

  test('doesn’t move with --no-motion', async ({ someone }) => {
    const seat = someone().sit(['stretch', 'cat-cow', '--no-motion']);
    const { terminal, clock, press } = seat;
    await terminal.waitFor('Onto hands and knees');
    await press('enter');
    await terminal.waitFor('Breathe in, 1 of 10');
    await seat.settled();
    const written = terminal.output().length;
    await clock.tick(800);
    await seat.settled();
    // The bell of the step may ring a moment after its screen.
    expect(terminal.output().slice(written).replaceAll('\u0007', '')).toBe('');
  });

  test('is paused when the computer was asleep, and resumes after a key', async ({ someone }) => {
    const { terminal, clock, press } = someone().sit(['stretch', 'childs-pose'], LOW);
    await terminal.waitFor(/Enter (start|go)/);
    await press('enter');
    await terminal.waitFor(/Sit back[^]*\n space pause/);
    await clock.seconds(10);
    await terminal.waitFor(/^ +20$/m);
    await clock.sleep(3_600_000);
    await clock.seconds(2);
    await terminal.waitFor(/ paused\n[^]*The computer was asleep, so this is paused\.[^]*space continue/);
    await clock.seconds(60);
    await press('space');
    await terminal.waitFor(/ends \d\d:\d\d\n +20\n[^]*\n space pause/);
    await clock.seconds(20);
    await terminal.waitFor('any key continue');
  });
});

const NARROW = { columns: 40, rows: 20 };

describe.concurrent('how figures are drawn', () => {
  const BOTH = /[\u2801-\u28FF]+ +[▄▀█][^]*Which figure is clearer\?[^]*l {2}the left one[^]*r {2}the right one/;

  test('is asked once by showing both, and saved', async ({ someone }) => {
    const anna = someone();
    writeFileSync(anna.settings, '{"speech":false}');
    const first = anna.sit(['stretch', 'cat-cow'], { env: { TERM: 'xterm-256color' } });
    await first.terminal.waitFor(BOTH);
    await first.press('l');
    await first.terminal.waitFor(/Onto hands and knees[^]*[\u2801-\u28FF]{5}/);
    await first.press('q');
    await first.terminal.exited();
    expect(JSON.parse(readFileSync(anna.settings, 'utf8'))).toEqual({ speech: false, figures: 'dots' });
    const second = anna.sit(['stretch', 'cat-cow']);
    await second.terminal.waitFor(/Onto hands and knees[^]*[\u2801-\u28FF]{5}/);
  });

  test.for([
    ['blocks where it is in doubt', { TERM: 'xterm-256color' }, 'blocks'],
    ['dots where the terminal has them', { TERM: 'xterm-kitty' }, 'dots'],
  ] as const)('is by default %s', async ([, env, figures], { someone }) => {
    const anna = someone();
    writeFileSync(anna.settings, '{"speech":false}');
    const seat = anna.sit(['stretch', 'cat-cow'], { env, ...NARROW });
    await seat.terminal.waitFor(BOTH);
    await seat.press('enter');
    await seat.terminal.waitFor('Onto hands and knees');
    await seat.press('q');
    await seat.terminal.exited();
    expect(JSON.parse(readFileSync(anna.settings, 'utf8'))).toEqual({ speech: false, figures });
  });

  test('is never asked as lines, nor for what has no figure', async ({ someone }) => {
    const anna = someone();
    writeFileSync(anna.settings, '{"speech":false}');
    const lines = anna.sit(['stretch', 'cat-cow'], { env: { ACCESSIBLE: '1' } });
    await lines.terminal.waitFor('Onto hands and knees');
    const ben = someone();
    writeFileSync(ben.settings, '{"speech":false}');
    const { terminal } = ben.sit(['walk']);
    await terminal.waitFor('Enter start now');
    expect(lines.terminal.transcript() + terminal.transcript()).not.toContain('Which figure');
  });

  test('is highlighted for the background that the terminal reports, and not without colour', async ({ someone }) => {
    const DARK = '\u001B]11;rgb:1e1e/1e1e/1e1e\u001B\\';
    const codesOf = async (env: Record<string, string>) => {
      const seat = someone().sit(['stretch', 'cat-cow'], { env: { TERM: 'xterm-256color', ...env } });
      await seat.terminal.waitFor('Onto hands and knees');
      const isAsked = seat.terminal.output().includes('\u001B]11;?');
      seat.terminal.type(DARK);
      await seat.press('enter');
      await seat.terminal.waitFor('Breathe in, 1 of');
      await seat.clock.seconds(3);
      await seat.settled();
      return { isAsked, isHighlighted: seat.terminal.output().includes('\u001B[38;5;80m') };
    };
    expect(await codesOf({})).toEqual({ isAsked: true, isHighlighted: true });
    expect(await codesOf({ NO_COLOR: '1' })).toEqual({ isAsked: false, isHighlighted: false });
    expect(await codesOf({ TERM: 'linux' })).toEqual({ isAsked: false, isHighlighted: false });
  });

  test('leaves blocks on the Linux console', async ({ someone }) => {
    const { terminal } = someone().sit(['stretch', 'cat-cow'], { env: { TERM: 'linux' } });
    await terminal.waitFor(/Onto hands and knees[^]*█████/);
    expect(terminal.screen()).toMatch(/^[\x00-\x7F▀▄█]*$/);
  });
});

describe.concurrent('without a name', () => {
  test('it is the first days in the first days', async ({ someone }) => {
    const anna = await inFirstDays(someone());
    const { terminal } = anna.sit(['stretch']);
    await terminal.waitFor(/^ First days {2}1 of 3: Knee to chest/);
  });

  test('it is the first days where nothing is known', async ({ someone }) => {
    const { terminal } = someone().sit(['stretch']);
    await terminal.waitFor(/^ First days {2}1 of 3: Knee to chest/);
  });

  test('it is all five at other times, to their end', async ({ someone }) => {
    const anna = await withoutEpisode(someone());
    const { terminal, clock, press } = anna.sit(['stretch']);
    await terminal.waitFor(/^ All five {2}1 of 5: Knee to chest/);
    await press('enter');
    await clock.minutes(10);
    await terminal.waitFor(PAIN_AFTER);
    await press('enter');
    expect((await terminal.exited()).code).toBe(0);
    expect(anna.session()).toMatchObject({
      stretches: ['knee-to-chest', 'spinal-rotations', 'cat-cow', 'childs-pose', 'press-ups'],
      ended: 'done',
    });
  });

  test('more is given with --rounds, and more time with --slow', async ({ someone }) => {
    const { terminal, clock, press } = someone().sit(['stretch', 'cat-cow', '--rounds', '3', '--slow']);
    await terminal.waitFor('Onto hands and knees');
    await press('enter');
    await terminal.waitFor('Breathe in, 1 of 3');
    await clock.seconds(7.4);
    expect(terminal.screen()).toContain('Breathe in, 1 of 3');
    await clock.seconds(0.1);
    await terminal.waitFor('Breathe out, 1 of 3');
  });
});

describe.concurrent('core', () => {
  test.for(['core', 'plank'])('is refused in the first days: %s', async (name, { someone }) => {
    const anna = await inFirstDays(someone());
    const { code, stdout, stderr } = await anna.run(['stretch', name]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/In the first days they are too much[^]*\n {2}for now, run: unspasm stretch first-days\n$/);
  });

  test('is warned of where nothing is known, and left for now with Enter', async ({ someone }) => {
    const anna = someone();
    const { terminal, press } = anna.sit(['stretch', 'core']);
    await terminal.waitFor(/Before you start[^]*In the first days they are too\s+much[^]*stretch first-days[^]*Esc/);
    await press('enter');
    await terminal.exited();
    expect(anna.text()).toBe('');
    const again = anna.sit(['stretch', 'core']);
    await again.terminal.waitFor(/s {2}start anyway[^]*Esc/);
    await again.press('s');
    await again.terminal.waitFor(/^ Core, level 1 {2}1 of 3: Bridge/);
  });

  test('is there without an episode, and has its own name in the journal', async ({ someone }) => {
    const anna = await withoutEpisode(someone());
    const { terminal, clock, press } = anna.sit(['stretch', 'core']);
    await terminal.waitFor(/^ Core, level 1 {2}1 of 3: Bridge/);
    await press('enter');
    await clock.minutes(8);
    await terminal.waitFor(PAIN_AFTER);
    await press('enter');
    await terminal.exited();
    expect(anna.session()).toMatchObject({ therapy: 'core', routineLevel: '1', ended: 'done' });
  });
});

describe.concurrent('to read', () => {
  test('--list names the routines and the stretches', async () => {
    const { code, stdout } = await runProgram(['stretch', '--list']);
    expect(code).toBe(0);
    for (const id of ['first-days', 'all', 'core', 'knee-to-chest', 'cat-cow', 'plank'])
      expect(stdout).toMatch(new RegExp(`^ {2}${id} `, 'm'));
  });

  test('--print shows one, in a pipe without colour', async () => {
    const { code, stdout, stderr } = await runProgram(['stretch', 'cat-cow', '--print']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Cat-cow');
    expect(stdout).not.toContain('\u001B');
  });

  test('--json is one document', async () => {
    const { code, stdout } = await runProgram(['stretch', 'cat-cow', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, stretches: [{ id: 'cat-cow', rounds: 10 }] });
  });
});

describe.concurrent('what is not understood ends with 2, and nothing is started', () => {
  test.for([
    ['ice --minutes 45', /must be from 10 to 20, not "45"\n {2}Longer than 20 minutes can harm the skin\./],
    ['ice --minutes 9', /must be from 10 to 20, not "9"\n {2}use a whole number from 10 to 20/],
    ['ice --minutes abc', /must be from 10 to 20, not "abc"\n {2}use a whole number/],
    ['heat --minutes 21', /must be from 10 to 20, not "21"\n {2}Longer than 20 minutes can harm/],
    ['heat --form bth', /can't be "bth" \(did you mean "bath"\?\)\n {2}use one of these: pad, bath, shower/],
    ['walk --minutes 31', /must be from 5 to 30, not "31"\n {2}The plan builds walks up to 30 minutes/],
    ['contrast --rounds 6', /must be from 3 to 5, not "6"/],
    ['stretch cat-cow --rounds 99', /must be from 3 to 10, not "99"/],
    [
      'stretch kne',
      /no stretch or routine "kne" \(did you mean "knee-to-chest"\?\)\n {2}to see them all, run: unspasm stretch --list/,
    ],
    ['icee', /unknown command: "icee" \(did you mean "ice"\?\)/],
    ['wlak', /unknown command: "wlak" \(did you mean "walk"\?\)/],
  ] as const)('%s', async ([line, said]) => {
    const { code, stdout, stderr } = await runProgram(line.split(' '));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });
});

/** The columns of the screen in which a figure stands beside the digits. */
function figure(screen: string): string {
  return screen
    .split('\n')
    .slice(2, -6)
    .map((line) => line.slice(0, 44))
    .join('\n');
}
