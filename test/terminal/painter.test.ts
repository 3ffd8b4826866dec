import { Terminal } from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coloredStyle } from '../../src/terminal/colored-style.ts';
import { makePainter, type Row } from '../../src/terminal/painter.ts';
import { PLAIN, type Style } from '../../src/terminal/style.ts';
import { sessionRows } from '../../src/sessions/views/frame.ts';
import { Emulator } from '../e2e/harness/emulator.ts';
import { therapyScript } from '../sessions/scripts.ts';
import { MINUTE, Run, SECOND } from '../sessions/stepping.ts';
import { lookOf, shownOf, textOf } from '../sessions/views/screens.ts';
import { tries } from '../tries.ts';

const COLUMNS = 20;
const ROWS = 6;
const KINDS = Object.keys(PLAIN) as (keyof Style)[];

const plain = (text: string): Row => [{ text }];
const anyText = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '█', '━', '…'), maxLength: 12 });
const anySpan = fc.record({ text: anyText, as: fc.constantFrom(undefined, ...KINDS) });
const anyScreen = fc.array(fc.array(anySpan, { maxLength: 3 }), { maxLength: ROWS });

/** What a terminal should show of a screen. */
function shown(rows: readonly Row[]): string {
  const lines = rows.map((row) => textOf(row).slice(0, COLUMNS).trimEnd());
  return lines.join('\n').trimEnd();
}

/** Every cell of a terminal that was written this: its letter, and how it looks. */
async function cellsOf(written: string): Promise<string[]> {
  const terminal = new Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(written, resolve));
  const cells = Array.from({ length: COLUMNS * ROWS }, (_, at) => {
    const cell = terminal.buffer.active.getLine(Math.floor(at / COLUMNS))!.getCell(at % COLUMNS)!;
    const looks = [cell.isBold(), cell.isDim(), cell.isInverse(), cell.isUnderline(), cell.getFgColor()];
    return [cell.getChars().trim(), ...looks].join();
  });
  terminal.dispose();
  return cells;
}

describe('a screen that is painted', () => {
  it('is what the terminal shows, one screen after the other', async () => {
    const same = fc.asyncProperty(fc.array(anyScreen, { minLength: 1, maxLength: 5 }), async (screens) => {
      const [painter, emulator] = [makePainter(PLAIN), new Emulator(COLUMNS, ROWS)];
      for (const screen of screens) {
        await emulator.write(painter.paint(screen, COLUMNS));
        expect(emulator.screen()).toBe(shown(screen));
      }
    });
    await fc.assert(same, tries(80));
  });

  it('looks as if it had been painted whole', async () => {
    const style = coloredStyle();
    const same = fc.asyncProperty(anyScreen, anyScreen, async (before, after) => {
      const painter = makePainter(style);
      const changed = painter.paint(before, COLUMNS) + painter.paint(after, COLUMNS);
      expect(await cellsOf(changed)).toEqual(await cellsOf(makePainter(style).paint(after, COLUMNS)));
    });
    await fc.assert(same, tries(40));
  });

  it('takes away what stood on the terminal before', async () => {
    const emulator = new Emulator(COLUMNS, ROWS);
    await emulator.write('left over\r\nfrom before');
    await emulator.write(makePainter(PLAIN).paint([plain('Ice')], COLUMNS));
    expect(emulator.screen()).toBe('Ice');
  });

  it('is cut at the edge of the window, and never scrolls', async () => {
    const emulator = new Emulator(COLUMNS, ROWS);
    const rows = Array.from({ length: ROWS }, (_, at) => plain(String(at).repeat(30)));
    await emulator.write(makePainter(PLAIN).paint(rows, COLUMNS));
    expect(emulator.screen()).toBe(shown(rows));
    expect(emulator.transcript()).toBe(emulator.screen());
  });
});

describe('what is written', () => {
  it('is nothing where nothing has changed', () => {
    const screens = fc.property(anyScreen, (screen) => {
      const painter = makePainter(PLAIN);
      painter.paint(screen, COLUMNS);
      expect(painter.paint(screen, COLUMNS)).toBe('');
    });
    fc.assert(screens);
  });

  it('is the whole screen once it was forgotten', () => {
    const painter = makePainter(PLAIN);
    const whole = painter.paint([plain('Ice')], COLUMNS);
    painter.forget();
    expect(painter.paint([plain('Ice')], COLUMNS)).toBe(whole);
    expect(whole).toBe('\u001B[H\u001B[2J\u001B[1;1HIce\u001B[K');
  });

  it('is what has changed alone, each from its place', () => {
    const painter = makePainter(PLAIN);
    painter.paint([plain('7:32 left'), plain('Ice on')], COLUMNS);
    expect(painter.paint([plain('7:31 left'), plain('Ice on')], COLUMNS)).toBe('\u001B[1;4H1');
    expect(painter.paint([plain('7:31 left'), plain('Ice')], COLUMNS)).toBe('\u001B[2;1HIce\u001B[K');
  });

  it('ends with the cursor on the row to be read, and writes nothing where nothing has changed', () => {
    const painter = makePainter(PLAIN);
    painter.paint([plain('7:32 left'), plain('Ice on')], COLUMNS, 1);
    expect(painter.paint([plain('7:31 left'), plain('Ice on')], COLUMNS, 1)).toBe('\u001B[1;4H1\u001B[2;1H');
    expect(painter.paint([plain('7:31 left'), plain('Ice on')], COLUMNS, 1)).toBe('');
    expect(painter.paint([plain('7:31 left'), plain('Ice on')], COLUMNS, 0)).toBe('\u001B[1;1H');
  });

  it('reaches in each piece from the first letter that differs to the last, and jumps over pieces that are the same', () => {
    const painter = makePainter(PLAIN);
    painter.paint([[{ text: 'xaybx' }, { text: '----' }, { text: 'c' }]], COLUMNS);
    const after = painter.paint([[{ text: 'xAyBx' }, { text: '----' }, { text: 'C' }]], COLUMNS);
    expect(after).toBe('\u001B[1;2HAyB\u001B[1;10HC');
  });

  it('tells apart the same letters that look different', () => {
    const painter = makePainter({ ...PLAIN, alarm: (text) => `<${text}>` });
    painter.paint([plain('Ice')], COLUMNS);
    expect(painter.paint([[{ text: 'Ice', as: 'alarm' }]], COLUMNS)).toBe('\u001B[1;1H<Ice>\u001B[K');
  });

  it.each([
    [80, 24],
    [120, 40],
    [40, 12],
  ])('of a second that goes by is less than 500 bytes, in %i by %i', (columns, rows) => {
    const painter = makePainter(coloredStyle());
    const run = new Run(therapyScript('ice')).ready().lives(7 * MINUTE + 28 * SECOND);
    const paint = () => Buffer.byteLength(painter.paint(sessionRows(shownOf(run), lookOf(columns, rows)), columns));
    paint();
    const lasts = Array.from({ length: 5 }, () => {
      run.lives(SECOND);
      return paint();
    });
    expect(lasts.filter((bytes) => bytes === 0 || bytes >= 500)).toEqual([]);
  });
});
