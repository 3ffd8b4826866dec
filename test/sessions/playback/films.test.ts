import { describe, expect, it } from 'vitest';
import { makeFilms } from '../../../src/sessions/playback/films.ts';
import type { Session } from '../../../src/sessions/core/state.ts';
import { drawFigure } from '../../../src/sessions/figure/figure.ts';
import { content } from '../../content/data-files.ts';
import { stretchScript, therapyScript } from '../scripts.ts';
import type { Row } from '../../../src/terminal/painter.ts';
import { Run, SECOND } from '../stepping.ts';
import { textOf } from '../views/screens.ts';

const POSES = content.poses();
const films = (moves = true) => makeFilms(POSES, 'ascii', moves);
const ready = (id = 'knee-to-chest') => new Run(stretchScript([id]));
const begun = (id?: string) => ready(id).ready();
const pose = (id: string, mirrored = false) => drawFigure(POSES.get(id)!, { columns: 40, ink: 'ascii', mirrored });
/** A figure without what is highlighted. */
const plain = (rows: readonly Row[]) => rows.map(textOf);

/** All pictures of a step, looked at whenever the film says that it changes. */
function watch(session: Session, { figureAt, changesAt } = films()): { at: number; lines: readonly Row[] }[] {
  const from = session.endsAt - session.length;
  const seen = [];
  for (let now: number | undefined = from; now !== undefined; now = changesAt(session, now))
    seen.push({ at: now - from, lines: figureAt(session, now)!(40) });
  return seen;
}

describe('a figure that moves', () => {
  it('goes into a hold within two and a half seconds, and stays there', () => {
    const { session, now } = begun();
    const seen = watch(session);
    expect(seen.map(({ at }) => at)).toEqual(Array.from({ length: 10 }, (_, at) => at * 250));
    expect(plain(seen[0]!.lines)).toEqual(pose('knee-down'));
    expect(plain(seen.at(-1)!.lines)).toEqual(pose('knee-up'));
    expect(plain(films().figureAt(session, now + 19 * SECOND)!(40))).toEqual(pose('knee-up'));
  });

  it('takes the whole step for a breath', () => {
    const seen = watch(begun('cat-cow').session);
    expect(seen).toHaveLength(20);
    expect(plain(seen[0]!.lines)).toEqual(pose('all-fours'));
    expect(plain(seen.at(-1)!.lines)).toEqual(pose('cow'));
  });

  it('is drawn once, however often it is shown', () => {
    const { session, now } = begun();
    const one = films();
    const first = watch(session, one).map(({ lines }) => lines);
    expect(watch(session, one).every(({ lines }, at) => lines === first[at])).toBe(true);
    const wide = one.figureAt(session, now)!(48);
    expect(wide).not.toBe(first[0]);
    expect(one.figureAt(session, now)!(48)).toBe(wide);
  });

  it('is drawn once for all rounds', () => {
    const run = new Run(stretchScript(['cat-cow'], { rounds: 3 })).ready().lives(5 * SECOND);
    const one = films();
    const first = one.figureAt(run.session, run.now)!(40);
    run.lives(10 * SECOND);
    expect(run.session.at).toBe(4);
    expect(one.figureAt(run.session, run.now)!(40)).toBe(first);
  });

  it('is in the mirror on the right side', () => {
    const run = begun();
    run.lives(30 * SECOND);
    expect(run.session.at).toBe(3);
    const last = watch(run.session).at(-1)!.lines;
    expect(plain(last)).toEqual(pose('knee-up', true));
    expect(plain(last)).not.toEqual(pose('knee-up'));
  });

  it('doesn’t move while the session is paused, and at its end', () => {
    const run = begun().lives(SECOND);
    const shown = films().figureAt(run.session, run.now)!(40);
    run.does('pause').lives(10 * SECOND);
    expect(films().changesAt(run.session, run.now)).toBeUndefined();
    expect(films().figureAt(run.session, run.now)!(40)).toEqual(shown);
    expect(films().changesAt(run.does('stop').session, run.now)).toBeUndefined();
  });

  it('continues after a pause where it was', () => {
    const run = begun()
      .lives(SECOND)
      .does('pause')
      .lives(10 * SECOND)
      .does('resume');
    expect(films().changesAt(run.session, run.now)).toBe(run.now + 250);
  });
});

describe('a figure that doesn’t move', () => {
  it('is that of getting ready', () => {
    const { session, now } = ready();
    expect(films().changesAt(session, now)).toBeUndefined();
    expect(plain(films().figureAt(session, now)!(40))).toEqual(pose('knee-down'));
  });

  it('shows where the movement goes, where figures may not move', () => {
    const { session, now } = begun();
    expect(films(false).changesAt(session, now)).toBeUndefined();
    expect(plain(films(false).figureAt(session, now)!(40))).toEqual(pose('knee-up'));
  });

  it('is none where the step has none', () => {
    const { session, now } = new Run(therapyScript('ice'));
    expect(films().figureAt(session, now)).toBeUndefined();
    expect(films().changesAt(session, now)).toBeUndefined();
  });
});
