import { describe, expect } from 'vitest';
import { colours, isAscii } from '../support/text.ts';
import { type Seat, test } from './person.ts';

const WIDE = [80, 24] as const;
const SIZES = [[40, 12], [20, 5], WIDE] as const;

const moments: Record<string, { args: string[]; nativeHelpers: (seat: Seat) => Promise<void> }> = {
  'getting ready': {
    args: ['ice', '--no-keep-awake'],
    nativeHelpers: ({ terminal }) => terminal.waitFor(/Get the ice ready[^]*\? all keys/),
  },
  ice: {
    args: ['ice', '--minutes', '20'],
    nativeHelpers: async ({ terminal, clock, press }) => {
      await terminal.waitFor('Get the ice ready');
      await press('enter');
      await clock.minutes(5.5);
      await press('enter');
      await terminal.waitFor(/Ice on[^]*\n space pause/);
    },
  },
  'a stretch': {
    args: ['stretch', 'first-days', '--no-motion'],
    nativeHelpers: async ({ terminal, press }) => {
      await terminal.waitFor('1 of 3: Knee to chest');
      await press('enter');
      await terminal.waitFor(/Hold, left side[^]*\n space pause/);
    },
  },
  'an alarm': {
    args: ['ice'],
    nativeHelpers: async ({ terminal, clock, press }) => {
      await terminal.waitFor('Get the ice ready');
      await press('enter');
      await clock.minutes(10.1);
      await terminal.waitFor(/TAKE THE ICE OFF NOW[^]*any key it's off/);
    },
  },
};

/** The screen without the time of its end: two programs don't start at the same moment. */
function withoutTime({ terminal }: Seat): string {
  return terminal.screen().replace(/ends \d\d:\d\d/, 'ends');
}

/** What lies on the skin goes on being counted meanwhile. */
function withoutDigits(screen: string): string {
  return screen.replace(/[█▀▄ ]{8,}/g, ' ');
}

describe.concurrent('a window that is made small and wide again', () => {
  test.for(Object.keys(moments))('shows %s at its size, whole, and nothing of before', async (moment, { someone }) => {
    const { args, nativeHelpers } = moments[moment]!;
    const seat = someone().sit(args);
    const { terminal } = seat;
    await nativeHelpers(seat);
    await seat.settled();
    const before = terminal.screen();
    for (const [columns, rows] of SIZES) {
      await seat.resized(columns, rows);
      const lines = terminal.screen().split('\n');
      expect(lines.length).toBeLessThanOrEqual(rows);
      // Had a line been wrapped, the first would have scrolled away, or another would begin at the edge.
      expect(lines[0]).toMatch(/^ \S/);
      expect(lines.filter((line) => /^[^ ]/.test(line))).toEqual([]);
      // Where there is room for two keys, they are those that stop it.
      const usual = moment === 'getting ready' ? /^ Enter (start|go)/ : /^ (space pause|any key)/;
      expect(lines.at(-1)).toMatch(columns < 30 && !/any key/.test(lines.at(-1)!) ? /^ h hurts {2}q stop/ : usual);
    }
    expect(withoutDigits(terminal.screen())).toBe(withoutDigits(before));
  });

  test('shows a screen that began in that size just so', async ({ someone }) => {
    const args = ['walk', '--no-keep-awake'];
    const [small, resized] = [someone().sit(args, { columns: 40, rows: 12 }), someone().sit(args)];
    await small.terminal.waitFor(/Enter (start|go)/);
    await resized.terminal.waitFor(/Enter (start|go)/);
    await Promise.all([small.settled(), resized.resized(40, 12)]);
    expect(withoutTime(resized)).toBe(withoutTime(small));
  });
});

/** What stands on the row where the cursor waits: a screen reader and a braille display show this one. */
function readFirst({ terminal }: Seat): string {
  return terminal.screen().split('\n')[terminal.cursor().row]!.trim();
}

describe.concurrent('the cursor', () => {
  test.for([WIDE, [40, 12]] as const)(
    'waits beside what to do, not on the digits, in %i by %i',
    async (size, { someone }) => {
      const [columns, rows] = size;
      const seat = someone().sit(['stretch', 'knee-to-chest', '--no-motion'], { columns, rows });
      await seat.terminal.waitFor('Enter');
      await seat.press('enter');
      await seat.terminal.waitFor('Hold, left side');
      for (let second = 0; second < 3; second += 1) {
        await seat.clock.seconds(1);
        await seat.settled();
        expect(readFirst(seat)).toMatch(/^[A-Z][a-z]+ .*[a-z]/);
        expect(seat.terminal.cursor().column).toBe(0);
      }
    },
  );

  test('waits at what to do when it hurts', async ({ someone }) => {
    const seat = someone().sit(['ice']);
    await seat.terminal.waitFor('Get the ice ready');
    await seat.press('h');
    await seat.terminal.waitFor('It hurts');
    await seat.settled();
    expect(readFirst(seat)).toMatch(/^[A-Z].* [a-z]+/);
    expect(readFirst(seat)).not.toMatch(/^(Ice|It hurts)/);
  });

  test('waits at an alarm', async ({ someone }) => {
    const seat = someone().sit(['ice']);
    await seat.terminal.waitFor('Get the ice ready');
    await seat.press('enter');
    await seat.clock.minutes(10.1);
    await seat.terminal.waitFor(/TAKE THE ICE OFF NOW[^]*any key it's off/);
    await seat.settled();
    expect(readFirst(seat)).toMatch(/^TAKE THE ICE OFF NOW/);
  });
});

/** Shows a stretch until its second side, with a look at everything that was written. */
async function written(seat: Seat): Promise<string> {
  await seat.terminal.waitFor('Enter start now');
  await seat.press('enter');
  await seat.terminal.waitFor('Hold, left side');
  await seat.clock.seconds(31);
  await seat.terminal.waitFor('Hold, right side');
  await seat.press('h');
  await seat.terminal.waitFor('It hurts');
  seat.terminal.press('ctrl+c');
  await seat.terminal.exited();
  return seat.terminal.output();
}

describe.concurrent('what the terminal can show', () => {
  test('NO_COLOR: no colour', async ({ someone }) => {
    const output = await written(someone().sit(['stretch', 'knee-to-chest'], { env: { NO_COLOR: '1' } }));
    expect(colours(output)).toEqual([]);
  });

  test('else only the sixteen colours that everybody can set', async ({ someone }) => {
    const used = colours(await written(someone().sit(['stretch', 'knee-to-chest'])));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((code) => code === 38 || code === 48)).toEqual([]);
  });

  test.for([
    ['--ascii', {}],
    ['LANG=C', { LANG: 'C' }],
  ] as const)('%s: 7-bit text, with a figure', async ([how, env], { someone }) => {
    const args = ['stretch', 'knee-to-chest', ...(how === '--ascii' ? [how] : [])];
    const output = await written(someone().sit(args, { env }));
    expect(isAscii(output)).toBe(true);
  });
});
