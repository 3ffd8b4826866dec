import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineStage } from '../../../src/sessions/playback/line-stage.ts';
import { screenStage } from '../../../src/sessions/playback/screen-stage.ts';
import type { Scene } from '../../../src/sessions/playback/stage.ts';
import { makeGlyphs } from '../../../src/terminal/glyphs.ts';
import type { Row } from '../../../src/terminal/painter.ts';
import { inZone } from '../../journal/zone.ts';
import { therapyScript, WORDS } from '../scripts.ts';
import { MINUTE, Run, SECOND } from '../stepping.ts';

inZone('UTC', { beforeAll, afterAll });

const sceneOf = ({ session, now }: Run): Scene => ({
  session,
  now,
  pain: undefined,
  notice: '',
  notes: [],
  showsKeys: false,
});

describe('a session shown as lines', () => {
  it('reads as a list of what to do, and when', () => {
    const lines: string[] = [];
    const open = lineStage({
      write: (line) => lines.push(line),
      words: WORDS,
      listen: () => () => {},
      ring: () => {},
      intro: ['Ice:'],
    });
    const stage = open(
      () => {},
      () => {},
    );
    const run = new Run(therapyScript('ice', { minutes: 10 }));
    stage.show(
      sceneOf(run),
      run.signalled.map(({ signal }) => signal),
    );
    for (let second = 0; second < 630; second += 1) {
      const { length } = run.signalled;
      run.lives(SECOND);
      stage.show(
        sceneOf(run),
        run.signalled.slice(length).map(({ signal }) => signal),
      );
    }
    expect(`\n${lines.join('\n')}`).toMatchInlineSnapshot(`
      "
      Ice:
      Get the ice ready (30 seconds). Wrap the ice in a thin, damp cloth. Lie on your side or your front, so that you don't lie on the ice. Then: Put the ice where it hurts, with the cloth against your skin. Stay awake.
      Ice on (10 minutes, until 14:10). Put the ice where it hurts, with the cloth against your skin. Stay awake.
      Look at your skin. If it is white, blotchy, bright red, burning or numb, take the ice off.
      Halfway: 5 minutes left.
      Enter: skin looks normal, h: it doesn't, p: pause, q: stop, +: longer, t: time left.
      One minute left.
      Done.
      Take the ice off now, and look at your skin. Wait two hours before you use it again.
      Enter: it's off."
    `);
  });

  it('says how much is left when somebody asks, and what can be typed when something else was', () => {
    const lines: string[] = [];
    let say: ((word: string) => void) | undefined;
    const listen = (press: (press: string) => void) => {
      say = press;
      return () => {};
    };
    const presses: string[] = [];
    const open = lineStage({ write: (line) => lines.push(line), words: WORDS, listen, ring: () => {}, intro: [] });
    const stage = open(
      (press) => presses.push(press),
      () => {},
    );
    const run = new Run(therapyScript('ice', { minutes: 10 })).ready().lives(MINUTE);
    stage.show(sceneOf(run), []);
    say?.('t');
    stage.show(sceneOf(run), [{ kind: 'nothing' }]);
    expect(lines).toEqual([
      'Ice on: 9 minutes left, ends 14:10.',
      'That key does nothing here.',
      'p: pause, h: it hurts, q: stop, +: longer, t: time left.',
    ]);
    stage.show(sceneOf(run.does('pause')), [{ kind: 'paused' }]);
    expect(lines.slice(3)).toEqual([
      'Paused. Keep it off your skin.',
      'p: continue, h: it hurts, q: stop, +: longer, t: time left.',
    ]);
    stage.show(sceneOf(run.does('resume').lives(10 * MINUTE)), []);
    say?.('t');
    expect(presses).toEqual(['t']);
  });

  it('listens until it is closed', () => {
    const presses: string[] = [];
    let say: ((press: string) => void) | undefined;
    let isOpen = true;
    const listen = (press: (press: string) => void) => {
      say = press;
      return () => {
        isOpen = false;
      };
    };
    const stage = lineStage({ write: () => {}, words: WORDS, listen, ring: () => {}, intro: [] })(
      (press) => presses.push(press),
      () => {},
    );
    say?.('p');
    stage.close();
    expect([presses, isOpen]).toEqual([['p'], false]);
  });

  it.each(['?', 'help', 'repeat', 'again'])(
    'says once more what there is to do on "%s", and an alarm is not answered by it',
    (word) => {
      const lines: string[] = [];
      const presses: string[] = [];
      let say: ((word: string) => void) | undefined;
      const listen = (press: (press: string) => void) => {
        say = press;
        return () => {};
      };
      const open = lineStage({ write: (line) => lines.push(line), words: WORDS, listen, ring: () => {}, intro: [] });
      const stage = open(
        (press) => presses.push(press),
        () => {},
      );
      const run = new Run(therapyScript('ice', { minutes: 10 })).ready().lives(MINUTE);
      stage.show(sceneOf(run), []);
      say?.(word);
      expect(lines[0]).toMatch(/^Ice on\. Put the ice where it hurts/);
      expect(lines[1]).toMatch(/^p: pause/);
      stage.show(sceneOf(run.lives(10 * MINUTE)), []);
      say?.(word);
      expect(lines[2]).toMatch(/^Take the ice off now/);
      expect(presses).toEqual([]);
    },
  );

  it('changesAt to show nothing by itself', () => {
    const stage = lineStage({ write: () => {}, words: WORDS, listen: () => () => {}, ring: () => {}, intro: [] })(
      () => {},
      () => {},
    );
    expect(stage.changesAt(sceneOf(new Run(therapyScript('ice'))))).toBeUndefined();
  });
});

/** When the film on the screen changes. */
const WANTED = 42;

function openScreen() {
  const written: string[] = [];
  let drawn: readonly Row[] = [];
  const screen = {
    size: () => ({ columns: 60, rows: 20 }),
    draw: (rows: readonly Row[]) => {
      drawn = rows;
    },
    write: (codes: string) => written.push(codes),
    close: () => written.push('closed'),
  };
  const films = { figureAt: () => undefined, changesAt: () => WANTED };
  const options = {
    films,
    words: WORDS,
    glyphs: makeGlyphs(false),
    blocks: false,
    notification: (text: string) => Promise.resolve(`<${text}>`),
  };
  const stage = screenStage({ open: () => screen, ...options })(
    () => {},
    () => {},
  );
  return { stage, written, text: () => drawn.map((row) => row.map(({ text }) => text).join('')).join('\n') };
}

describe('a session on a screen of its own', () => {
  it('fills the window with this moment, and its notice', () => {
    const { stage, text } = openScreen();
    stage.show({ ...sceneOf(new Run(therapyScript('ice')).ready().lives(MINUTE)), notice: 'Look at the skin.' }, []);
    expect(text().split('\n')).toHaveLength(20);
    expect(text()).toContain('Ice on');
    expect(text()).toContain('Look at the skin.');
  });

  it('rings and notifies through the terminal, changes with its film, and gives the screen back', async () => {
    const { stage, written } = openScreen();
    stage.ring();
    stage.notify('Take it off');
    await turn();
    stage.notify('Too late');
    stage.close();
    await turn();
    expect(written).toEqual(['\u0007', '<Take it off>', 'closed']);
    expect(stage.changesAt(sceneOf(new Run(therapyScript('ice'))))).toBe(WANTED);
  });
});
