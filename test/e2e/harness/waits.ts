import type { Ending } from './job.ts';
import { isStopped } from './process-state.ts';
import type { Session } from './session.ts';

/** Waits until the screen shows a text; fails early if the program ends without it. */
export async function waitForText(session: Session, wanted: string | RegExp, timeoutMs: number): Promise<void> {
  const isThere = (): boolean => includes(session.emulator.screen(), wanted);
  const isOver = (): boolean => session.isHungUp || ending(session) !== undefined;
  await session.changes.until(() => isThere() || isOver(), timeoutMs);
  if (isThere()) return;
  const text = typeof wanted === 'string' ? JSON.stringify(wanted) : String(wanted);
  throw failure(session, `did not show ${text}`, timeoutMs);
}

/** Waits until the program has ended and all it wrote is on the screen. */
export async function waitForEnd(session: Session, timeoutMs: number): Promise<Ending> {
  await session.changes.until(() => ending(session) !== undefined, timeoutMs);
  const ended = ending(session);
  if (ended === undefined) throw failure(session, 'did not end', timeoutMs);
  return ended;
}

/** Waits until the program has stopped itself and all it wrote is on the screen. */
export async function waitForStop(session: Session, timeoutMs: number): Promise<void> {
  const { changes } = session;
  const pid = await session.pid;
  // The kernel reports a stop to the parent alone, and Node does not pass it on.
  const timer = setInterval(() => changes.announce(), 10);
  await changes.until(() => isStopped(pid) || ending(session) !== undefined, timeoutMs);
  clearInterval(timer);
  if (!isStopped(pid)) throw failure(session, 'did not stop', timeoutMs);
  await session.look();
}

function ending({ rest }: Session): Ending | undefined {
  return rest?.event === 'ended' ? { code: rest.code, signal: rest.signal } : undefined;
}

function includes(screen: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? screen.includes(wanted) : screen.search(wanted) >= 0;
}

function failure(session: Session, what: string, timeoutMs: number): Error {
  const ended = ending(session);
  const when = ended ? `and ended: ${JSON.stringify(ended)}` : `within ${timeoutMs} ms`;
  const line = '-'.repeat(40);
  const screen = `${line}\n${session.emulator.screen()}\n${line}`;
  return new Error(`The program ${what} ${when}. The screen:\n${screen}`);
}
