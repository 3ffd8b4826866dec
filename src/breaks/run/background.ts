import type { Context } from '../../app/context.ts';
import { OperationError, UsageError } from '../../errors.ts';
import type { NativeHelpers } from '../../sessions/ports.ts';
import { canReach } from '../../sessions/reach.ts';
import type { StoredBreaks } from '../core/stored.ts';
import { alreadyOn, type BreakFlags, refuseWithSigns, tryToSave } from './start.ts';

/**
 * Starts breaks that go on without this terminal.
 * @returns them, once they are on
 * @throws UsageError, OperationError when nobody would notice them, when they are on already, or can't be started
 */
export async function startInBackground(context: Context, flags: BreakFlags): Promise<StoredBreaks> {
  if (flags.quiet)
    throw new UsageError('with --quiet, nobody would notice breaks in the background', {
      code: 'quiet-background',
      hint: 'leave out --quiet, or --background',
    });
  refuseWithSigns(context);
  const { store } = await context.breakPorts();
  if (store.running()) throw alreadyOn(context, store);
  const ports = await context.ports();
  const why = unreachable(context, await ports.nativeHelpers(), flags);
  if (why !== undefined)
    throw new OperationError(`nothing on this computer could remind you: ${why}`, {
      code: 'unreachable',
      hint: 'leave a window open, and run: unspasm breaks',
    });
  // The copy has nobody to tell that the disk is full.
  tryToSave(store.check);
  const copy = await context.startCopy(['breaks', 'run', ...wordsFor(flags)]);
  await copy.until(() => store.running() !== undefined);
  const running = store.running();
  if (!running) throw notStarted();
  // Another process may have been quicker.
  if (running.pid !== copy.pid) throw alreadyOn(context, store);
  return running;
}

/** Why nothing reaches somebody who has no window open; undefined if something may. */
function unreachable({ settings }: Context, helpers: NativeHelpers, { speak }: BreakFlags): string | undefined {
  if (canReach(settings, helpers, speak)) return undefined;
  const { notifier } = helpers;
  return typeof notifier === 'string' ? notifier : 'notifications and sound are turned off';
}

function wordsFor({ everyMinutes, speak }: BreakFlags): string[] {
  return [`--every=${everyMinutes}m`, ...(speak === undefined ? [] : [speak ? '--speak' : '--no-speak'])];
}

function notStarted(): OperationError {
  return new OperationError("breaks couldn't be started in the background", {
    code: 'not-started',
    hint: 'leave a window open, and run: unspasm breaks',
  });
}
