import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventKind } from '../../../src/sessions/core/machine.ts';
import { toAscii } from '../../../src/terminal/glyphs.ts';
import { figureRows } from '../../../src/sessions/figure/figure.ts';
import { sessionRows } from '../../../src/sessions/views/frame.ts';
import type { Shown } from '../../../src/sessions/views/head.ts';
import type { FrameLook } from '../../../src/sessions/views/middle.ts';
import { allScripts, routineScript, therapyScript } from '../scripts.ts';
import { HOUR, MINUTE, Run, SECOND } from '../stepping.ts';
import { lookOf, shownOf, stubFigure, textOf } from './screens.ts';
import { tries } from '../../tries.ts';

const NOTICE = 'Look at your skin. If it is white, blotchy, bright red, burning or numb, take the ice off.';
const WIDTHS = Array.from({ length: 101 }, (_, at) => 20 + at);
/** All that differ: what is high has only more room. */
const HEIGHTS = [...Array.from({ length: 20 }, (_, at) => 5 + at), 30, 40];

const ice = () => new Run(therapyScript('ice', { minutes: 20 })).ready();
const waiting = () => new Run(therapyScript('ice')).waits();
const knee = () => new Run(routineScript('all')).ready();

/** Moments that look different from each other. */
const MOMENTS: Record<string, Shown> = {
  'getting ready': shownOf(new Run(therapyScript('heat', { form: 'bath' })), { pain: 10, notes: [NOTICE] }),
  'ice on': shownOf(ice().lives(SECOND), { notice: NOTICE }),
  paused: shownOf(ice().does('pause'), { notice: NOTICE }),
  'a stretch': shownOf(knee().lives(SECOND), { figure: stubFigure }),
  'a stretch, slept': shownOf(knee().jumps(MINUTE), { figure: stubFigure, notice: NOTICE }),
  'ready for another': shownOf(knee().does('hurts').does('skip'), { figure: stubFigure }),
  hurt: shownOf(knee().does('hurts'), { figure: stubFigure }),
  'are you awake': shownOf(new Run(therapyScript('heat', { form: 'bath' })).ready().lives(450 * SECOND), {
    notice: NOTICE,
  }),
  'a skin check': shownOf(ice().lives(5 * MINUTE), { notice: NOTICE }),
  'a skin check without an answer': shownOf(ice().lives(7 * MINUTE)),
  'a pack that hurts': shownOf(ice().lives(MINUTE).does('hurts')),
  'all keys': shownOf(ice().lives(MINUTE), { showsKeys: true }),
  waiting: shownOf(waiting(), { pain: 10, notes: [NOTICE] }),
  alarm: shownOf(ice().lives(20 * MINUTE)),
  'alarm for hours': shownOf(ice().jumps(30 * HOUR)),
  done: shownOf(knee().lives(HOUR)),
};

/** The key that is named first: in a narrow window one that stops it. */
const keyOf = ({ columns }: FrameLook) => (columns < 30 ? /^ (any key|Enter|[hnw]) / : /^ (any key|Enter|space|[nw]) /);

/** What is wrong with a screen; nothing when it fits its window. */
function faults(shown: Shown, look: FrameLook): string[] {
  const rows = sessionRows(shown, look).map(textOf);
  const size = `${look.columns}x${look.rows}`;
  const wide = rows.find((row) => row.length > look.columns - 1);
  return [
    ...(rows.length === look.rows ? [] : [`${size}: ${rows.length} rows`]),
    ...(wide === undefined ? [] : [`${size}: ${wide.length} columns: ${wide}`]),
    ...(rows.some((row) => /[\n\t\u001B]/.test(row)) ? [`${size}: a control character`] : []),
    ...(rows.some((row) => keyOf(look).test(row)) ? [] : [`${size}: no key`]),
  ];
}

/** How wide the figure is in a window. */
const drawn = (columns: number, rows: number) => {
  const lines = sessionRows(MOMENTS['a stretch']!, lookOf(columns, rows)).map(textOf);
  return Math.max(0, ...lines.map((line) => /F+/.exec(line)?.[0].length ?? 0));
};

describe('a screen', () => {
  it.each(Object.entries(MOMENTS))('fits every window, and names a key: %s', (_, shown) => {
    const all = WIDTHS.flatMap((columns) => HEIGHTS.flatMap((rows) => faults(shown, lookOf(columns, rows))));
    expect(all).toEqual([]);
  });

  it('of every step of every session fits a few windows', () => {
    const sizes = [lookOf(20, 5), lookOf(40, 12, false), lookOf(80, 24), lookOf(120, 40)];
    for (const script of allScripts()) {
      // Else it would be paused between two looks.
      const run = new Run({ ...script, countsDuringSleep: true });
      for (const step of script.steps) {
        expect(run.session.script.steps[run.session.at]).toBe(step);
        const shown = shownOf(run, step.figure && { figure: stubFigure });
        expect(sizes.flatMap((look) => faults(shown, look))).toEqual([]);
        run.now = run.session.endsAt;
        run.does('time');
      }
    }
  });

  it('fits whatever has happened', () => {
    const events = fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 4 * MINUTE }),
        event: fc.constantFrom<EventKind>('time', 'pause', 'resume', 'skip', 'back', 'extend', 'hurts', 'acknowledge'),
      }),
      { maxLength: 12 },
    );
    const size = fc.record({ columns: fc.integer({ min: 20, max: 120 }), rows: fc.integer({ min: 5, max: 40 }) });
    const fits = fc.property(
      fc.constantFrom(...allScripts()),
      events,
      size,
      fc.boolean(),
      (script, all, at, blocks) => {
        const run = new Run(script);
        for (const { after, event } of all) run.jumps(after).does(event);
        expect(faults(shownOf(run, { figure: stubFigure }), lookOf(at.columns, at.rows, blocks))).toEqual([]);
      },
    );
    fc.assert(fits, tries(100));
  });

  it.each(Object.entries(MOMENTS))('in ASCII is 7-bit: %s', (_, shown) => {
    for (const [columns, rows] of [
      [20, 5],
      [40, 12],
      [80, 24],
    ] as const) {
      const text = sessionRows(shown, lookOf(columns, rows, false))
        .map((row) => toAscii(textOf(row)))
        .join('\n');
      expect(text).toMatch(/^[\n -~]*$/);
      expect(text.split('\n')).toHaveLength(rows);
    }
  });

  it('shows the figure as wide as there is room for it and the time', () => {
    expect([drawn(120, 40), drawn(80, 24), drawn(60, 20), drawn(40, 12), drawn(20, 5)]).toEqual([48, 44, 32, 19, 0]);
    expect(figureRows(drawn(80, 14))).toBeLessThan(14);
  });
});
