import type { Therapy } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import { Cancelled } from '../../errors.ts';
import type { TherapyAllowance } from '../../today/core/today.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { nextUseText } from '../views/times.ts';
import { momentText } from '../../journal/core/say-when.ts';
import type { Past } from './past.ts';

/** A session that is about to start, and what may speak against it. */
export interface UpcomingSession {
  /** Its id in the journal. */
  readonly id: string;
  /** Its therapy; absent for stretches. */
  readonly therapy?: Therapy;
  readonly past: Past;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What speaks against a session now, in sentences. */
export function warningsFor({ id, therapy, past, now }: UpcomingSession): string[] {
  return [
    ...past.against.filter(({ therapies }) => therapies?.includes(id) ?? true).map(({ text }) => text),
    ...allowancesFor(id, past, therapy).flatMap((one) => allowanceWarnings(one, new Date(now))),
  ];
}

/** The allowances that a therapy counts for: its own, and those of the therapies that it combines. */
export function allowancesFor(id: string, { today }: Past, therapy: Therapy | undefined): TherapyAllowance[] {
  const applied = new Set([id, ...(therapy?.applies ?? [])]);
  return today.allowances.filter((one) => applied.has(one.therapy.id));
}

function allowanceWarnings({ therapy, done, from }: TherapyAllowance, now: Date): string[] {
  const { name, limits } = therapy;
  return [
    ...(from === undefined ? [] : [nextUseText(name, momentText(from, now), limits)]),
    ...(done >= limits.softMaxPerDay
      ? [`You have used ${name.toLowerCase()} ${done} times today. The recommended maximum is ${limits.softMaxPerDay}.`]
      : []),
  ];
}

/** Shows warnings and lets the person decide; where nobody can be asked, it goes on. @throws Cancelled when they leave */
export async function warnAndConfirm(context: Context, warnings: readonly string[]): Promise<void> {
  if (warnings.length === 0) return;
  if (!mayAsk(context.capabilities)) return context.note(warnings.map((text) => `unspasm: ${text}`));
  await startOrLeave(context, 'Before you start', warnings.join(' '), 'start anyway');
}

/** Asks whether to start; Enter leaves. @param start the label of the choice to start @throws Cancelled when they leave */
export async function startOrLeave(context: Context, title: string, intro: string, start: string): Promise<void> {
  const prompter = await context.prompter();
  const answers = { yes: { label: start, key: 's' }, no: { label: 'leave it for now', key: 'l' }, default: false };
  if (!(await prompter.confirm({ title, intro, ...answers }))) throw new Cancelled('left before it started');
}
