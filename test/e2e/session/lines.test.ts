import { ORDINARY_ANSWERS } from '../support/triage.ts';
import { describe, expect } from 'vitest';
import { HURRIED } from '../support/hurried.ts';
import { writtenLines } from '../support/text.ts';
import { test, type Seat } from './person.ts';

const ACCESSIBLE = { ACCESSIBLE: '1' };

/** What was written without the line breaks of the terminal, which are carriage returns as well. */
function plain(output: string): string {
  return output.replaceAll('\r\n', '\n');
}

/** Answers the question for the pain after, which is asked in lines as well. */
async function passPain({ terminal }: Seat): Promise<void> {
  await terminal.waitFor('And your pain now, 0 to 10?');
  terminal.type('-\r');
}

describe.concurrent('where nothing can be drawn a session is told line by line', () => {
  test.for([
    ['TERM=dumb', { TERM: 'dumb' }],
    ['ACCESSIBLE=1', ACCESSIBLE],
    ['UNSPASM_ACCESSIBLE=1', { UNSPASM_ACCESSIBLE: '1' }],
  ] as const)('with %s, without an escape code or a line that is drawn again', async ([, env], { someone }) => {
    const anna = someone();
    const seat = anna.sit(['ice', '--minutes', '20'], { env });
    const { terminal, clock } = seat;
    await terminal.waitFor('Type a letter, then press Enter');
    await say(seat, 'p', 'Resumed: 30 seconds left.');
    await clock.minutes(25);
    await terminal.waitFor('Take the ice off now');
    terminal.type('\r');
    await terminal.waitFor('When did you take it off?');
    terminal.type('1\r');
    await passPain(seat);
    expect(await terminal.exited()).toEqual({ code: 0, signal: null });
    const output = plain(terminal.output());
    expect(output).not.toContain('b back');
    expect(output).not.toMatch(/[\u001B\r]/);
    expect(output).toContain('\u0007');
    for (const once of [
      'Look at your skin. ',
      'Look at your skin again. ',
      'Halfway: 10 minutes left.',
      'One minute left.',
      'Done.',
    ])
      expect(output.split(once)).toHaveLength(2);
    expect(output.indexOf('Look at your skin. ')).toBeLessThan(output.indexOf('One minute left.'));
    expect(anna.session()).toMatchObject({ minutes: 20, ended: 'done' });
    expect(await terminal.leftovers()).toEqual([]);
  });

  test('in a pipe, all of it, and the exit code is 0', async ({ someone }) => {
    const anna = someone();
    const { code, stdout } = await anna.run(['stretch', 'knee-to-chest'], { clock: HURRIED });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/[\u001B\r\u0007]/);
    expect(stdout.split('\n').map((line) => line.replace(/ \(.*| for sharp.*|: about .*|, knees.*/, ''))).toEqual([
      'Knee to chest',
      'Stop at once',
      "You haven't checked the warning signs this time. To check them, run: unspasm triage",
      'For 20 seconds: Lie on your back',
      'Hold, left side',
      'Change legs, then right side',
      'Hold, right side',
      'Done. Rest for a moment. To get up, roll onto your side first, then push yourself up with your arms.',
      expect.stringMatching(/^\d\d:\d\d to \d\d:\d\d: stretch for under a minute \[\w{5}\]$/),
      '',
    ]);
    expect(anna.session()).toMatchObject({ ended: 'done', stretches: ['knee-to-chest'] });
  });

  test('without a word about the warning signs once they were checked', async ({ someone }) => {
    const anna = someone();
    await anna.run(['triage', '--answers', '-'], { input: JSON.stringify(ORDINARY_ANSWERS) });
    const { stdout } = await anna.run(['stretch', 'knee-to-chest'], { clock: HURRIED });
    expect(stdout).not.toContain("haven't checked");
  });

  test('with --ascii in 7 bits', async ({ someone }) => {
    const { stdout } = await someone().run(['ice', '--ascii'], { clock: HURRIED });
    expect(stdout).toMatch(/^[\x00-\x7F]*$/);
  });

  test('says that the computer slept', async ({ someone }) => {
    const seat = someone().sit(['ice'], { env: ACCESSIBLE });
    const { terminal, clock } = seat;
    await terminal.waitFor('Type a letter, then press Enter');
    await say(seat, 'p', 'Resumed');
    await clock.seconds(100);
    await clock.sleep(3_600_000);
    await clock.seconds(1);
    await terminal.waitFor(/The computer was asleep\. Ice has been on for \d+ minutes\. Take it off now/);
    await terminal.waitFor('Take the ice off now, and look at your skin.');
  });
});

/** Types a line, and waits for what it brings. */
async function say({ terminal }: Seat, line: string, wanted: string | RegExp): Promise<void> {
  terminal.type(`${line}\r`);
  await terminal.waitFor(wanted);
}

describe.concurrent('typed lines', () => {
  test('p pauses and goes on, h stops what hurts, n leaves it out, q ends', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['stretch', 'first-days'], { env: ACCESSIBLE, rows: 50 });
    const { terminal, clock } = seat;
    await terminal.waitFor(/Type a letter, then press Enter[^]*q\s+stop,\s+n\s+next,\s+b\s+back/);
    await say(seat, '6', 'Pain now: 6.');
    await say(seat, 'n', 'Hold, left side');
    await say(seat, 'p', 'Paused.');
    await clock.minutes(1);
    await say(seat, 'P', 'Resumed: 20 seconds left.');
    await clock.seconds(10);
    await say(seat, 'h', 'It hurts. Ease off slowly');
    await say(seat, 'n', '2 of 3: Spinal rotations');
    await say(seat, 'q', 'Stopped.');
    await passPain(seat);
    expect((await terminal.exited()).code).toBe(130);
    expect(writtenLines(terminal.output()).join('\n')).not.toContain('\u001B');
    expect(anna.session()).toMatchObject({ ended: 'stopped', hurt: ['knee-to-chest'], painBefore: 6 });
  });

  test('ctrl+c ends it, and it is saved', async ({ someone }) => {
    const anna = someone();
    const seat = anna.sit(['ice'], { env: ACCESSIBLE, ownProcess: true });
    const { terminal, clock } = seat;
    await terminal.waitFor('Type a letter, then press Enter');
    await say(seat, 'p', 'Resumed');
    await clock.seconds(30 + 240 + 1);
    terminal.press('ctrl+c');
    expect([130, null]).toContain((await terminal.exited()).code);
    expect(await terminal.leftovers()).toEqual([]);
    expect(anna.session()).toMatchObject({ minutes: 4, ended: 'stopped' });
  });

  test('that cannot be read end nothing: --no-input runs to the end by itself', async ({ someone }) => {
    const anna = someone();
    const { terminal, clock } = anna.sit(['stretch', 'childs-pose', '--no-input'], { env: { TERM: 'dumb' } });
    await terminal.waitFor('Onto hands and knees');
    expect(terminal.screen()).not.toContain('Type a letter');
    await clock.minutes(2);
    expect((await terminal.exited()).code).toBe(0);
    expect(anna.session()).toMatchObject({ ended: 'done' });
  });
});
