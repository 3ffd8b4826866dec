import { defineCommand } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import { positionLines } from '../../guide/views/guide.ts';
import { interruptionState } from '../../sessions/core/stored-session.ts';
import { interruptedText } from '../../sessions/views/status.ts';
import { readUnread } from '../../journal/read-unread.ts';
import { type Day, readDay } from '../day.ts';
import { showToday } from './today.ts';
import { ABOUT, askMenu } from './menu.ts';
import { blocksOf, paragraph } from '../../terminal/page.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import type { Back, Prompter } from '../../terminal/prompter.ts';

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
    const day = await readDayIfPossible(context);
    if (day && day.entries.length > 0) return showToday(context, day);
    const prompter = await context.prompter();
    const chosen = await askAtHome(context, prompter);
    if (typeof chosen === 'string' && chosen !== 'quit') await context.start(chosen);
  },
});

async function askAtHome(context: Context, prompter: Prompter): Promise<string | Back> {
  const { capabilities, content, isFirstRun, page } = context;
  const isNew = isFirstRun();
  // On screens a line has to do, and a key shows the whole; lines are read once, so all of it is among them.
  const hasMore = capabilities.prompts === 'screens';
  const { short, full } = content.triage().disclaimer;
  let about = isNew ? (hasMore ? short : full) : '';
  const lines = () => [
    ...(isNew && hasMore ? [...paragraph(page, SCREEN_READER), ''] : []),
    ...positionLines(page, content.positions()[0]!),
    ...(about === '' ? [] : ['', ...paragraph(page, about)]),
  ];
  if (!mayAsk(capabilities)) context.print(['', ...lines(), '']);
  const reading = { blocks: () => blocksOf(lines()), stays: (answer: string | Back) => answer === 'quit' };
  for (;;) {
    const asking = askMenu(prompter, mayAsk(capabilities) ? { reading } : {}, { hasMore });
    if (capabilities.prompts !== 'refuse') context.markWelcomed();
    const chosen = await asking;
    if (chosen !== ABOUT) return chosen;
    about = full;
  }
}

// The window may have been closed while a pack was still on the skin.
async function mentionInterrupted(context: Context): Promise<void> {
  const { sessionStore } = await context.ports();
  const now = context.now().getTime();
  for (const one of sessionStore.interrupted().filter((cut) => interruptionState(cut, now) !== 'too-old')) {
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
