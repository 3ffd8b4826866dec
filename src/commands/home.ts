import type { CommandDeclaration, Invocation } from '../command.ts';
import type { Context } from '../context.ts';
import type { Option } from '../terminal/prompter.ts';
import { CannotError } from '../errors.ts';
import type { Today } from '../journal/today.ts';
import { positionLines } from '../views/rest.ts';
import { cutOffState } from '../session/kept.ts';
import { cutOffText } from '../views/session/status.ts';
import { readToday } from './today/day.ts';
import { showToday } from './today.ts';

export const command: CommandDeclaration = {
  name: '',
  summary: '',
  description: [],
  options: [],
  examples: [],
  withoutInput: 'name a command: unspasm help lists them',
  run,
};

/** What a person at the terminal can go on to. */
const WAYS: readonly Option[] = [
  { id: 'triage', label: 'Check the warning signs, and see what to do (a minute or two)', key: 't' },
  { id: 'ice', label: 'Ice, with a timer', key: 'i' },
  { id: 'heat', label: 'Warmth, with a timer', key: 'h' },
  { id: 'stretch', label: 'Gentle stretches, guided', key: 's' },
  { id: 'walk', label: 'A short walk', key: 'w' },
  { id: 'rest', label: 'More positions that ease the back', key: 'r' },
  { id: 'medicines', label: 'Pain relief without a prescription', key: 'm' },
  { id: 'log', label: 'Log the pain', key: 'l' },
  { id: 'faq', label: 'Ask the guide a question', key: 'f' },
  { id: 'guide', label: 'Read the guide', key: 'g' },
];

// In an episode the page of today says more. Else: somebody may be reading this from the floor: one position to lie in comes before anything else.
async function run(_invocation: Invocation, context: Context): Promise<void> {
  await tellOfCutOff(context);
  const today = readWhatIsThere(context);
  if (today?.unseen || today?.heard || today?.episode) return showToday(context, today, false);
  const [position] = context.content.positions();
  const above = () => ['', ...positionLines(context.page, position!), ''];
  context.print(above());
  const prompter = await context.prompter();
  const options = [...WAYS, { id: 'quit', label: 'Quit', key: 'q' }];
  const asking = prompter.choice({
    preface: context.isFirstRun() ? context.content.triage().disclaimer.full : '',
    place: '',
    title: '',
    intro: 'What do you need?',
    options,
    enter: 'triage',
    canGoBack: false,
    above,
  });
  if (context.capabilities.prompts !== 'refuse') context.welcomed();
  const chosen = await asking;
  if (typeof chosen === 'string' && chosen !== 'quit') await context.start(chosen);
}

// The window may have been closed on a pack that still lies there.
async function tellOfCutOff(context: Context): Promise<void> {
  const { kept } = await context.equipment();
  const now = context.now().getTime();
  for (const one of kept.cutOff().filter((cut) => cutOffState(cut, now) !== 'too-old')) {
    context.print([
      `${cutOffText(one)} unspasm ${one.session.script.goesOnAsleep ? one.session.script.therapy : 'stretch'} asks how it went on.`,
    ]);
  }
}

// A journal that can't be read must not keep anybody from help.
function readWhatIsThere(context: Context): Today | undefined {
  try {
    return readToday(context);
  } catch (error) {
    if (!(error instanceof CannotError)) throw error;
    context.note([`unspasm: ${error.message}`]);
    return undefined;
  }
}
