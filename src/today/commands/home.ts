import { defineCommand } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { positionLines } from '../../guide/views/guide.ts';
import { interruptionState } from '../../sessions/core/stored-session.ts';
import { interruptedText } from '../../sessions/views/status.ts';
import { readUnread } from '../../journal/read-unread.ts';
import { type Day, readDay } from '../day.ts';
import { showToday } from './today.ts';
import { askMenu } from './menu.ts';
import { blocksOf, paragraph } from '../../terminal/page.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import { BACK, type Back } from '../../terminal/prompter.ts';

// Nobody can find an option while a screen that is drawn again and again is read out. Lines need no such word.
const SCREEN_READER = 'Using a screen reader? Run: unspasm config set accessible on';

export const command = defineCommand({
  name: '',
  summary: '',
  description: [],
  options: {},
  examples: [],
  withoutInput: 'give a command; to see them all, run: unspasm help',
  // Where there is a journal, the page of today says more. Otherwise somebody may be reading this on the floor: a
  // position to lie in comes first.
  run: async (_invocation, context) => {
    await mentionInterrupted(context);
    const isNew = context.isFirstRun();
    for (;;) {
      const day = await readDayIfPossible(context);
      if (day && day.entries.length > 0) return showToday(context, day);
      const chosen = await askAtHome(context, isNew);
      if (chosen === BACK || chosen === 'quit' || (await context.open(chosen)) === 'over') return;
    }
  },
});

async function askAtHome(context: Context, isNew: boolean): Promise<string | Back> {
  const prompter = await context.prompter();
  const { capabilities, content, page } = context;
  // On screens a line has to do, and ? shows the whole; lines are read once, so all of it is among them.
  const isDrawn = capabilities.prompts === 'screens';
  const { short, full } = content.triage().disclaimer;
  const lines = () => [
    ...(isNew && isDrawn ? [...paragraph(page, SCREEN_READER), ''] : []),
    ...positionLines(page, content.positions()[0]!),
    ...(isNew ? ['', ...paragraph(page, isDrawn ? short : full)] : []),
  ];
  if (!mayAsk(capabilities)) context.print(['', ...lines(), '']);
  const reading = { blocks: () => blocksOf(lines()), stays: (answer: string | Back) => answer === 'quit' };
  const asking = askMenu(prompter, mayAsk(capabilities) ? { reading } : {});
  if (capabilities.prompts !== 'refuse') context.markWelcomed();
  return asking;
}

// The window may have been closed while a pack was still on the skin.
async function mentionInterrupted(context: Context): Promise<void> {
  const { sessionStore } = await context.ports();
  const now = context.now().getTime();
  for (const one of sessionStore.interrupted().filter((cut) => interruptionState(cut, now) !== 'forget')) {
    const { therapy } = one.session.script;
    const isCommand = context.content.therapies().therapies.some(({ id }) => id === therapy);
    context.print([`${interruptedText(one)} To continue or save it, run: unspasm ${isCommand ? therapy : 'stretch'}`]);
  }
}

// A journal that can't be read must not keep anybody from getting help.
async function readDayIfPossible(context: Context): Promise<Day | undefined> {
  try {
    await readUnread(context, false);
    return readDay(context);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    context.note([`unspasm: ${error.message}`]);
    return undefined;
  }
}
