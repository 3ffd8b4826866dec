import { inkFor } from '../figure/inks.ts';
import type { Next } from '../core/state.ts';
import type { Films } from '../playback/films.ts';
import type { OpenStage } from '../playback/stage.ts';
import { canAnswer } from '../../terminal/capabilities.ts';
import type { SessionRun } from './session-run.ts';

/** Where a session is shown: on a screen of its own, or as lines. Only the code of that one is loaded. */
export async function stageFor(run: SessionRun, first: Next): Promise<OpenStage> {
  return run.context.capabilities.drawn ? onScreen(run) : asLines(run, first);
}

async function onScreen(run: SessionRun): Promise<OpenStage> {
  const { content, page, capabilities } = run.context;
  const { unchecked } = run.plan;
  const { screenStage } = await import('../playback/screen-stage.ts');
  return screenStage({
    open: run.ports.openScreen,
    films: await filmsFor(run),
    words: content.sessions(),
    ...(unchecked && { unchecked }),
    glyphs: page.glyphs,
    blocks: capabilities.blocks,
    notification: (text) => run.ports.notificationCode('unspasm', text),
  });
}

const NO_FILMS: Films = { figureAt: () => undefined, changesAt: () => undefined };

async function filmsFor({ context, plan, flags }: SessionRun): Promise<Films> {
  const { content, settings, capabilities } = context;
  if (!plan.script.steps.some(({ figure }) => figure)) return NO_FILMS;
  const ink = inkFor(capabilities, flags.figures ? { ...settings, figures: flags.figures } : settings);
  const { makeFilms } = await import('../playback/films.ts');
  const moves = flags.motion && settings.motion !== false;
  return makeFilms(content.poses(), ink, moves);
}

async function asLines({ context, ports, plan }: SessionRun, first: Next): Promise<OpenStage> {
  const [{ lineStage }, { introLines }] = await Promise.all([
    import('../playback/line-stage.ts'),
    import('../views/keys.ts'),
  ]);
  const canType = canAnswer(context.capabilities);
  const words = context.content.sessions();
  const { unchecked } = words;
  const notes = [...plan.notes, ...(plan.unchecked ? [canType ? unchecked.key : unchecked.line] : [])];
  return lineStage({
    write: (line) => context.print([line]),
    words,
    listen: canType ? ports.listenToLines : undefined,
    ring: () => ports.bell(),
    intro: introLines(first.session, notes, canType, context.now().getTime()),
  });
}
