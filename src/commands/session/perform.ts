import type { Context } from '../../context.ts';
import type { Equipment, WakeLock } from '../../equipment.ts';
import { play } from '../../player/play.ts';
import type { Playing } from '../../player/playing.ts';
import type { OpenStage } from '../../player/stage.ts';
import type { Next } from '../../session/state.ts';
import { canAnswer } from '../../terminal/capabilities.ts';
import { wrap } from '../../text/wrap.ts';
import { keepCut } from './death.ts';
import { recordOf } from './keep.ts';
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
  painBefore?: number,
): Promise<Playing> {
  const openStage = await stageFor(context, equipment, plan, manner, first);
  let { notes } = plan;
  const add = (note: string) => {
    notes = [...notes, note];
  };
  let playing: Playing = { session: first.session, isOver: false };
  const keep = (now: Playing, isNews: boolean) => {
    playing = now;
    if (!isNews) return;
    equipment.kept.keep(recordOf(now, plan, manner));
  };
  const forget = equipment.beforeDeath((signal) => keepCut(context, equipment, plan, manner, playing, signal));
  const awake = stayAwake(context, equipment, manner, add);
  const doors = {
    clock: equipment.clock,
    openStage,
    patience: { canAnswer: canAnswer(context.capabilities), linger: context.capabilities.drawn ? LINGER_MS : 0 },
    tell: makeTeller(context, equipment, manner),
    keep,
    notes: () => notes,
  };
  try {
    return await play(first, doors, painBefore);
  } finally {
    awake.release();
    forget();
  }
}

// Each way of showing it is loaded where it is used.
async function stageFor(
  context: Context,
  equipment: Equipment,
  plan: Plan,
  manner: Manner,
  first: Next,
): Promise<OpenStage> {
  if (context.capabilities.drawn) {
    const { drawnStage } = await import('./drawn-stage.ts');
    return drawnStage(context, equipment, plan, manner);
  }
  const { toldStage } = await import('./told-stage.ts');
  return toldStage(context, equipment, plan, manner, first);
}

// A computer that sleeps sounds no alarm: where it can't be kept awake that is said.
function stayAwake(context: Context, equipment: Equipment, { keepAwake }: Manner, add: (note: string) => void) {
  let lock: WakeLock | undefined;
  let isOver = false;
  const failed = (why: string) => {
    const text = 'This computer may fall asleep, and then no alarm sounds: keep it awake.';
    if (context.capabilities.drawn) add(text);
    else context.note(wrap(`unspasm: ${text} (${why})`, context.page.width));
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
