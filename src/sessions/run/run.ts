import { habitsOf } from '../../journal/core/habits.ts';
import { hasFiguresSet } from '../figure/inks.ts';
import { beginPlan, type Plan, planToResume } from '../core/plan.ts';
import type { Next } from '../core/state.ts';
import { play, type PlayPorts } from '../playback/play.ts';
import type { PlaybackState } from '../playback/react.ts';
import { saveAnswer } from '../../settings/save-answer.ts';
import { canAnswer, mayAsk } from '../../terminal/capabilities.ts';
import { createAnnouncer } from './announcer.ts';
import { openComputerNotes, stayAwake } from './awake.ts';
import { openHook, type SessionHook } from './hook.ts';
import { claimPlace } from './place.ts';
import { openRequests } from './requests.ts';
import { saveDuring } from './save.ts';
import type { SessionFlags, SessionRun } from './session-run.ts';
import { stageFor } from './choose-stage.ts';

/** How long the end of a session that asks nothing stays on the screen: the longest text there takes 8 seconds to say. */
const LINGER_MS = 10_000;

/** How long the program waits for speech that goes on when everything else is done. */
const LONGEST_SPEECH_MS = 20_000;

/**
 * Runs a session that was decided on: plays it, saves it, and asks what is still open. One that is to go on in the
 * background is only started.
 * @throws Cancelled when it didn't run to its end, OperationError when another one is in progress
 */
export async function runSession(decided: SessionRun): Promise<void> {
  const plan = withClock(decided);
  const run = { ...decided, plan, flags: { ...(await askAboutSpeech(decided)), ...(await askAboutFigures(decided)) } };
  const { context, ports } = run;
  const { drawn } = context.capabilities;
  if (run.flags.background) {
    const { startInBackground } = await import('./background.ts');
    return startInBackground(run);
  }
  await context.releaseKeyboard();
  claimPlace(ports);
  const first = beginPlan(plan, ports.clock.now(), mayAsk(context.capabilities));
  const { played, sayLate } = await playRun(run, first, {
    openStage: await stageFor(run, first),
    waitPolicy: { canAnswer: canAnswer(context.capabilities), linger: drawn ? LINGER_MS : 0 },
    listen: openRequests(run, true).listen,
    painBefore: plan.interrupted?.painBefore,
  });
  // Loaded only now, as it would delay the start.
  const { followUp } = await import('./follow-up.ts');
  try {
    await followUp(run, played);
  } finally {
    sayLate();
  }
}

/** Where and how a run is played. */
interface Staging extends Pick<PlayPorts, 'openStage' | 'waitPolicy' | 'nextLook' | 'listen'> {
  readonly painBefore?: number | undefined;
}

/** A run that has been played. */
interface PlayedRun extends Pick<SessionHook, 'sayLate'> {
  readonly played: PlaybackState;
}

/** Plays a run from its first moment: it is announced and saved meanwhile, and the computer stays awake. */
export async function playRun(run: SessionRun, first: Next, staging: Staging): Promise<PlayedRun> {
  const { context, ports, plan } = run;
  const { painBefore, ...stagePorts } = staging;
  const computer = openComputerNotes(run);
  const saving = saveDuring(run, first.session);
  const awake = stayAwake(run, computer.note);
  const announcer = createAnnouncer(run, computer.note, staging.waitPolicy.canAnswer);
  const hook = openHook(run, computer.note);
  let played: PlaybackState;
  try {
    const playPorts = {
      ...stagePorts,
      clock: ports.clock,
      announce: withHook(announcer.announce, hook),
      save: saving.save,
      notes: () => [...plan.notes, ...computer.notes()],
      lateNotes: computer.lateNotes,
    };
    played = await play(first, playPorts, painBefore);
  } finally {
    awake.release();
    announcer.withdraw();
    saving.stop();
  }
  hook.end(played.session);
  // A screen lingers anyway.
  if (played.session.ended?.why === 'done' && !context.capabilities.drawn) waitFor(announcer.hasSpoken());
  return { played, sayLate: hook.sayLate };
}

function withHook(announce: PlayPorts['announce'], hook: SessionHook): PlayPorts['announce'] {
  return (signals, session, stage, press) => {
    hook.follow(signals, session);
    return announce(signals, session, stage, press);
  };
}

// A session that is resumed writes times as it did before.
function withClock({ plan, context }: SessionRun): Plan {
  const { twelveHours } = habitsOf(context.now());
  return twelveHours ? { ...plan, script: { ...plan.script, twelveHours } } : plan;
}

/**
 * Asks about interrupted sessions, and runs the one that is to be resumed.
 * @returns whether one was, instead of the session that was asked for
 */
export async function resumedInterrupted({ context, ports, flags }: Omit<SessionRun, 'plan'>): Promise<boolean> {
  const all = ports.sessionStore.interrupted();
  if (all.length === 0) return false;
  const { resolveInterrupted } = await import('./interrupted.ts');
  const interrupted = await resolveInterrupted(context, ports, all);
  if (!interrupted) return false;
  const plan = planToResume(interrupted, context.content.therapies().therapies);
  await runSession({ context, ports, plan, flags: { ...flags, save: flags.save && !interrupted.unsaved } });
  return true;
}

/** Asks once whether sessions should be spoken, where something can speak and nobody has said; the answer is saved. */
async function askAboutSpeech({ context, ports, flags }: SessionRun): Promise<SessionFlags> {
  const { settings, capabilities } = context;
  const isDecided = flags.quiet || flags.speak !== undefined || settings.speech !== undefined;
  // A screen reader reads the lines by itself.
  if (isDecided || !capabilities.drawn || !mayAsk(capabilities)) return flags;
  const { voice } = await ports.nativeHelpers();
  if (typeof voice === 'string') return flags;
  const prompter = await context.prompter();
  const intro = "Do you want the instructions read aloud, so you don't have to look at the screen?";
  const speak = await prompter.confirm({ title: 'Speech', intro });
  await saveAnswer(context, { speech: speak });
  return { ...flags, speak };
}

/** Asks once how figures should be drawn, where a session has one; the answer is saved. */
async function askAboutFigures({ plan, context }: SessionRun): Promise<Pick<SessionFlags, 'figures'>> {
  const { capabilities, settings, content } = context;
  const shown = plan.script.steps.findLast(({ figure }) => figure)?.figure?.[1];
  const isAsked = capabilities.glyphs && capabilities.drawn && mayAsk(capabilities) && !hasFiguresSet(settings);
  if (!isAsked || shown === undefined) return {};
  const { askFigures } = await import('./ask-figures.ts');
  return { figures: await askFigures(context, content.poses().get(shown)!) };
}

// Without a screen this process may have nothing left to do, and phrases that wait would end with it.
function waitFor(hasSpoken: Promise<void>): void {
  const timer = setTimeout(() => {}, LONGEST_SPEECH_MS);
  void hasSpoken.finally(() => clearTimeout(timer));
}
