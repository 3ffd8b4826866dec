import { defineCommand } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import type { Today } from '../core/today.ts';
import { positionLines } from '../../guide/views/guide.ts';
import { interruptionState } from '../../sessions/core/stored-session.ts';
import { interruptedText } from '../../sessions/views/status.ts';
import { readToday } from '../day.ts';
import { showToday } from './today.ts';
import { askMenu } from './menu.ts';

export const command = defineCommand({
  name: '',
  summary: '',
  description: [],
  options: {},
  examples: [],
  withoutInput: 'name a command: unspasm help lists them',
  // During an episode the page of today says more. Otherwise somebody may be reading this on the floor: a position to
  // lie in comes first.
  run: async (_invocation, context) => {
    await mentionInterrupted(context);
    const today = readTodayIfPossible(context);
    if (today?.unseen || today?.noteWithSigns || today?.episode) return showToday(context, today);
    const [position] = context.content.positions();
    const above = () => ['', ...positionLines(context.page, position!), ''];
    context.print(above());
    const prompter = await context.prompter();
    const preface = context.isFirstRun() ? context.content.triage().disclaimer.full : '';
    const asking = askMenu(prompter, { preface, default: 'triage', above });
    if (context.capabilities.prompts !== 'refuse') context.markWelcomed();
    const chosen = await asking;
    if (typeof chosen === 'string' && chosen !== 'quit') await context.start(chosen);
  },
});

// The window may have been closed while a pack was still on the skin.
async function mentionInterrupted(context: Context): Promise<void> {
  const { sessionStore } = await context.ports();
  const now = context.now().getTime();
  for (const one of sessionStore.interrupted().filter((cut) => interruptionState(cut, now) !== 'too-old')) {
    const { therapy } = one.session.script;
    const isCommand = context.content.therapies().therapies.some(({ id }) => id === therapy);
    context.print([`${interruptedText(one)} unspasm ${isCommand ? therapy : 'stretch'} asks how it went on.`]);
  }
}

// A journal that can't be read must not keep anybody from getting help.
function readTodayIfPossible(context: Context): Today | undefined {
  try {
    return readToday(context);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    context.note([`unspasm: ${error.message}`]);
    return undefined;
  }
}
