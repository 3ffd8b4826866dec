import type { Context } from '../../context.ts';
import type { Equipment, WakeLock } from '../../equipment.ts';
import { makeFilms } from '../../player/films.ts';
import { linesStage } from '../../player/lines-stage.ts';
import { play } from '../../player/play.ts';
import type { Playing } from '../../player/playing.ts';
import { screenStage } from '../../player/screen-stage.ts';
import type { OpenStage } from '../../player/stage.ts';
import type { Next } from '../../session/state.ts';
import { inkOf } from './ink.ts';
import { introLines } from '../../views/session/intro.ts';
import { keepCut } from './death.ts';
import type { Manner } from './options.ts';
import type { Plan } from './plan.ts';
import { makeTeller } from './teller.ts';

/** The end of a session that asks nothing can be read for so long. */
const LINGER_MS = 8000;

/** Plays a session, from its beginning or where it was cut off, and says how it went. */
export async function perform(
  context: Context,
  equipment: Equipment,
  plan: Plan,
  manner: Manner,
  first: Next,
): Promise<Playing> {
  const { capabilities } = context;
  const notes = [...plan.notes];
  let playing: Playing = { session: first.session, isOver: false };
  const keep = (now: Playing) => {
    playing = now;
    const { session, pain } = now;
    const { form, planned } = plan;
    equipment.kept.keep({ session, planned, ...(form && { form }), ...(pain && { painBefore: pain.value }) });
  };
  const forget = equipment.beforeDeath((signal) => keepCut(context, equipment, plan, manner, playing, signal));
  const awake = stayAwake(context, equipment, manner, notes);
  try {
    return await play(first, {
      clock: equipment.clock,
      openStage: capabilities.drawn
        ? drawnStage(context, equipment, manner)
        : spokenStage(context, equipment, plan, manner, first),
      patience: { canAnswer: capabilities.keyboard, linger: capabilities.drawn ? LINGER_MS : 0 },
      tell: makeTeller(context, equipment, manner),
      keep,
      notes,
    });
  } finally {
    awake.release();
    forget();
    equipment.kept.forget();
  }
}

function drawnStage(context: Context, equipment: Equipment, { motion }: Manner): OpenStage {
  const { content, page, settings } = context;
  const ink = inkOf(context);
  return screenStage({
    open: equipment.openScreen,
    films: makeFilms(content.poses(), ink, motion && settings.motion !== false),
    words: content.sessions(),
    glyphs: page.glyphs,
    blocks: ink !== 'ascii',
    ring: (text) => equipment.notification('unspasm', text),
  });
}

function spokenStage(context: Context, equipment: Equipment, plan: Plan, { quiet }: Manner, first: Next): OpenStage {
  const canType = context.capabilities.keyboard && context.capabilities.prompts !== 'refuse';
  return linesStage({
    write: (line) => context.print([line]),
    words: context.content.sessions(),
    listen: canType ? equipment.listenToLines : () => () => {},
    ring: () => (quiet ? undefined : equipment.bell()),
    intro: introLines(first.session, plan.notes, canType, context.now().getTime()),
  });
}

// A computer that sleeps sounds no alarm: where it can't be kept awake that is said.
function stayAwake(context: Context, equipment: Equipment, { keepAwake }: Manner, notes: string[]) {
  let lock: WakeLock | undefined;
  let isOver = false;
  const failed = (why: string) => {
    const text = `This computer may fall asleep, and then no alarm sounds: ${why}.`;
    if (context.capabilities.drawn) notes.push(text);
    else context.note([`unspasm: ${text}`]);
  };
  const start = async () => {
    const reach = await equipment.reach();
    if (!isOver) lock = reach.keepAwake(failed);
  };
  if (keepAwake) setImmediate(() => void start());
  return {
    release: () => {
      isOver = true;
      lock?.release();
    },
  };
}
