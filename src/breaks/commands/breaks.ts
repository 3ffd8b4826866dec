import { type Answer, defineCommand, flag, JSON_FLAG, type Option, text, either } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError, UsageError } from '../../errors.ts';
import { readLength } from '../../journal/core/exercise.ts';
import { inkFor } from '../../sessions/figure/inks.ts';
import { paragraph } from '../../terminal/page.ts';
import type { StoredBreaks } from '../core/stored.ts';
import type { BreakFlags } from '../run/start.ts';
import { countToday } from '../run/journal.ts';
import { moveDue } from '../run/keep-breaks.ts';
import { type Response, respond, snoozeLength } from '../run/respond.ts';
import { figureLines, nextText, statusDocument, statusLines, todayText } from '../views/breaks.ts';

const MINUTE_MS = 60_000;

/** Lengths in minutes. */
const EVERY = { min: 10, max: 120, words: 'from 10 minutes to 2 hours, such as 45m' };
const LATER = { min: 1, max: 60, words: 'from 1 minute to an hour, such as 10m' };

const status = defineCommand({
  name: 'breaks status',
  summary: 'when the next break is due, and how many were taken today',
  description: ['Shows whether breaks are on, when the next one is due, and the move of the one that is due now.'],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm breaks status', does: 'see when to get up next' }],
  run: async (_invocation, context) => {
    const { store } = await context.breakPorts();
    const breaks = store.running()?.breaks;
    const today = countToday(context);
    const view = breaks && { breaks, move: moveDue(breaks, context), today, now: context.now() };
    return {
      document: () => statusDocument(view, today),
      lines: () => {
        const { page, content, capabilities, settings } = context;
        if (!view) return offLines(context, today);
        const figure = view.move ? figureLines(page, view.move, content.poses(), inkFor(capabilities, settings)) : [];
        return [...statusLines(page, view, content.breaks()), ...figure];
      },
    };
  },
});

function offLines({ page }: Context, today: number): string[] {
  return [
    ...paragraph(page, 'Breaks are off. To start them, run: unspasm breaks'),
    ...(today > 0 ? paragraph(page, todayText(today)) : []),
  ];
}

const stop = defineCommand({
  name: 'breaks stop',
  summary: 'stop the breaks',
  description: ['Stops the breaks, in whichever terminal or in the background they are on.'],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm breaks stop', does: 'no more breaks for now' }],
  run: async (_invocation, context) => {
    const { store } = await context.breakPorts();
    store.stop(running(store.running()));
    return { document: () => ({ on: false }), lines: () => ['Breaks are off.'] };
  },
});

const later = defineCommand({
  name: 'breaks snooze',
  summary: 'put the break off',
  description: [
    'Puts off the break that is due by 5 minutes, or the next one if none is due. To change the 5 minutes, run: unspasm config set breaks-snooze 10',
  ],
  arguments: [{ syntax: '[length]', description: 'how long, such as 10m' }],
  options: { json: JSON_FLAG },
  examples: [
    { command: 'unspasm breaks snooze', does: 'remind me in 5 minutes' },
    { command: 'unspasm breaks snooze 15m', does: 'remind me in 15 minutes' },
  ],
  run: ({ args }, context) => {
    const length = args[0] === undefined ? undefined : readWithin('the length', args[0], LATER);
    return respondNow(context, 'snooze', length === undefined ? snoozeLength(context.settings) : length * MINUTE_MS);
  },
});

const skip = defineCommand({
  name: 'breaks skip',
  summary: 'skip the break that is due',
  description: ['Skips the break that is due. Nothing is saved about it, and you are not reminded of it.'],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm breaks skip', does: 'not this time' }],
  run: (_invocation, context) => respondNow(context, 'skip'),
});

const done = defineCommand({
  name: 'breaks done',
  summary: 'say that you took the break that is due',
  description: [
    "Saves in the journal that you took the break, and the next one comes after the usual time. Breaks don't count as exercise of the week.",
  ],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm breaks done', does: 'I got up and moved' }],
  run: (_invocation, context) => respondNow(context, 'done'),
});

async function respondNow(context: Context, response: Response, snoozeMs = 0) {
  const { store } = await context.breakPorts();
  const { breaks } = running(store.running());
  if (response !== 'snooze' && !breaks.due)
    throw new OperationError(`no break is due. ${nextText(breaks, context.now())}`, {
      code: 'no-break-due',
      hint: 'to see more, run: unspasm breaks status',
    });
  const responded = respond(context, store, { breaks, response, snoozeMs });
  const today = countToday(context);
  const view = { breaks: responded.breaks, today, now: context.now() };
  return { document: () => statusDocument(view, today), lines: () => paragraph(context.page, responded.said) };
}

/** @throws OperationError when breaks are off */
function running(stored: StoredBreaks | undefined): StoredBreaks {
  if (stored) return stored;
  throw new OperationError('breaks are off', { code: 'breaks-off', hint: 'to start them, run: unspasm breaks' });
}

/** How breaks are announced. */
const ANNOUNCING = {
  every: lengthWithin('<length>', 'how long to work between two breaks, such as 45m', EVERY),
  speak: either('read the move aloud', "don't read it aloud"),
};

const unseen = defineCommand({
  name: 'breaks run',
  summary: 'remind you without a screen, until you stop it',
  description: [
    'Reminds you by notification, sound and voice, without a screen. It runs until it is stopped: for a service manager, or a list of programs that start when you log in. unspasm breaks --background does the same, and gives your prompt back.',
  ],
  options: ANNOUNCING,
  examples: [{ command: 'unspasm breaks run --every 45m', does: 'what a service manager starts' }],
  run: async ({ options }, context) => {
    const { runBreaks } = await import('../run/start.ts');
    await runBreaks(context, flagsOf(context, options), true);
  },
});

export const command = defineCommand({
  name: 'breaks',
  summary: 'remind you to get up and move every 30 minutes',
  description: [
    'Reminds you to get up every 30 minutes of work, as the guide says, with one move of about twenty seconds and its figure. You can take the break, put it off or skip it, and a skipped break is never mentioned again. It stays on until you stop it; with --background it needs no window.',
    'Five minutes without a key count as a break, where the computer can tell, and so does a computer that was asleep. Breaks pause while a session is in progress and while the computer saves its battery. To have none at some hours: unspasm config set quiet-hours 12:00-13:00. During an episode the move is always a few steps, and your profile leaves out moves that may not suit you.',
  ],
  options: {
    ...ANNOUNCING,
    quiet: flag('no sounds, speech or notifications'),
    background: flag('give the prompt back, and remind you by notifications, sound and voice'),
  },
  examples: [
    { command: 'unspasm breaks', does: 'a calm screen with the time to the next break' },
    { command: 'unspasm breaks --background --every 45m', does: 'less often, and without a window' },
    { command: 'unspasm breaks done', does: 'from any terminal: I took the break' },
  ],
  seeAlso: ['unspasm guide life-posture', 'unspasm exercise'],
  subcommands: {
    status: () => ({ command: status }),
    stop: () => ({ command: stop }),
    snooze: () => ({ command: later }),
    skip: () => ({ command: skip }),
    done: () => ({ command: done }),
    run: () => ({ command: unseen }),
  },
  run: async ({ options }, context) => {
    const flags = { ...flagsOf(context, options), quiet: options.quiet === true };
    if (options.background) return inBackground(context, flags);
    const { runBreaks } = await import('../run/start.ts');
    return runBreaks(context, flags, false);
  },
});

function flagsOf(
  { settings, content }: Context,
  { every, speak }: { readonly every?: number | undefined; readonly speak?: boolean | undefined },
): BreakFlags {
  return { everyMinutes: every ?? settings['breaks-every'] ?? content.breaks().everyMinutes, quiet: false, speak };
}

async function inBackground(context: Context, flags: BreakFlags): Promise<Answer> {
  const { startInBackground } = await import('../run/background.ts');
  const { breaks } = await startInBackground(context, flags);
  const view = { breaks, today: countToday(context), now: context.now() };
  const stopHint = 'To stop them, run: unspasm breaks stop';
  return {
    document: () => statusDocument(view, view.today),
    lines: () => [...statusLines(context.page, view, context.content.breaks()), ...paragraph(context.page, stopHint)],
  };
}

interface Lengths {
  readonly min: number;
  readonly max: number;
  readonly words: string;
}

/** `--every <length>`, in minutes. */
function lengthWithin(syntax: string, description: string, lengths: Lengths): Option<number> {
  const { declare } = text(syntax, description);
  return { declare, read: (name, typed) => readWithin(`--${name}`, typed as string, lengths) };
}

/** @returns minutes @throws UsageError for anything else */
function readWithin(what: string, typed: string, { min, max, words }: Lengths): number {
  const minutes = lengthIn(typed);
  if (minutes !== undefined && minutes >= min && minutes <= max) return minutes;
  throw new UsageError(`${what} can't be "${typed}"`, { code: 'bad-length', hint: `use a length ${words}` });
}

function lengthIn(typed: string): number | undefined {
  try {
    return readLength(typed);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
