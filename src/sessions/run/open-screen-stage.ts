import type { Context } from '../../app/context.ts';
import type { SessionPorts } from '../ports.ts';
import type { Films } from '../playback/films.ts';
import { screenStage } from '../playback/screen-stage.ts';
import type { OpenStage } from '../playback/stage.ts';
import { inkOf } from './ink.ts';
import type { SessionFlags } from './flags.ts';
import type { Plan } from './plan.ts';

/** A session on a screen of its own. */
export async function openScreenStage(
  context: Context,
  ports: SessionPorts,
  { script }: Plan,
  { motion }: SessionFlags,
): Promise<OpenStage> {
  const { content, page, settings } = context;
  const ink = inkOf(context);
  const hasFigures = script.steps.some(({ figure }) => figure);
  const moves = motion && settings.motion !== false;
  return screenStage({
    open: ports.openScreen,
    films: hasFigures ? await loadFilms(context, moves) : NONE,
    words: content.sessions(),
    glyphs: page.glyphs,
    blocks: ink !== 'ascii',
    ring: (text) => ports.notification('unspasm', text),
  });
}

const NONE: Films = { figureAt: () => undefined, changesAt: () => undefined };

async function loadFilms(context: Context, moves: boolean): Promise<Films> {
  const { makeFilms } = await import('../playback/films.ts');
  return makeFilms(context.content.poses(), inkOf(context), moves);
}
