import type { Invocation } from '../../app/command.ts';
import type { StretchesContent } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { type Choices, partsOf, type Script, secondsOf, stepsOf } from '../core/script.ts';
import { readSessionFlags } from '../run/flags.ts';
import { lookBack, type Past } from '../run/past.ts';
import type { Plan } from '../run/plan.ts';
import { runSession, resumedInterrupted } from '../run/run.ts';
import { decide, warningsFor } from '../run/warnings.ts';
import { type Choice, suiting } from './stretch-choice.ts';

/** Guides stretches. @param named what was asked for; else what suits the phase */
export async function guide(
  context: Context,
  options: Invocation['options'],
  named: Choice | undefined,
  rounds: number | undefined,
): Promise<void> {
  const flags = readSessionFlags(options);
  const ports = await context.ports();
  if (await resumedInterrupted(context, ports, flags)) return;
  const content = context.content.stretches();
  const past = await lookBack(context);
  const chosen = named ?? suiting(content, past);
  refuse(chosen, past);
  const { therapy } = chosen.routine;
  const warnings = warningsFor(therapy, past, ports.kept.running(), undefined, ports.clock.now());
  await decide(context, [...unknownPhase(chosen, past), ...warnings]);
  const choices = { slow: Boolean(options['slow']), ...(rounds !== undefined && { rounds }) };
  await runSession(context, ports, planOf(content, chosen, choices), flags);
}

// What is refused in a phase is refused part by part, too.
function refuse({ routine: { refused } }: Choice, { today }: Past): void {
  if (!refused || refused.in !== today.episode?.phase) return;
  throw new OperationError(refused.why, { code: 'not-in-this-phase', hint: `now: ${refused.instead}` });
}

// Somebody whose back has just locked may have told nothing yet.
function unknownPhase({ routine: { refused } }: Choice, { isKnown }: Past): string[] {
  return refused && !isKnown ? [`${refused.why} In the first days: ${refused.instead}`] : [];
}

function planOf({ end }: StretchesContent, { name, stretches, routine }: Choice, choices: Choices): Plan {
  const steps = stepsOf(stretches, choices);
  const { therapy } = routine;
  const script: Script = { therapy, name, parts: partsOf(stretches), steps, goesOnAsleep: false, end };
  return { script, planned: secondsOf(steps.slice(1)) * 1000, namesParts: true, notes: [] };
}
