import type { Therapy } from '../../content/session-types.ts';
import type { Context } from '../../app/context.ts';
import type { SessionPorts } from '../ports.ts';
import { Cancelled } from '../../errors.ts';
import { shortId } from '../../journal/core/find.ts';
import type { Entry } from '../../journal/core/records.ts';
import type { Playing } from '../playback/playing.ts';
import { type Outcome, outcomeOf } from '../core/outcome.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { type Option, questionOptions } from '../../terminal/prompter.ts';
import { summaryLines } from '../views/summary.ts';
import { clockTime } from '../views/times.ts';
import { questionOf } from '../../journal/content.ts';
import { keepOutcome } from './save.ts';
import type { SessionFlags } from './flags.ts';
import type { Plan } from './plan.ts';

const PASS = 'pass';
/** Who answered the alarm so soon took it off then. */
const AT_ONCE_MS = 60_000;
const MINUTE_MS = 60_000;

/**
 * What follows a session: it is kept at once, then what is still open is asked, and kept, too.
 * @throws Cancelled when it didn't run to its end
 */
export async function followUp(
  context: Context,
  { kept: sessions }: SessionPorts,
  plan: Plan,
  { save }: SessionFlags,
  playing: Playing,
): Promise<void> {
  const { session, pain, left } = playing;
  const known = { ...plan, painBefore: pain?.value };
  const outcome = outcomeOf(session, known);
  const keep = (now: Outcome, former?: Entry) =>
    save ? keepOutcome(context, session.begunAt!, now, former) : undefined;
  let kept = outcome && keep(outcome);
  // Only now can't it get lost any more.
  sessions.forget();
  const asks = outcome !== undefined && mayAsk(context.capabilities) && left === undefined;
  const off = asks ? await askTakenOff(context, plan, playing) : undefined;
  const painAfter = asks ? await askPain(context) : undefined;
  const whole = { ...(outcomeOf(session, known, off) ?? outcome), ...(painAfter !== undefined && { painAfter }) };
  if (kept && (off !== undefined || painAfter !== undefined)) kept = keep(whole, kept) ?? kept;
  const id = kept && shortId(kept);
  const isTold = !context.capabilities.drawn;
  const isAnswered = playing.answeredAt !== undefined;
  const limits = limitsOf(context, plan.therapy);
  const facts = { outcome: outcome && whole, session, id, limits, off, isTold, isAnswered, now: context.now() };
  context.print(summaryLines(context.page, context.content.sessions(), facts));
  if (left === 'signs') return context.start('triage');
  if (session.ended?.why !== 'done' || left === 'stop') throw new Cancelled('stopped before its end');
}

// What counts for several therapies keeps to the longest of their gaps.
function limitsOf({ content }: Context, therapy: Therapy | undefined): Therapy['limits'] {
  if (therapy?.applies === undefined) return therapy?.limits;
  const applied = content.therapies().therapies.filter(({ id }) => therapy.applies!.includes(id));
  const limits = [therapy, ...applied].flatMap((one) => one.limits ?? []);
  return limits.toSorted((a, b) => b.gapMinutes - a.gapMinutes)[0];
}

/** When it was taken off, if the alarm was answered much later; milliseconds since 1970. */
async function askTakenOff(
  context: Context,
  { script }: Plan,
  { session, answeredAt }: Playing,
): Promise<number | undefined> {
  const endedAt = session.ended!.at;
  if (script.end.takeOff === undefined || answeredAt === undefined) return undefined;
  if (answeredAt - endedAt < AT_ONCE_MS) return undefined;
  const prompter = await context.prompter();
  const chosen = await prompter.choice({
    title: script.name,
    intro: script.end.takeOff,
    options: takeOffOptions(endedAt, answeredAt),
    default: String(endedAt),
    escape: String(endedAt),
  });
  return Number(chosen);
}

function takeOffOptions(endedAt: number, answeredAt: number): Option[] {
  const between = [5, 10, 20, 40].map((minutes) => endedAt + minutes * MINUTE_MS);
  const times = [endedAt, ...between.filter((time) => time < answeredAt - MINUTE_MS), answeredAt];
  const labelOf = (time: number) => {
    if (time === endedAt) return `${clockTime(time)}, at the alarm`;
    return time === answeredAt ? `${clockTime(time)}, just now` : `about ${clockTime(time)}`;
  };
  return times.map((time, at) => ({ id: String(time), label: labelOf(time), key: String(at + 1) }));
}

async function askPain(context: Context): Promise<number | undefined> {
  const prompter = await context.prompter();
  const chosen = await prompter.choice({
    intro: `${context.content.sessions().pain.after} Enter passes it over.`,
    options: [{ id: PASS, label: 'pass', key: '-' }, ...questionOptions(questionOf(context, 'pain'))],
    default: PASS,
    escape: PASS,
  });
  return typeof chosen === 'string' && chosen !== PASS ? Number(chosen) : undefined;
}
