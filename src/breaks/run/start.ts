import type { Context } from '../../app/context.ts';
import { OperationError, whyNotWritten } from '../../errors.ts';
import { inkFor } from '../../sessions/figure/inks.ts';
import { canAnswer } from '../../terminal/capabilities.ts';
import { beginBreaks } from '../core/breaks.ts';
import { quietUntil, readQuietHours } from '../core/quiet-hours.ts';
import type { BreakPorts } from '../ports.ts';
import { nextText } from '../views/breaks.ts';
import { chooseMove } from './choose-move.ts';
import { createBreakAnnouncer } from './announcer.ts';
import { keepBreaks } from './keep-breaks.ts';
import { snoozeLength } from './respond.ts';
import type { OpenBreaksStage } from './stage.ts';

const MINUTE_MS = 60_000;

/** How breaks are to be announced. */
export interface BreakFlags {
  /** How long somebody works between two breaks, in minutes. */
  readonly everyMinutes: number;
  readonly quiet: boolean;
  /** Absent if nobody has said. */
  readonly speak?: boolean | undefined;
}

const UNSEEN: OpenBreaksStage = () => ({
  show: () => {},
  changesAt: () => undefined,
  ring: () => {},
  notify: () => {},
  close: () => {},
});

/**
 * Somebody who has to get help first isn't told to get up and move.
 * @throws OperationError for somebody who has warning signs to check, or was sent to get help
 */
export function refuseWithSigns(context: Context): void {
  if (chooseMove(context, undefined) !== undefined) return;
  throw new OperationError('breaks wait until your warning signs have been dealt with', {
    code: 'warning-signs',
    hint: 'to see what to do, run: unspasm today',
  });
}

/**
 * Announces breaks until they are stopped.
 * @param inBackground whether this process has no terminal
 * @throws OperationError when breaks are on already, or warning signs come first
 */
export async function runBreaks(context: Context, flags: BreakFlags, inBackground: boolean): Promise<void> {
  refuseWithSigns(context);
  const ports = await context.breakPorts();
  const sessionPorts = await context.ports();
  const { clock, sessionStore, onExitSignal } = sessionPorts;
  beginOnce(context, ports, flags, inBackground);
  const takeBack = onExitSignal(() => ports.store.end());
  const announcer = createBreakAnnouncer(ports.settings, sessionPorts, flags);
  try {
    await keepBreaks(context, {
      ...ports,
      clock,
      isInSession: () => sessionStore.running().length > 0,
      openStage: inBackground ? UNSEEN : await stageFor(context),
      quietUntil: () => {
        const hours = readQuietHours(ports.settings()['quiet-hours'] ?? '');
        return hours && quietUntil(hours, context.now());
      },
      announce: announcer.announce,
      withdraw: announcer.withdraw,
      snoozeMs: () => snoozeLength(ports.settings()),
    });
  } finally {
    takeBack();
    ports.store.end();
    announcer.close();
  }
}

function beginOnce(context: Context, { store }: BreakPorts, flags: BreakFlags, inBackground: boolean): void {
  const running = store.running();
  const begin = () => store.begin(beginBreaks(flags.everyMinutes * MINUTE_MS, context.now().getTime()), inBackground);
  if (running || !tryToSave(begin)) throw alreadyOn(context, store);
}

/** Saves the start of breaks, or tries whether it can be. @throws OperationError where nothing can be written */
export function tryToSave<T>(save: () => T): T {
  try {
    return save();
  } catch (error) {
    throw new OperationError(`breaks can't be started: ${whyNotWritten(error)}`, {
      code: 'not-kept',
      hint: 'check that the disk has room, and that you can write to the state folder',
    });
  }
}

/** The error for somebody who starts breaks that are on. */
export function alreadyOn({ now }: Context, store: BreakPorts['store']): OperationError {
  const running = store.running();
  const next = running ? ` ${nextText(running.breaks, now())}` : '';
  return new OperationError(`breaks are on already.${next}`, {
    code: 'already-on',
    hint: 'to stop them, run: unspasm breaks stop',
  });
}

async function stageFor(context: Context): Promise<OpenBreaksStage> {
  const { capabilities, content, settings } = context;
  const ports = await context.ports();
  const ink = inkFor(capabilities, settings);
  const shared = { content: content.breaks(), poses: content.poses() };
  if (capabilities.drawn) {
    const { screenStage } = await import('./screen-stage.ts');
    const moves = settings.motion !== false;
    const notification = (text: string) => ports.notificationCode('unspasm', text);
    return screenStage({ ...shared, open: ports.openScreen, ink, moves, ring: () => ports.bell(), notification });
  }
  const { lineStage } = await import('./line-stage.ts');
  return lineStage({
    ...shared,
    write: (line) => context.print([line]),
    listen: canAnswer(capabilities) ? ports.listenToLines : undefined,
    ring: () => ports.bell(),
  });
}
