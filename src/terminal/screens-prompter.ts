import { Cancelled } from '../errors.ts';
import { moveTo } from './escapes.ts';
import type { TerminalHost } from './host.ts';
import { openKeyboard, type Keyboard } from './keyboard.ts';
import { type Back, type ChoicePrompt, confirmBy, type Prompter } from './prompter.ts';
import { askChecklist } from './prompts/checklist.ts';
import { askChoice } from './prompts/choice.ts';
import { askSearch } from './prompts/search.ts';
import { askText } from './prompts/text.ts';
import { CANCEL } from './prompts/prompt.ts';
import type { Look } from './prompts/layout.ts';

type Screen = NodeJS.WriteStream & { fd: number };
type InquirerContext = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream; clearPromptOnDone: boolean };

export interface ScreensOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly screen: Screen;
  readonly look: Look;
  readonly color: boolean;
  readonly host: TerminalHost;
  /** Milliseconds since any moment. */
  readonly elapsed: () => number;
  readonly write: (lines: readonly string[]) => void;
}

/** All that can be done at the end of a text. */
const CLOSING = {
  intro: '',
  inline: true,
  canGoBack: true,
  options: [{ id: 'close', label: 'close', key: 'q' }],
  default: 'close',
  escape: 'close',
};

/** Asks with Inquirer's prompts, each of which replaces the previous one on the screen. */
export function screensPrompter({ stdin, screen, look, color, host, elapsed, write }: ScreensOptions): Prompter {
  let keyboard: Keyboard | undefined;
  const ask = <T>(show: (context: InquirerContext) => Promise<T | typeof CANCEL>, takesText = false): Promise<T> => {
    keyboard ??= openKeyboard(stdin, screen, color, host, elapsed);
    return askWith(keyboard, takesText, (input) => show({ input, output: screen, clearPromptOnDone: true }));
  };
  const choice = (prompt: ChoicePrompt) =>
    keepingRead(prompt, write, (onRead) => ask((context) => askChoice({ prompt, look, screen, onRead }, context)));
  return {
    checklist: (prompt) => ask((context) => askChecklist({ prompt, look, screen }, context)),
    choice,
    confirm: (prompt) => confirmBy(choice, prompt),
    text: (prompt) => ask((context) => askText({ prompt, look, screen }, context), true),
    search: (prompt) => ask((context) => askSearch({ prompt, look, screen }, context), true),
    read: async (reading) => {
      await choice({ ...CLOSING, reading });
    },
    waitUntilRead: async () => {
      write(['']);
      await choice(CLOSING);
    },
    show: write,
    freshScreen: () => {
      // As many lines as scroll all of them out of the window; they can still be scrolled back to.
      screen.write('\n'.repeat(Math.max(0, look.size().rows - 1)) + moveTo(0, 0));
    },
    close: () => keyboard?.close(),
  };
}

/** Asks with the keys of a keyboard. @throws Cancelled when somebody leaves */
async function askWith<T>(
  keyboard: Keyboard,
  takesText: boolean,
  show: (input: NodeJS.ReadableStream) => Promise<T | typeof CANCEL>,
): Promise<T> {
  try {
    const answer = await show(keyboard.listen(takesText));
    if (answer === CANCEL) throw new Cancelled('left with Esc');
    return answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError')
      throw new Cancelled(error.message, { altogether: true });
    throw error;
  } finally {
    keyboard.mute();
  }
}

/** Leaves what was read on the terminal when a choice has ended, however it did. */
async function keepingRead(
  { reading }: ChoicePrompt,
  write: ScreensOptions['write'],
  ask: (onRead: (lines: readonly string[]) => void) => Promise<string | Back>,
): Promise<string | Back> {
  let read: readonly string[] = [];
  let stays = true;
  try {
    const answer = await ask((lines) => {
      read = lines;
    });
    stays = reading?.stays?.(answer) ?? true;
    return answer;
  } finally {
    if (stays) write(read);
  }
}
