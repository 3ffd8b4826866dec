import type { Therapy } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import { Cancelled } from '../../errors.ts';
import type { TherapyAllowance } from '../../today/core/today.ts';
import type { KeptSession } from '../core/kept.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { sessionStatusText } from '../views/status.ts';
import { leftInWords } from '../views/times.ts';
import { momentText } from '../../journal/core/when-text.ts';
import type { Past } from './past.ts';

/** What speaks against a session now, in sentences. @param id what the journal calls it */
export function warningsFor(
  id: string,
  past: Past,
  running: readonly KeptSession[],
  therapy: Therapy | undefined,
  now: number,
): string[] {
  return [
    ...running.map((kept) => `Another session runs. ${sessionStatusText(kept, now, leftInWords)}.`),
    ...past.against.filter(({ therapies }) => therapies?.includes(id) ?? true).map(({ text }) => text),
    ...applicationsFor(id, past, therapy).flatMap((one) => applicationWarnings(one, new Date(now))),
  ];
}

/** The applications that a therapy counts for: its own, and those of what it applies. */
export function applicationsFor(id: string, { today }: Past, therapy: Therapy | undefined): TherapyAllowance[] {
  const applied = new Set([id, ...(therapy?.applies ?? [])]);
  return today.allowances.filter((one) => applied.has(one.therapy.id));
}

function applicationWarnings({ therapy, done, from }: TherapyAllowance, now: Date): string[] {
  const { name, limits } = therapy;
  return [
    ...(from === undefined ? [] : [`${name}: the next time is from ${momentText(from, now)}, ${limits.onlyWhen}.`]),
    ...(done >= limits.softMaxPerDay ? [`${name}: ${done} times today, and ${limits.softMaxPerDay} are advised.`] : []),
  ];
}

/** Warns, and lets an adult decide; where nobody can be asked it goes on. @throws Cancelled when it is left */
export async function decide(context: Context, warnings: readonly string[]): Promise<void> {
  if (warnings.length === 0) return;
  if (!mayAsk(context.capabilities)) return context.note(warnings.map((text) => `unspasm: ${text}`));
  await startOrLeave(context, 'Before you start', warnings.join(' '), 'start all the same');
}

/** Goes on when that is chosen; Enter leaves. @param start what is chosen to go on @throws Cancelled when it is left */
export async function startOrLeave(context: Context, title: string, intro: string, start: string): Promise<void> {
  const prompter = await context.prompter();
  const answers = { yes: { label: start, key: 's' }, no: { label: 'leave it for now', key: 'l' }, default: false };
  if (!(await prompter.confirm({ title, intro, ...answers }))) throw new Cancelled('left before it began');
}
