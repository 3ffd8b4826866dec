import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pose } from '../../src/content/session-types.ts';
import { drawFigure, figureRows, makeFilm, type FigureLook, type Ink } from '../../src/sessions/figure/figure.ts';
import { movingParts } from '../../src/sessions/figure/moving.ts';
import { inBetween } from '../../src/sessions/figure/in-between.ts';
import { textOf } from './views/screens.ts';
import { readData } from '../content/data-files.ts';

type Joint = Pose['neck'];

const { poses } = readData('figures.json') as { poses: Pose[] };
const INKS: Ink[] = ['blocks', 'braille', 'ascii'];
const WIDTHS = Array.from({ length: 65 }, (_, at) => 16 + at);
const LOOK: FigureLook = { columns: 40, ink: 'blocks', mirrored: false };

// What figures move between.
const PAIRS: [from: string, to: string][] = [
  ['knee-down', 'knee-up'],
  ['all-fours', 'cow'],
  ['cow', 'cat'],
  ['cat', 'cow'],
  ['all-fours', 'child'],
  ['press-down', 'press-up'],
  ['press-down', 'plank'],
  ['rotation-middle', 'rotation-side'],
  ['bridge-down', 'bridge-up'],
  ['all-fours', 'bird-dog'],
];

function pose(id: string): Pose {
  const found = poses.find((one) => one.id === id);
  if (!found) throw new Error(`No pose ${id}`);
  return found;
}

function distance([x, y]: Joint, [otherX, otherY]: Joint): number {
  return Math.hypot(otherX - x, otherY - y);
}

function bones(joints: readonly Joint[]): number[] {
  return joints.slice(1).map((joint, at) => distance(joints[at] as Joint, joint));
}

function along([start, control, end]: Pose['torso'], part: number): Joint {
  const point = (axis: 0 | 1) =>
    (1 - part) ** 2 * start[axis] + 2 * part * (1 - part) * control[axis] + part ** 2 * end[axis];
  return [point(0), point(1)];
}

function torsoLength({ torso }: Pose): number {
  const points = Array.from({ length: 21 }, (_, at) => along(torso, at / 20));
  return bones(points).reduce((sum, bone) => sum + bone, 0);
}

/** All lengths of a body: torso, neck to head, arms, legs. */
function lengths(body: Pose): number[] {
  const { nearArm, farArm = nearArm, nearLeg, farLeg = nearLeg } = body;
  const limbs = [nearArm, farArm, nearLeg, farLeg].flatMap(bones);
  return [torsoLength(body), distance(body.neck, body.head), ...limbs];
}

function jointsOf({ torso, neck, head, nearArm, farArm = [], nearLeg, farLeg = [] }: Pose): Joint[] {
  return [torso[0], torso[2], neck, head, ...nearArm, ...farArm, ...nearLeg, ...farLeg];
}

function reversed(lines: readonly string[]): string[] {
  return lines.map((line) => line.split('').toReversed().join(''));
}

/** Braille with the left and the right dots of each cell swapped. */
function swapDots(line: string): string {
  return line.replace(/[\u2800-\u28FF]/g, (sign) => {
    const dots = sign.charCodeAt(0) - 0x2800;
    const upper = ((dots & 0x07) << 3) | ((dots & 0x38) >> 3);
    const lowest = ((dots & 0x40) << 1) | ((dots & 0x80) >> 1);
    return String.fromCharCode(0x2800 + upper + lowest);
  });
}

describe('a figure', () => {
  it.each(INKS)('in %s fills its box exactly, whatever its width', (ink) => {
    for (const columns of WIDTHS) {
      const lines = poses.map((one) => drawFigure(one, { columns, ink, mirrored: false }));
      expect(new Set(lines.map((each) => each.length))).toEqual(new Set([figureRows(columns)]));
      expect(new Set(lines.flat().map((line) => line.length))).toEqual(new Set([columns]));
    }
  });

  it('is about half as high as it is wide, in cells twice as high as wide', () => {
    expect([16, 24, 40, 60, 80].map(figureRows)).toEqual([5, 7, 11, 16, 21]);
  });

  it('is drawn in the signs of its ink', () => {
    const signs = { blocks: /^[ ▀▄█]+$/, braille: /^[ \u2801-\u28FF]+$/, ascii: /^[ -~]+$/ };
    for (const ink of INKS) {
      const drawn = poses.flatMap((one) => drawFigure(one, { ...LOOK, ink }));
      expect(drawn.join('')).toMatch(signs[ink]);
    }
  });

  it('is the same in a mirror, turned round', () => {
    for (const one of poses) {
      for (const columns of [16, 33, 40, 61]) {
        const draw = (ink: Ink, mirrored: boolean) => drawFigure(one, { columns, ink, mirrored });
        expect(draw('blocks', true)).toEqual(reversed(draw('blocks', false)));
        expect(draw('ascii', true)).toEqual(reversed(draw('ascii', false)));
        expect(draw('braille', true)).toEqual(reversed(draw('braille', false)).map(swapDots));
      }
    }
  });

  it('is on a floor when seen from the side, and not from above', () => {
    for (const one of poses) {
      const last = drawFigure(one, LOOK).at(-1) ?? '';
      expect(/^▄+$/.test(last), one.id).toBe(one.view === 'side');
    }
  });
});

describe('figures that people know', () => {
  it('on hands and knees, the back rounded', () => {
    expect(`\n${drawFigure(pose('cat'), { ...LOOK, ink: 'ascii' }).join('\n')}`).toMatchInlineSnapshot(`
      "
                                              
                                              
                                              
                   .ooooo..                   
                 o####**###oo                 
               .###*'   '*###o                
           o###**#*       '###                
           *##* *#*        *##                
                o*         *##                
             .o##          '#######oooo       
      ''''''''''''''''''''''''''''''''''''''''"
    `);
  });

  it('with the hips lifted', () => {
    expect(`\n${drawFigure(pose('bridge-up'), LOOK).join('\n')}`).toMatchInlineSnapshot(`
      "
                                              
                                              
                                              
                                              
                                   ▄▄         
                         ▄▄▄▄▄▄██████         
                    ▄▄████████▀▀▀  ██         
           ▄▄    ▄████▀▀▀          ██         
          ████▄▄█████▄▄             █         
           ▀▀▀  ▀▀▀▀▀▀▀▀██▄▄▄       ▀█▄       
      ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄"
    `);
  });
});

describe('the poses', () => {
  it.each(poses.map((one) => one.id))('%s stays in its box, above the floor', (id) => {
    for (const [x, y] of jointsOf(pose(id))) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(100);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(50);
    }
  });

  it.each(poses.map((one) => one.id))('%s hangs together', (id) => {
    const { torso, neck, head, nearArm, farArm = nearArm, nearLeg, farLeg = nearLeg } = pose(id);
    expect(distance(neck, torso[0])).toBeLessThan(4);
    expect(distance(head, neck)).toBeLessThan(12);
    for (const arm of [nearArm, farArm]) expect(distance(arm[0] as Joint, torso[0])).toBeLessThan(4);
    for (const leg of [nearLeg, farLeg]) expect(distance(leg[0] as Joint, torso[2])).toBeLessThan(4);
  });

  it.each(PAIRS)('%s and %s are the same body', (from, to) => {
    const others = lengths(pose(to));
    expect(pose(from).view).toBe(pose(to).view);
    for (const [at, length] of lengths(pose(from)).entries()) {
      expect(Math.abs(length - (others[at] ?? 0))).toBeLessThan(1.2);
    }
  });

  it('are each described in one sentence', () => {
    expect(poses.filter(({ alt }) => !/^[A-Z][^.]+\.$/.test(alt))).toEqual([]);
  });
});

describe('a pose in between', () => {
  const anyPair = fc.constantFrom(...PAIRS).map(([from, to]) => [pose(from), pose(to)] as const);
  const anyPart = fc.double({ min: 0, max: 1, noNaN: true });

  it('begins and ends as the poses', () => {
    for (const [from, to] of PAIRS) {
      expect(inBetween(pose(from), pose(to), 0)).toEqual(pose(from));
      expect(inBetween(pose(from), pose(to), 1)).toEqual(pose(to));
    }
  });

  it('starts and ends gently', () => {
    const [from, to] = [pose('press-down'), pose('press-up')];
    const risen = [0.1, 0.5, 0.9].map((part) => {
      return (inBetween(from, to, part).head[1] - from.head[1]) / (to.head[1] - from.head[1]);
    });
    expect(risen[0]).toBeLessThan(0.05);
    expect(risen[1]).toBeCloseTo(0.5);
    expect(risen[2]).toBeGreaterThan(0.95);
  });

  it('stays above the floor, whole, with limbs that never grow', () => {
    const anywhere = fc.property(anyPair, anyPart, ([from, to], part) => {
      const middle = inBetween(from, to, part);
      for (const [, y] of jointsOf(middle)) expect(y).toBeLessThanOrEqual(50);
      for (const [at, length] of lengths(middle).entries()) {
        expect(length).toBeLessThan(Math.max(lengths(from)[at] ?? 0, lengths(to)[at] ?? 0) + 0.5);
      }
    });
    fc.assert(anywhere);
  });

  it('leaves hands and feet where they are in both poses', () => {
    const planted = fc.property(anyPart, (part) => {
      expect(
        distance(inBetween(pose('press-down'), pose('press-up'), part).nearArm[2] as Joint, [29, 48.4]),
      ).toBeLessThan(0.1);
      expect(inBetween(pose('bridge-down'), pose('bridge-up'), part).nearLeg[3]).toEqual(pose('bridge-up').nearLeg[3]);
    });
    fc.assert(planted);
  });

  it('keeps the length of a leg that swings', () => {
    const swinging = fc.property(anyPart, (part) => {
      const [thigh = 0, shin = 0] = bones(inBetween(pose('knee-down'), pose('knee-up'), part).nearLeg);
      expect(Math.abs(thigh - 23)).toBeLessThan(0.2);
      expect(Math.abs(shin - 20.5)).toBeLessThan(0.2);
    });
    fc.assert(swinging);
  });

  it('lets a far limb come out from behind the near one', () => {
    const { farArm, farLeg } = inBetween(pose('all-fours'), pose('bird-dog'), 0.001);
    expect(distance(farLeg?.[3] ?? [0, 0], pose('all-fours').nearLeg[3] as Joint)).toBeLessThan(0.1);
    expect(farArm).toHaveLength(3);
    expect(inBetween(pose('cat'), pose('cow'), 0.5)).not.toHaveProperty('farArm');
  });
});

describe('a film', () => {
  it.each(PAIRS)('from %s to %s begins and ends with them', (from, to) => {
    const film = makeFilm(pose(from), pose(to), LOOK, 5);
    expect(film).toHaveLength(5);
    expect(film[0]!.map(textOf)).toEqual(drawFigure(pose(from), LOOK));
    expect(film[4]!.map(textOf)).toEqual(drawFigure(pose(to), LOOK));
    expect(film[2]).not.toEqual(film[0]);
  });

  it('shows a row that stays as it is as the same object', () => {
    const film = makeFilm(pose('cat'), pose('cow'), LOOK, 5);
    for (const [at, rows] of film.entries()) {
      const before = film[at - 1] ?? rows;
      const alike = rows.filter((row, line) => JSON.stringify(row) === JSON.stringify(before[line]));
      expect(alike.length).toBeGreaterThan(0);
      expect(alike.every((row) => before.includes(row))).toBe(true);
    }
  });

  it('of one picture shows where it goes', () => {
    expect(makeFilm(pose('cat'), pose('cow'), LOOK, 1).map((rows) => rows.map(textOf))).toEqual([
      drawFigure(pose('cow'), LOOK),
    ]);
  });
});

/** What is highlighted in the last picture of a movement. */
const highlighted = (from: string, to: string) =>
  makeFilm(pose(from), pose(to), { ...LOOK, ink: 'braille' }, 2)[1]!
    .map((row) =>
      row
        .map(({ text, as }) => (as === 'highlight' ? text : ' '.repeat(text.length)))
        .join('')
        .trimEnd(),
    )
    .filter((row) => row !== '');

describe('what moves', () => {
  it('is highlighted: a leg and the arms that pull it, not the trunk', () => {
    expect(`\n${highlighted('knee-down', 'knee-up').join('\n')}`).toMatchInlineSnapshot(`
      "
                    ⣀⣀⣲⣀     ⣰⣶
                  ⣠⣜⣿⣿⣿⠿⠿⠿⠿⠿⣿⠟⠁
                ⣰⣾⠟⠉⠈⢻⣿⣷⡄
              ⢀⣾⣿     ⠹⣿⣿⣦⡀
              ⣿⣿        ⣿⣿⣿
                         ⠿⠿"
    `);
  });

  it('is the trunk where the back bends', () => {
    expect(`\n${highlighted('cow', 'cat').join('\n')}`).toMatchInlineSnapshot(`
      "
                   ⣀⣤⣤⣴⣤⣤⣀⡀
                 ⣴⣾⣿⣿⣿⠿⠿⣿⣿⣿⣶⣄
               ⣀⣾ ⣿⠟⠉   ⠈⠻⣿
           ⣴⣿⣿⣾⠿          ⠈
           ⠻⣿⣿⠟"
    `);
  });

  it('is nothing where the whole body moves, or nothing does', () => {
    expect(movingParts(pose('all-fours'), pose('all-fours'))).toEqual(new Set());
    const all = { ...pose('all-fours'), ...moved(pose('all-fours')) };
    expect(movingParts(pose('all-fours'), all)).toEqual(new Set());
  });

  it.each(PAIRS)('is some of the body, or all of it: %s to %s', (from, to) => {
    expect(movingParts(pose(from), pose(to)).size).toBeLessThan(5);
  });
});

function right([x, y]: Joint): Joint {
  return [x + 15, y];
}

/** A pose a bit to the right. */
function moved({ torso, neck, head, nearArm, nearLeg }: Pose) {
  const all = (joints: readonly Joint[]) => joints.map(right);
  return {
    torso: all(torso) as unknown as Pose['torso'],
    neck: right(neck),
    head: right(head),
    nearArm: all(nearArm),
    nearLeg: all(nearLeg),
  };
}
