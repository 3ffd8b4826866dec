import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { entry } from '../../journal/lines.ts';
import { isoHere } from '../harness/midday.ts';
import { HURRIED } from '../support/hurried.ts';
import { otherThan } from '../support/triage.ts';
import { words } from '../support/text.ts';
import { writeOwn } from '../journal/person.ts';
import { CAUTIONS, eventually, test, type Someone } from './person.ts';

const FIRST_ASKED = /Before you use ice, do any of these apply to you\?[^]*Esc quit/;
const BEFORE = /Before you start[^]*l {2}leave it for now[^]*s {2}start anyway[^]*Esc/;

function answersOf(person: Someone): Record<string, { asked: string[]; marked: string[] } | undefined> {
  return JSON.parse(readFileSync(join(person.state, 'cautions.json'), 'utf8'));
}

/** Somebody who was never asked. */
function unasked(person: Someone): Someone {
  writeOwn(join(person.state, 'cautions.json'), '{}');
  return person;
}

/** Somebody who has done these sessions; so many minutes ago. */
function having(person: Someone, therapy: string, minutesAgo: readonly number[]): Someone {
  const lines = minutesAgo.map((minutes) =>
    entry(isoHere(Date.now() - minutes * 60_000), {
      kind: 'session',
      therapy,
      minutes: 10,
      planned: 10,
      ended: 'done',
    }),
  );
  return person.keeps(lines);
}

describe.concurrent('who should not use ice', () => {
  test('is asked the first time, and remembered for the next', async ({ someone }) => {
    const anna = unasked(someone());
    const first = anna.sit(['ice']);
    await first.terminal.waitFor(FIRST_ASKED);
    await first.press('n');
    await first.terminal.waitFor('Get the ice ready');
    expect(answersOf(anna)['ice']).toMatchObject({ marked: [] });
    expect(statSync(join(anna.state, 'cautions.json')).mode & 0o777).toBe(0o600);
    await first.press('q');
    await first.terminal.exited();
    const second = anna.sit(['ice']);
    await second.terminal.waitFor('Get the ice ready');
    expect(second.terminal.transcript()).not.toContain('Before you use ice');
  });

  test.for(['ice', 'heat', 'contrast'])(
    'is shown all of the list in a low window before it is answered: %s',
    async (name, { someone }) => {
      const anna = unasked(someone());
      const { terminal, press } = anna.sit([name], { columns: 40, rows: 12 });
      await terminal.waitFor(/Before [^]*n[ =](show )?more/);
      const shown = new Set<string>();
      const labels = CAUTIONS.get(name)!.map(({ label }) => label);
      for (;;) {
        const screen = terminal.screen();
        for (const label of labels) if (words(label).test(screen)) shown.add(label);
        expect(answersOf(anna)[name]).toBeUndefined();
        if (shown.size === labels.length) break;
        await press('n');
        await terminal.waitFor(otherThan(screen));
      }
      await press('n');
      await eventually(() => answersOf(anna)[name]?.asked.length, labels.length);
    },
  );

  test('is shown the rest before a reason to ask first counts', async ({ someone }) => {
    const anna = unasked(someone());
    const { terminal, press } = anna.sit(['ice'], { columns: 40, rows: 9 });
    await terminal.waitFor(/Broken skin[^]*n[ =](show )?more/);
    terminal.press('space');
    await terminal.waitFor(/– yes[^]*Enter[ =](show )?more/);
    await press('enter');
    await terminal.waitFor(/Eczema[^]*Enter[ =]continue/);
    expect(answersOf(anna)['ice']).toBeUndefined();
  });

  test('is asked on another day about what can come and go, and no more', async ({ someone }) => {
    const anna = someone();
    const { ice } = answersOf(anna);
    const yesterday = { ...ice!, marked: ['infection', 'skin'], at: Date.now() - 24 * 3_600_000 };
    writeOwn(join(anna.state, 'cautions.json'), JSON.stringify({ ice: yesterday }));
    const { terminal, press } = anna.sit(['ice']);
    await terminal.waitFor(FIRST_ASKED);
    expect(terminal.screen()).toMatch(/○ Broken skin where it hurts\n.*○ Infected skin, or a fever\n/);
    expect(terminal.screen()).not.toContain('Poor circulation');
    await press('n');
    await terminal.waitFor(/Ask first[^]*I have asked, so start[^]*Esc/);
    expect(answersOf(anna)['ice']).toMatchObject({ asked: ice!.asked, marked: ['skin'] });
  });

  test('refuses where nobody can be asked, with --check too, as nobody has taken it back', async ({ someone }) => {
    const anna = someone();
    const numb = { ...answersOf(anna)['ice']!, marked: ['numb-skin'] };
    writeOwn(join(anna.state, 'cautions.json'), JSON.stringify({ ice: numb }));
    for (const args of [['ice'], ['ice', '--check']]) {
      expect(await anna.run(args, { clock: HURRIED })).toMatchObject({ code: 1, stdout: '' });
    }
  });

  test('a fever of another day is no reason to refuse where nobody can be asked', async ({ someone }) => {
    const anna = someone();
    const old = { ...answersOf(anna)['ice']!, marked: ['infection'], at: 0 };
    writeOwn(join(anna.state, 'cautions.json'), JSON.stringify({ ice: old }));
    const { code, stderr } = await anna.run(['ice'], { clock: HURRIED });
    expect(code).toBe(0);
    expect(stderr).toContain('Infected skin, or a fever');
  });

  test('is asked again with --check, with what was marked', async ({ someone }) => {
    const anna = someone();
    const { terminal, press } = anna.sit(['ice', '--check']);
    await terminal.waitFor(FIRST_ASKED);
    terminal.press('space');
    await terminal.waitFor(/● Broken skin[^]*– yes/);
    await press('enter');
    expect((await terminal.exited()).code).toBe(130);
    const again = anna.sit(['ice', '--check']);
    await again.terminal.waitFor(/● Broken skin[^]*Esc quit/);
  });

  test('is told so, and nothing starts', async ({ someone }) => {
    const anna = unasked(someone());
    const { terminal, press } = anna.sit(['ice']);
    await terminal.waitFor(FIRST_ASKED);
    terminal.press('space');
    await terminal.waitFor('– yes');
    await press('enter');
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(terminal.screen()).toMatch(
      /This applies to you:\n.*Broken skin where it hurts\nDon't use ice for now\. Ask a pharmacist/,
    );
    expect(terminal.screen()).not.toContain('Poor circulation');
    expect(terminal.screen()).not.toContain('--check');
    expect(await terminal.leftovers()).toEqual([]);
    expect(anna.entries()).toEqual([]);
    // What is known needn't be asked again to be heeded.
    const again = anna.sit(['ice']);
    expect((await again.terminal.exited()).code).toBe(130);
    expect(again.terminal.screen()).toContain('If that has changed, run: unspasm ice --check');
    const piped = await anna.run(['ice']);
    expect(piped).toMatchObject({ code: 1, stdout: '' });
    expect(piped.stderr).toMatch(/Don't use ice[^]*the same command with --check/);
  });

  test('may have asked a doctor, and then start', async ({ someone }) => {
    const anna = unasked(someone());
    const { terminal, press } = anna.sit(['ice']);
    await terminal.waitFor(FIRST_ASKED);
    terminal.press('up');
    await terminal.waitFor('❯ ○ Eczema');
    terminal.press('space');
    await terminal.waitFor('– yes');
    await press('enter');
    await terminal.waitFor(
      /Ask first[^]*Ask a pharmacist or doctor before you use ice\.[^]*I have asked, so start[^]*Esc/,
    );
    await press('s');
    await terminal.waitFor('Get the ice ready');
  });

  test('goes to standard error where nobody can be asked', async ({ someone }) => {
    const anna = unasked(someone());
    const { code, stdout, stderr } = await anna.run(['ice'], { clock: HURRIED });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^Before you use ice, do any of these apply to you\?\n[^]*Raynaud's\n[^]*If so: don't use ice[^]*Or any of these\?\n[^]*A heart condition\n[^]*If so: ask a pharmacist/m,
    );
    expect(stdout).not.toContain('Raynaud');
    expect(stdout).toContain('Take the ice off now');
  });
});

describe.concurrent('too soon', () => {
  test('is said, and Enter leaves it', async ({ someone }) => {
    const anna = having(someone(), 'ice', [60]);
    const { terminal, press } = anna.sit(['ice']);
    await terminal.waitFor(BEFORE);
    expect(terminal.screen()).toMatch(words('You can use ice again from'));
    await press('enter');
    expect(await terminal.exited()).toEqual({ code: 130, signal: null });
    expect(await terminal.leftovers()).toEqual([]);
    expect(anna.entries()).toHaveLength(1);
  });

  test('is said, and s starts all the same', async ({ someone }) => {
    const { terminal, press } = having(someone(), 'ice', [60]).sit(['ice']);
    await terminal.waitFor(BEFORE);
    await press('s');
    await terminal.waitFor('Get the ice ready');
  });

  test('is said for a therapy that combines it as well', async ({ someone }) => {
    const { terminal } = having(someone(), 'contrast', [50]).sit(['heat', '--form', 'pad']);
    await terminal.waitFor(BEFORE);
    expect(terminal.screen()).toMatch(words('You can use heat again from'));
  });

  test('is said on standard error in a pipe, where it runs', async ({ someone }) => {
    const anna = having(someone(), 'ice', [60]);
    const { code, stdout, stderr } = await anna.run(['ice'], { clock: HURRIED });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('You can use ice again from') });
    expect(stdout).toContain('Take the ice off now');
  });

  test('is never once the gap is over', async ({ someone }) => {
    const { terminal } = having(someone(), 'ice', [140]).sit(['ice']);
    await terminal.waitFor('Get the ice ready');
  });
});

describe.concurrent('often enough for a day', () => {
  test('is said', async ({ someone }) => {
    const { terminal } = having(someone(), 'ice', [200, 210, 220, 230]).sit(['ice']);
    await terminal.waitFor(BEFORE);
    expect(terminal.screen()).toMatch(words('You have used ice 4 times today. The recommended maximum is 4.'));
  });

  test('is said in a pipe', async ({ someone }) => {
    const anna = having(someone(), 'heat', [200, 210, 220]);
    const { code, stderr } = await anna.run(['heat'], { clock: HURRIED });
    expect(code).toBe(0);
    expect(stderr).toContain('You have used heat 3 times today. The recommended maximum is 3.');
  });
});

describe.concurrent('after an emergency that nobody has seen', () => {
  const signs = { input: '{"signs":["chest-pain"]}' };

  test.for([['ice'], ['heat', '--form', 'pad'], ['stretch']])('it is named before %s', async (args, { someone }) => {
    const anna = someone();
    await anna.does(['triage', '--answers', '-'], signs);
    const { terminal, press } = anna.sit(args);
    await terminal.waitFor(BEFORE);
    expect(terminal.screen()).toMatch(
      words("Your last warning-sign check said: Call an ambulance now. Don't use ice or heat"),
    );
    await press('enter');
    expect((await terminal.exited()).code).toBe(130);
  });

  test('it is named in a pipe; and not after log seen', async ({ someone }) => {
    const anna = someone();
    await anna.does(['triage', '--answers', '-'], signs);
    const named = 'Your last warning-sign check said: Call an ambulance now.';
    expect((await anna.run(['stretch', 'childs-pose'], { clock: HURRIED })).stderr).toContain(named);
    await anna.does(['log', 'seen']);
    expect((await anna.run(['stretch', 'childs-pose'], { clock: HURRIED })).stderr).not.toContain(named);
  });
});
