import type { Context } from '../../app/context.ts';
import type { BreakMove } from '../../content/break-types.ts';
import type { SessionPorts } from '../../sessions/ports.ts';
import { announce, type Breaks, isAlike, isDue, LOOK_MS, NATURAL_MS, passTime } from '../core/breaks.ts';
import type { BreakPorts } from '../ports.ts';
import { moveText } from '../views/breaks.ts';
import { chooseMove } from './choose-move.ts';
import { countToday } from './journal.ts';
import { respond } from './respond.ts';
import type { BreaksStage, OpenBreaksStage, Press } from './stage.ts';
import { makeWaker } from './waker.ts';

/** While the chair is empty, or the battery is being saved, the computer is asked again this often. */
const ASK_AGAIN_MS = 120_000;

/** What looking after breaks needs from outside. */
export interface KeepPorts extends BreakPorts {
  readonly clock: SessionPorts['clock'];
  readonly isInSession: () => boolean;
  readonly openStage: OpenBreaksStage;
  /** When the quiet hours of now end; undefined outside them. */
  readonly quietUntil: () => number | undefined;
  /** Announces a break by ear and on the desktop. @param text what to do @param press is called for a button of it */
  readonly announce: (text: string, stage: BreaksStage, press: (press: Press) => void) => void;
  /** Takes away what the desktop still shows of a break that was answered. */
  readonly withdraw: () => void;
  /** How long a break is put off, in milliseconds. */
  readonly snoozeMs: () => number;
}

/** When breaks are looked after, and when the computer is asked; in milliseconds since 1970. */
interface Looks {
  readonly seenAt: number;
  readonly nextAt: number;
  /** When it is next asked for how long nobody has touched the keyboard. */
  readonly askIdleAt: number;
  /** When it is next asked what keeps back a break that is due. */
  readonly askDueAt: number;
}

/**
 * Looks after breaks until somebody stops them, here or from another terminal. Their file counts: it is read each time,
 * and other commands change it.
 */
export async function keepBreaks(context: Context, ports: KeepPorts): Promise<void> {
  const { clock, store } = ports;
  const waker = makeWaker(clock);
  const presses: Press[] = [];
  const take = (press: Press) => {
    presses.push(press);
    waker.wake();
  };
  const stage = ports.openStage(take, () => waker.wake());
  const announceOn = (text: string) => ports.announce(text, stage, take);
  let isShown = false;
  try {
    let looks = firstLooks(clock.now());
    let counted = { nextAt: Number.NaN, today: 0 };
    for (;;) {
      const press = presses.shift();
      const said = press && press !== 'stop' ? respondTo(press, context, ports) : '';
      if (clock.now() >= looks.nextAt || isDueNow(ports)) looks = await look(looks, context, ports, announceOn);
      const breaks = store.own();
      if (!breaks || press === 'stop') return;
      // Another terminal that answers a break changes the time of the next one as well.
      if (press || breaks.nextAt !== counted.nextAt) counted = { nextAt: breaks.nextAt, today: countToday(context) };
      const view = { breaks, move: moveDue(breaks, context), today: counted.today, now: context.now() };
      stage.show(view, said);
      if (isShown && !view.move) ports.withdraw();
      isShown = view.move !== undefined;
      if (presses.length === 0) await waker.until(nextMoment(breaks, looks, stage.changesAt(view), clock.now()));
    }
  } finally {
    stage.close();
  }
}

function firstLooks(now: number): Looks {
  return { seenAt: now, nextAt: now + LOOK_MS, askIdleAt: now + NATURAL_MS, askDueAt: now };
}

function respondTo(press: Exclude<Press, 'stop'>, context: Context, { store, snoozeMs }: KeepPorts): string {
  const breaks = store.own();
  return breaks ? respond(context, store, { breaks, response: press, snoozeMs: snoozeMs() }).said : '';
}

function isDueNow({ store, clock }: KeepPorts): boolean {
  const breaks = store.own();
  return breaks !== undefined && breaks.pause === undefined && isDue(breaks, clock.now());
}

function nextMoment({ nextAt }: Breaks, looks: Looks, changesAt = Infinity, now: number): number {
  return Math.min(looks.nextAt, nextAt > now ? nextAt : Infinity, changesAt);
}

/** Lets time pass for the breaks, and announces the one that is due. */
async function look(
  looks: Looks,
  context: Context,
  ports: KeepPorts,
  announceOn: (text: string) => void,
): Promise<Looks> {
  const { clock, store } = ports;
  const before = store.own();
  if (!before) return looks;
  const mayAnnounce = isDue(before, clock.now()) && clock.now() >= looks.askDueAt;
  const asks = mayAnnounce || clock.now() >= looks.askIdleAt;
  const idle = asks ? await ports.idle() : undefined;
  // It may have been changed from another terminal while the computer was asked.
  const breaks = store.own();
  if (!breaks) return looks;
  const now = clock.now();
  const [isInSession, isQuiet] = [ports.isInSession(), ports.quietUntil() !== undefined];
  const passed = passTime(breaks, now, { seenAt: looks.seenAt, idle, isInSession, isQuiet });
  saveIfNew(ports, breaks, passed);
  const after = { ...looks, seenAt: now, nextAt: now + LOOK_MS, ...(asks && { askIdleAt: askIdleAgain(idle, now) }) };
  if (!mayAnnounce || !isDue(passed, now)) return after;
  const isKeptBack = await announceDue(context, ports, announceOn);
  return isKeptBack ? { ...after, askDueAt: now + ASK_AGAIN_MS } : after;
}

// Before that nobody can have been away for long enough.
function askIdleAgain(idle: number | undefined, now: number): number {
  if (idle === undefined) return now + NATURAL_MS;
  return now + (idle >= NATURAL_MS ? ASK_AGAIN_MS : NATURAL_MS - idle);
}

/** @returns whether the break is kept back, and stays due */
async function announceDue(context: Context, ports: KeepPorts, announceOn: (text: string) => void): Promise<boolean> {
  const { clock, store } = ports;
  const quietUntil = ports.quietUntil();
  const isSavingPower = quietUntil === undefined && (await ports.isSavingPower());
  const breaks = store.own();
  // Somebody may have put it off meanwhile.
  if (!breaks || !isDue(breaks, clock.now())) return false;
  const isKeptBack = isSavingPower || quietUntil !== undefined;
  const move = isKeptBack ? undefined : chooseMove(context, breaks.last);
  const after = announce(breaks, clock.now(), { isSavingPower, quietUntil, move });
  saveIfNew(ports, breaks, after);
  const due = moveDue(after, context);
  if (due) announceOn(moveText(due, context.content.breaks()));
  return isSavingPower;
}

function saveIfNew({ store }: KeepPorts, former: Breaks, breaks: Breaks): void {
  if (!isAlike(former, breaks)) store.save(breaks);
}

/** The move of the break that is due; undefined if none is, or after a natural break. */
export function moveDue({ due }: Breaks, { content }: Context): BreakMove | undefined {
  if (!due || due.isPast) return undefined;
  return content.breaks().moves.find(({ id }) => id === due.move);
}
