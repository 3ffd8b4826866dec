import type { Context } from '../../app/context.ts';
import type { StretchesContent } from '../../content/session-types.ts';
import type { PlanCaution, PlanContent } from '../../content/plan-types.ts';
import { OperationError, UsageError } from '../../errors.ts';
import { planStretches } from '../core/plan.ts';
import { atLevel, routineFor, type StretchChoice } from '../core/stretch-choice.ts';
import { reasonsText } from '../../profile/core/profile.ts';
import { knownItems } from '../../profile/known.ts';
import { checkPlace } from '../run/place.ts';
import { lookBack, type Past, phaseToStretchIn, withNotes } from '../run/past.ts';
import { resumedInterrupted, runSession } from '../run/run.ts';
import { warnAndConfirm, warningsFor } from '../run/warnings.ts';
import { sessionFlags, type SessionOptions } from './options.ts';
import { oneOf } from '../../text/did-you-mean.ts';
import { fillIn } from '../../text/fill-in.ts';

/** What was asked for. */
export interface Asked {
  /** The stretches that were named; absent for those that suit the phase of the episode. */
  readonly named: StretchChoice | undefined;
  /** How often each is done; absent for its usual number. */
  readonly rounds: number | undefined;
  /** The level that was asked for; absent for the one of the plan. */
  readonly level: string | undefined;
  readonly slow: boolean;
  readonly options: SessionOptions;
}

/** Guides stretches. @throws OperationError when they are refused in this phase of an episode */
export async function guideStretches(context: Context, asked: Asked): Promise<void> {
  const { named, rounds, slow, options } = asked;
  const flags = sessionFlags(options);
  const level = levelAsked(context, asked);
  const ports = await context.ports();
  checkPlace({ context, ports });
  if (await resumedInterrupted({ context, ports, flags })) return;
  const content = context.content.stretches();
  const past = await lookBack(context);
  const whole = named ?? routineFor(content, phaseToStretchIn(past));
  refuse(whole, past);
  const { chosen, warnings, notes } = await withLevel(context, whole, { level, rounds });
  const own = aboutOwn(content, chosen, past);
  const session = { id: chosen.routine.therapy, past, now: ports.clock.now() };
  await warnAndConfirm(context, [...unknownPhase(chosen, past), ...own.warnings, ...warnings, ...warningsFor(session)]);
  const plan = planStretches(content, chosen, { slow, ...(rounds !== undefined && { rounds }) });
  await runSession({
    context,
    ports,
    plan: withNotes({ ...plan, notes: [...plan.notes, ...own.notes, ...notes] }, past),
    flags,
  });
}

// A routine that is refused in a phase is refused in parts as well.
function refuse({ routine: { refused } }: StretchChoice, { today }: Past): void {
  if (!refused || refused.in !== today.episode?.phase) return;
  throw new OperationError(refused.why, { code: 'not-in-this-phase', hint: `for now, run: ${refused.instead}` });
}

/**
 * The id of the level that was asked for. It is checked before anything is asked or mentioned.
 * @throws UsageError for a level that there isn't, or of something without levels
 */
function levelAsked({ content }: Context, { named, level, rounds }: Asked): string | undefined {
  if (level === undefined) return undefined;
  const { core } = content.plan();
  const example = `unspasm stretch ${core.routine} --level 1`;
  if (!named || !hasLevels(named, core))
    throw new UsageError(`--level is only for the whole routine ${core.routine}`, {
      code: 'bad-level',
      hint: `leave --level out, or run: ${example}`,
    });
  if (rounds !== undefined)
    throw new UsageError('a level says already how many times to do each exercise', {
      code: 'bad-level',
      hint: `use --level without --rounds: ${example}`,
    });
  const ids = core.levels.map(({ id }) => id);
  return oneOf('level', level, ids);
}

function hasLevels({ routine, stretches }: StretchChoice, core: PlanContent['core']): boolean {
  return routine.id === core.routine && stretches.length === routine.stretches.length;
}

/**
 * The routine at its level, if it has levels, with what somebody's health means for it: what has to be confirmed first,
 * and what is only good to know.
 * @param asked.level the id of one of the levels; absent for the one of the plan
 */
async function withLevel(
  context: Context,
  whole: StretchChoice,
  { level, rounds }: Pick<Asked, 'level' | 'rounds'>,
): Promise<{ chosen: StretchChoice; warnings: readonly string[]; notes: readonly string[] }> {
  if (!hasLevels(whole, context.content.plan().core) || rounds !== undefined)
    return { chosen: whole, warnings: healthWarnings(context), notes: [] };
  const { levelsFor } = await import('../../plan/plan-of.ts');
  const { current, all, cautions } = levelsFor(context);
  const id = level ?? current.id;
  const chosen = atLevel(
    whole,
    all.find((one) => one.id === id)!,
  );
  return { chosen, warnings: textsOf(cautions, true), notes: textsOf(cautions, false) };
}

function textsOf(cautions: readonly PlanCaution[], asks: boolean): string[] {
  return cautions.filter(({ ask = false }) => ask === asks).map(({ text }) => text);
}

// Nobody has checked them, so they are warned about where sore backs are.
function aboutOwn({ stretches, own }: StretchesContent, chosen: StretchChoice, past: Past) {
  if (chosen.stretches.every(({ id }) => stretches.some((one) => one.id === id))) return { warnings: [], notes: [] };
  const isEarly = phaseToStretchIn(past) === 'early';
  return { warnings: isEarly ? [own.early] : [], notes: [own.note] };
}

// What somebody said about their health comes before what the journal says.
function healthWarnings(context: Context): string[] {
  const reasons = knownItems(context).flatMap(({ means, because }) => (means.stretches ? because : []));
  if (reasons.length === 0) return [];
  return [fillIn(context.content.profile().stretches, { reasons: reasonsText(reasons) })];
}

// Somebody whose back has just locked may not have noted anything yet.
function unknownPhase({ routine: { refused } }: StretchChoice, { isKnown }: Past): string[] {
  return refused && !isKnown ? [`${refused.why} In the first days, run: ${refused.instead}`] : [];
}
