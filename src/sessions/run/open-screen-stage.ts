import type { Context } from '../../app/context.ts';
import type { Equipment } from '../devices.ts';
import type { Films } from '../playback/films.ts';
import { screenStage } from '../playback/screen-stage.ts';
import type { OpenStage } from '../playback/stage.ts';
import { inkOf } from './ink.ts';
import type { Manner } from './flags.ts';
import type { Plan } from './plan.ts';

/** A session on a screen of its own. */
export async function drawnStage(
  context: Context,
  equipment: Equipment,
  { script }: Plan,
  { motion }: Manner,
): Promise<OpenStage> {
  const { content, page, settings } = context;
  const ink = inkOf(context);
  const hasFigures = script.steps.some(({ figure }) => figure);
  const moves = motion && settings.motion !== false;
  return screenStage({
    open: equipment.openScreen,
    films: hasFigures ? await loadFilms(context, moves) : NONE,
    words: content.sessions(),
    glyphs: page.glyphs,
    blocks: ink !== 'ascii',
    ring: (text) => equipment.notification('unspasm', text),
  });
}

const NONE: Films = { figureAt: () => undefined, changesAt: () => undefined };

async function loadFilms(context: Context, moves: boolean): Promise<Films> {
  const { makeFilms } = await import('../playback/films.ts');
  return makeFilms(context.content.poses(), inkOf(context), moves);
}
