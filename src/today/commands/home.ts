import type { CommandDeclaration, Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError } from '../../errors.ts';
import type { Today } from '../core/today.ts';
import { positionLines } from '../../guide/views/rest.ts';
import { cutOffState } from '../../sessions/core/kept.ts';
import { cutOffText } from '../../sessions/views/status.ts';
import { readToday } from '../day.ts';
import { showToday } from './today.ts';
import { askMenu } from '../menu.ts';

export const command: CommandDeclaration = {
  name: '',
  summary: '',
  description: [],
  options: [],
  examples: [],
  withoutInput: 'name a command: unspasm help lists them',
  run,
};

// In an episode the page of today says more. Else: somebody may be reading this from the floor: one position to lie in comes before anything else.
async function run(_invocation: Invocation, context: Context): Promise<void> {
  await tellOfCutOff(context);
  const today = readWhatIsThere(context);
  if (today?.unseen || today?.heard || today?.episode) return showToday(context, today, false);
  const [position] = context.content.positions();
  const above = () => ['', ...positionLines(context.page, position!), ''];
  context.print(above());
  const prompter = await context.prompter();
  const preface = context.isFirstRun() ? context.content.triage().disclaimer.full : '';
  const asking = askMenu(prompter, { preface, default: 'triage', above });
  if (context.capabilities.prompts !== 'refuse') context.markWelcomed();
  const chosen = await asking;
  if (typeof chosen === 'string' && chosen !== 'quit') await context.start(chosen);
}

// The window may have been closed on a pack that still lies there.
async function tellOfCutOff(context: Context): Promise<void> {
  const { kept } = await context.ports();
  const now = context.now().getTime();
  for (const one of kept.cutOff().filter((cut) => cutOffState(cut, now) !== 'too-old')) {
    const { therapy } = one.session.script;
    const isCommand = context.content.therapies().therapies.some(({ id }) => id === therapy);
    context.print([`${cutOffText(one)} unspasm ${isCommand ? therapy : 'stretch'} asks how it went on.`]);
  }
}

// A journal that can't be read must not keep anybody from help.
function readWhatIsThere(context: Context): Today | undefined {
  try {
    return readToday(context);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    context.note([`unspasm: ${error.message}`]);
    return undefined;
  }
}
