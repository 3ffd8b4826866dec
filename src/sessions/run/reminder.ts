import type { Context } from '../../app/context.ts';
import { OperationError, whyNotWritten } from '../../errors.ts';
import type { Reminder } from '../core/reminder.ts';
import type { NativeHelpers, SessionPorts } from '../ports.ts';
import { showBeforeEnd } from '../reach.ts';
import { dueReminderText } from '../views/reminder.ts';
import { lookBack } from './past.ts';

/** What a process that waits for a reminder is started as. */
export const WAIT = '__remind';

/** A timer stands still while the computer is asleep, so the clock is looked at this often. */
const LOOK_MS = 60_000;
/** After that a reminder is of no more use: the computer was asleep for half a day. */
const LATE_MS = 6 * 3_600_000;

/** Whether a reminder could be shown on this computer; otherwise why not. */
export function whyNoReminder({ settings }: Context, { notifier }: NativeHelpers): string | undefined {
  if (settings.notifications === false) return 'notifications are turned off';
  return typeof notifier === 'string' ? notifier : undefined;
}

/**
 * Sets a reminder: a copy of this program waits, and ends once it has shown it.
 * @param at milliseconds since 1970
 * @throws OperationError where it can't be set
 */
export async function setReminder(context: Context, therapy: string, at: number): Promise<Reminder> {
  const { reminderStore } = await context.ports();
  // The copy has nobody to tell that the disk is full.
  try {
    reminderStore.check();
  } catch (error) {
    throw notSet(whyNotWritten(error), 'check that the disk has room, and that you can write to the state folder');
  }
  const copy = await context.startCopy([WAIT, therapy, String(at)]);
  const find = () => reminderStore.all().find(({ pid }) => pid === copy.pid);
  await copy.until(() => find() !== undefined);
  const set = find();
  if (set) return set;
  throw notSet('the program that was to wait for it has ended', 'set an alarm of your own');
}

function notSet(why: string, hint: string): OperationError {
  return new OperationError(`the reminder couldn't be set: ${why}`, { code: 'not-started', hint });
}

/** Waits until a therapy can be used again, and says so, unless that is out of date by then. */
export async function waitAndRemind(context: Context, therapy: string, at: number): Promise<void> {
  const ports = await context.ports();
  const { clock, reminderStore, onExitSignal } = ports;
  reminderStore.begin({ therapy, at });
  const takeBack = onExitSignal(() => reminderStore.end(therapy));
  try {
    while (clock.now() < at) {
      await new Promise<void>((resolve) => clock.wakeAt(Math.min(at, clock.now() + LOOK_MS), resolve));
      if (!reminderStore.isOwn(therapy)) return;
    }
    if (clock.now() < at + LATE_MS) await remind(context, ports, therapy);
  } finally {
    takeBack();
    reminderStore.end(therapy);
  }
}

async function remind(context: Context, ports: SessionPorts, therapy: string): Promise<void> {
  // Somebody who uses something now, or has to get help first, isn't told to use it.
  if (ports.sessionStore.running().length > 0) return;
  const { today, against } = await lookBack(context);
  if (against.some(({ therapies }) => therapies?.includes(therapy) ?? true)) return;
  const allowance = today.allowances.find((one) => one.therapy.id === therapy);
  // It was used again meanwhile.
  if (!allowance || allowance.from !== undefined) return;
  const { notifier } = await ports.nativeHelpers();
  if (typeof notifier === 'string') return;
  const body = dueReminderText(allowance.therapy);
  await showBeforeEnd(notifier, { title: allowance.therapy.name, body, urgent: false });
}
