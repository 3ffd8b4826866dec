import type { Therapy } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import { Cancelled } from '../../errors.ts';
import { shortId } from '../../journal/core/find.ts';
import type { Entry } from '../../journal/core/records.ts';
import type { PlaybackState } from '../playback/react.ts';
import { outcomeOf } from '../core/outcome.ts';
import type { Plan } from '../core/plan.ts';
import type { Script } from '../core/script.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { type Option, questionOptions } from '../../terminal/prompter.ts';
import { paragraph } from '../../terminal/page.ts';
import { momentText } from '../../journal/core/say-when.ts';
import { reminderTexts } from '../views/reminder.ts';
import { summaryLines } from '../views/summary.ts';
import { clockTime } from '../views/times.ts';
import { questionOf } from '../../journal/content.ts';
import { saveOutcome } from './save.ts';
import type { SessionRun } from './session-run.ts';

const SKIP = 'skip';
const REMIND = 'remind';
const TODAY = 'today';
/** Somebody who answers the alarm within this time took it off then. */
const AT_ONCE_MS = 60_000;
const MINUTE_MS = 60_000;

/**
 * What follows a session: it is saved at once; then what is still open is asked, and saved as well.
 * @throws Cancelled when the session didn't run to its end
 */
export async function followUp({ context, ports, plan, flags }: SessionRun, played: PlaybackState): Promise<void> {
  const { session, pain, left } = played;
  const outcome = outcomeOf(session, { ...plan, painBefore: pain?.value });
  const saved = outcome && flags.save ? saveOutcome(context, session.begunAt!, outcome) : undefined;
  // Only once it is in the journal, so that it can't get lost.
  ports.sessionStore.forget();
  await askWhatIsOpen(context, plan, played, saved);
  if (left === 'signs') return context.start('triage');
  if (session.ended?.why !== 'done' || left === 'stop')
    throw new Cancelled('stopped before its end', { altogether: left === 'stop' });
}

/**
 * Asks what is still open after a session, and says what it came to.
 * @param saved its entry in the journal, to which the answers are added; absent if it has none
 */
export async function askWhatIsOpen(
  context: Context,
  plan: Plan,
  played: PlaybackState,
  saved: Entry | undefined,
): Promise<void> {
  const { session, pain, left } = played;
  const facts = { ...plan, painBefore: pain?.value };
  const outcome = outcomeOf(session, facts);
  const asks = outcome !== undefined && mayAsk(context.capabilities) && left === undefined;
  const takenOff = asks ? await askTakenOff(context, played) : undefined;
  const painAfter = asks ? await askPain(context) : undefined;
  const whole = { ...(outcomeOf(session, facts, takenOff) ?? outcome), ...(painAfter !== undefined && { painAfter }) };
  const isNews = takenOff !== undefined || painAfter !== undefined;
  const entry =
    saved && outcome && isNews ? saveOutcome(context, session.begunAt!, { ...outcome, ...whole }, saved) : saved;
  const lines = summaryLines(context.page, context.content.sessions(), {
    outcome: outcome && whole,
    session,
    id: saved && shortId(entry ?? saved),
    limits: limitsOf(context, plan.therapy),
    takenOff,
    wasAnnounced: !context.capabilities.drawn,
    isAnswered: played.answeredAt !== undefined,
    now: context.now(),
  });
  context.print(lines);
  if (asks && entry) await offerReminder(context, plan.therapy, { endedAt: takenOff ?? session.ended!.at, entry });
}

/** Asks what comes next, where somebody can be reminded of the time when a therapy can be used again. */
async function offerReminder(
  context: Context,
  therapy: Therapy | undefined,
  { endedAt, entry }: { readonly endedAt: number; readonly entry: Entry },
): Promise<void> {
  const limits = therapy?.limits;
  if (!therapy || !limits || (entry.minutes ?? 0) < limits.leastMinutes) return;
  const at = endedAt + limits.gapMinutes * MINUTE_MS;
  const { setReminder, whyNoReminder } = await import('./reminder.ts');
  if (whyNoReminder(context, await (await context.ports()).nativeHelpers()) !== undefined) return;
  const prompter = await context.prompter();
  const chosen = await prompter.choice({
    intro: 'What next?',
    options: [
      { id: REMIND, label: `set a reminder for ${momentText(at, context.now())}`, key: 'r' },
      // What a dialogue leads back to says so by itself.
      ...(context.inDialogue ? [] : [{ id: TODAY, label: 'show what to do today', key: 't' }]),
      { id: SKIP, label: 'done', key: 'q' },
    ],
    default: SKIP,
    escape: SKIP,
  });
  if (chosen === TODAY) return context.start('today');
  if (chosen !== REMIND) return;
  const reminder = await setReminder(context, therapy.id, at);
  context.print(reminderTexts([reminder], [therapy], context.now()).flatMap((text) => paragraph(context.page, text)));
}

// A session that counts for several therapies has the longest of their gaps.
function limitsOf({ content }: Context, therapy: Therapy | undefined): Therapy['limits'] {
  if (therapy?.applies === undefined) return therapy?.limits;
  const applied = content.therapies().therapies.filter(({ id }) => therapy.applies!.includes(id));
  const limits = [therapy, ...applied].flatMap((one) => one.limits ?? []);
  return limits.toSorted((a, b) => b.gapMinutes - a.gapMinutes)[0];
}

/** When it was taken off, if the alarm was answered much later; milliseconds since 1970. */
async function askTakenOff(context: Context, { session, answeredAt }: PlaybackState): Promise<number | undefined> {
  const { script } = session;
  const endedAt = session.ended!.at;
  if (script.end.takeOff === undefined || answeredAt === undefined) return undefined;
  if (answeredAt - endedAt < AT_ONCE_MS) return undefined;
  const prompter = await context.prompter();
  const chosen = await prompter.choice({
    title: script.name,
    intro: script.end.takeOff,
    options: takeOffOptions(script, endedAt, answeredAt),
    default: String(endedAt),
    escape: String(endedAt),
  });
  return Number(chosen);
}

function takeOffOptions(script: Script, endedAt: number, answeredAt: number): Option[] {
  const between = [5, 10, 20, 40].map((minutes) => endedAt + minutes * MINUTE_MS);
  const times = [endedAt, ...between.filter((time) => time < answeredAt - MINUTE_MS), answeredAt];
  const labelOf = (time: number) => {
    if (time === endedAt) return `${clockTime(time, script)}, when the alarm sounded`;
    return time === answeredAt ? `${clockTime(time, script)}, just now` : `about ${clockTime(time, script)}`;
  };
  return times.map((time, at) => ({ id: String(time), label: labelOf(time), key: String(at + 1) }));
}

async function askPain(context: Context): Promise<number | undefined> {
  const prompter = await context.prompter();
  const chosen = await prompter.choice({
    intro: `${context.content.sessions().pain.after} Press Enter to skip.`,
    options: [{ id: SKIP, label: 'skip', key: '-' }, ...questionOptions(questionOf(context, 'pain'))],
    default: SKIP,
    escape: SKIP,
  });
  return typeof chosen === 'string' && chosen !== SKIP ? Number(chosen) : undefined;
}
