import { AlreadyReportedError, Cancelled } from '../errors.ts';
import type { CommandDeclaration, Invocation } from './command.ts';
import type { Context } from './context.ts';
import type { CommandEnd } from './dialogue.ts';
import { present, waitUntilRead } from './present.ts';

/**
 * Carries out a command, and shows its answer. Where something waits for its end, such as a menu, what it printed is
 * read first, and leaving it is no error.
 * @throws whatever the command throws, unless it was left and leads back
 */
export async function carryOut(
  command: CommandDeclaration,
  invocation: Invocation,
  context: Context,
  leadsBack: boolean,
): Promise<CommandEnd> {
  try {
    await answer(command, invocation, context);
  } catch (error) {
    if (!leadsBack || !isLeft(error)) throw error;
    await waitUntilRead(context);
    return 'left';
  }
  if (!leadsBack || command.endsDialogue) return 'over';
  await waitUntilRead(context);
  return 'done';
}

async function answer({ run }: CommandDeclaration, invocation: Invocation, context: Context): Promise<void> {
  const given = await run(invocation, context);
  if (!given) return;
  if (invocation.options['json']) context.printJson(given.document());
  else await present(context, given);
  await given.after?.();
}

// That nothing was found was said, and isn't the end of a dialogue.
function isLeft(error: unknown): boolean {
  return error instanceof Cancelled ? !error.altogether : error instanceof AlreadyReportedError;
}
