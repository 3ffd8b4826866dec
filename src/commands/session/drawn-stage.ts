import type { Context } from '../../context.ts';
import type { Equipment } from '../../equipment.ts';
import type { Films } from '../../player/films.ts';
import { screenStage } from '../../player/screen-stage.ts';
import type { OpenStage } from '../../player/stage.ts';
import { inkOf } from './ink.ts';
import type { Manner } from './options.ts';
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
  const { makeFilms } = await import('../../player/films.ts');
  return makeFilms(context.content.poses(), inkOf(context), moves);
}
