import { defineCommand, flag, type Given, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { habitsOf } from '../../journal/core/habits.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { paragraph } from '../../terminal/page.ts';
import { clockOf, readSchedule, type Schedule, scheduleFrom, shortDays } from '../core/schedule.ts';
import { checkOneLine } from '../core/timer-texts.ts';
import type { Timer, TimerChange, Timers } from '../ports.ts';
import { changeLines, reminderText } from '../views/reminder.ts';

const OPTIONS = {
  yes: flag("don't ask for confirmation"),
  notify: flag('show the reminder now, as the timer does'),
  json: JSON_FLAG,
};

export const command = defineCommand({
  name: 'plan remind',
  summary: 'be reminded to exercise on some days of the week',
  description: [
    'Shows a notification on the days and at the time that you name, with what comes next in your plan. It shows nothing if you have exercised that day, in the first days of an episode, and while warning signs have to be dealt with.',
    "It uses your computer's own scheduler: a user timer of systemd, or otherwise a line for cron; an agent of launchd on macOS; the Task Scheduler on Windows. What is written is shown first, and unspasm plan remind off removes it again. Without arguments, shows what is set.",
  ],
  arguments: [
    { syntax: '[when...]', description: 'the days and the time, or: off', values: ['off', 'daily', 'weekdays'] },
  ],
  options: OPTIONS,
  examples: [
    { command: 'unspasm plan remind', does: 'show when you are reminded' },
    { command: 'unspasm plan remind mon,wed,fri 18:30 --yes', does: 'three times a week, without being asked' },
    { command: 'unspasm plan remind off', does: 'no more reminders' },
  ],
  seeAlso: ['unspasm plan', 'unspasm breaks'],
  withoutInput: 'to set it without being asked, use --yes',
  run: async ({ args, options }, context) => {
    if (options.notify) {
      const { remindNow } = await import('../remind-now.ts');
      return remindNow(context);
    }
    const { findTimers } = await context.planPorts();
    if (args.length === 0) return show(context, await findTimers());
    if (args.length === 1 && args[0]!.toLowerCase() === 'off') return turnOff(context, await findTimers());
    const schedule = readSchedule(args, habitsOf(context.now()).twelveHours);
    return set(context, schedule, await findTimers(), options);
  },
});

async function show(context: Context, timers: Timers) {
  const [timer] = await timersInUse(timers);
  const schedule = timer && scheduleFrom(context.answerStore.reminder());
  return {
    document: () => documentOf(timer, schedule),
    lines: () => paragraph(context.page, reminderText(timer?.name, schedule)),
  };
}

async function turnOff(context: Context, timers: Timers) {
  const inUse = await timersInUse(timers);
  for (const timer of inUse) await timer.remove();
  const removed = inUse.at(-1);
  context.answerStore.rememberReminder(undefined);
  const said = removed ? `The reminder was removed from ${removed.name}.` : 'No reminder was set.';
  return { document: () => documentOf(undefined, undefined), lines: () => paragraph(context.page, said) };
}

async function set(context: Context, schedule: Schedule, timers: Timers, options: Given<typeof OPTIONS>) {
  const { best, notes } = timers;
  if (typeof best === 'string') throw noTimer(best, context);
  context.note(notes.map((text) => `unspasm: ${text}`));
  const run = (await context.planPorts()).commandFor(['plan', 'remind', '--notify']);
  checkOneLine(run);
  const changes = best.changes(schedule, run);
  if (!options.yes) await confirmOrStop(context, changes);
  await best.set(schedule, run);
  // An earlier reminder may be in another scheduler, and would be a second one.
  for (const other of await timersInUse(timers)) if (other !== best) await other.remove();
  context.answerStore.rememberReminder(schedule);
  return {
    document: () => ({ ...documentOf(best, schedule), changes }),
    lines: () => [
      ...(options.yes ? changeLines(context.page, changes) : []),
      ...paragraph(context.page, reminderText(best.name, schedule)),
    ],
  };
}

/**
 * The schedulers that have a reminder of ours.
 * @throws OperationError where none says that it has, and one of them can't be asked: it may have one
 */
async function timersInUse({ all }: Timers): Promise<readonly Timer[]> {
  const answers = await Promise.allSettled(all.map(async (timer) => ((await timer.isSet()) ? [timer] : [])));
  const inUse = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const unknown = answers.find((answer) => answer.status === 'rejected');
  if (inUse.length === 0 && unknown) throw unknown.reason;
  return inUse;
}

async function confirmOrStop(context: Context, changes: readonly TimerChange[]): Promise<void> {
  const prompter = await context.prompter();
  const lines = changeLines(context.page, changes);
  const isRead = mayAsk(context.capabilities);
  if (!isRead) context.note(lines);
  const answers = { yes: { label: 'set it', key: 's' }, no: { label: 'leave it', key: 'l' }, default: true };
  const intro = 'Do you want to set this reminder?';
  if (isRead) context.print(lines);
  if (await prompter.confirm({ intro, ...answers })) return;
  throw new OperationError('no reminder was set', {
    code: 'declined',
    hint: 'to set it without being asked, use --yes',
  });
}

function documentOf(timer: Timer | undefined, schedule: Schedule | undefined): object {
  return {
    set: timer !== undefined,
    scheduler: timer?.name ?? null,
    days: schedule ? shortDays(schedule).map((day) => day.toLowerCase()) : null,
    time: schedule ? clockOf(schedule) : null,
  };
}

function noTimer(why: string, { env }: Context): OperationError {
  const hint = env['SSH_TTY']
    ? 'log in at the computer itself, or install cron'
    : 'install cron, or let another scheduler run: unspasm plan remind --notify';
  return new OperationError(`no reminder can be set: ${why}`, { code: 'no-timer', hint });
}
