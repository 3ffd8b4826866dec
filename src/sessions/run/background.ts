import type { Context } from '../../app/context.ts';
import { Cancelled, OperationError, whyNotWritten } from '../../errors.ts';
import { questionOf } from '../../journal/content.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { blocksOf, paragraph } from '../../terminal/page.ts';
import { BACK, questionOptions } from '../../terminal/prompter.ts';
import { next } from '../core/machine.ts';
import { beginPlan } from '../core/plan.ts';
import { currentStep, type Session } from '../core/state.ts';
import type { SessionRecord } from '../core/stored-session.ts';
import { canReach } from '../reach.ts';
import { introLines } from '../views/keys.ts';
import { backgroundLines, unreachableText } from '../views/background.ts';
import { claimPlace } from './place.ts';
import { recordOf } from './save.ts';
import { type SessionFlags, type SessionRun, TAKE_OVER } from './session-run.ts';

const START = 'start';

/**
 * Starts a session that lives on without this terminal, once all that has to be asked was asked here.
 * @throws Cancelled when the person leaves, OperationError when it can't be started
 */
export async function startInBackground(run: SessionRun): Promise<void> {
  const { context, ports, flags } = run;
  const record = await readyToHandOver(run);
  await context.releaseKeyboard();
  await handOver(run, record);
  const helpers = await ports.nativeHelpers();
  const warning = unreachableText(!flags.quiet && canReach(context.settings, helpers, flags.speak));
  context.print([...backgroundLines(record.session, ports.clock.now()), ...(warning ? [warning] : [])]);
}

// In a terminal somebody says when to begin: nobody fetches ice by a countdown. Elsewhere the countdown is all there is.
async function readyToHandOver(run: SessionRun): Promise<SessionRecord> {
  const { context, ports, plan } = run;
  const { session } = beginPlan(plan, ports.clock.now(), false);
  const words = context.content.sessions();
  const notes = [...plan.notes, ...(plan.unchecked ? [words.unchecked.line] : [])];
  const intro = introLines(session, notes, false, ports.clock.now());
  if (!mayAsk(context.capabilities) || currentStep(session).kind !== 'ready' || plan.interrupted) {
    context.print(plan.interrupted ? [] : intro);
    return recordOf(run, { session, isOver: false });
  }
  const pain = await askToBegin(context, session, intro.slice(1));
  const now = ports.clock.now();
  const begun = next(beginPlan(plan, now, false).session, 'skip', now).session;
  return recordOf(run, {
    session: begun,
    isOver: false,
    ...(pain !== undefined && { pain: { value: pain, at: now } }),
  });
}

/** Tells what to get ready, and waits. @returns the pain now, if it was rated */
async function askToBegin(context: Context, session: Session, notes: readonly string[]): Promise<number | undefined> {
  const { title, cue } = currentStep(session);
  const { before } = context.content.sessions().pain;
  const prompter = await context.prompter();
  const texts = [cue, ...notes];
  const chosen = await prompter.choice({
    title: `${session.script.name}: ${title}`,
    reading: { blocks: () => blocksOf(texts.flatMap((text) => [...paragraph(context.page, text), ''])) },
    intro: `Press Enter to begin. ${before}`,
    options: [{ id: START, label: 'begin', key: '-' }, ...questionOptions(questionOf(context, 'pain'))],
    default: START,
  });
  if (chosen === BACK) throw new Cancelled('left before it started');
  return chosen === START ? undefined : Number(chosen);
}

/** Hands a session over to a copy of the program, which has it as soon as the file of this process is gone. */
async function handOver({ context, ports, flags }: SessionRun, record: SessionRecord): Promise<void> {
  const { sessionStore } = ports;
  claimPlace(ports);
  try {
    sessionStore.saveSurely(record);
    // The copy has nobody to tell that the disk is full.
    sessionStore.check();
    const copy = await context.startCopy([TAKE_OVER, String(sessionStore.pid), ...flagWords(flags)]);
    await copy.until(() => !sessionStore.isOwn());
    // Whoever deletes the file has the session. So a copy that is late gets none.
    if (sessionStore.forget()) throw notStarted('the program that was to continue it has ended');
  } catch (error) {
    sessionStore.forget();
    throw error instanceof OperationError ? error : notStarted(whyNotWritten(error));
  }
}

function notStarted(why: string): OperationError {
  return new OperationError(`the session couldn't be started in the background: ${why}`, {
    code: 'not-started',
    hint: 'leave --background out, and keep this window open',
  });
}

/** The flags of a session as options of the command that takes it over. */
function flagWords({ speak, quiet, keepAwake, save }: SessionFlags): string[] {
  return [
    ...(speak === undefined ? [] : [speak ? '--speak' : '--no-speak']),
    ...(quiet ? ['--quiet'] : []),
    ...(keepAwake ? [] : ['--no-keep-awake']),
    ...(save ? [] : ['--no-save']),
  ];
}
