import { type Capabilities, mayAsk } from '../terminal/capabilities.ts';
import type { Prompter } from '../terminal/prompter.ts';
import type { Printing } from './printing.ts';
import type { Prompting } from './prompting.ts';

/** How a command ended: carried out, left before its end, or so that nothing may follow it. */
export type CommandEnd = 'done' | 'left' | 'over';

/** How commands follow one another in a dialogue. */
export interface Dialogue {
  /** Runs another command in place of this one, as if it had been typed, but within the dialogue. */
  readonly start: (command: string) => Promise<void>;
  /**
   * Runs another command one level below this one: it leads back here once what it shows has been read, or when it was
   * left with Esc or q. Where nobody can be asked, nothing leads back.
   */
  readonly open: (command: string) => Promise<CommandEnd>;
  /** Something was printed since somebody was last asked. */
  readonly hasUnread: () => boolean;
}

/** Runs a command that was typed or chosen. @param leadsBack whether something waits for its end, such as a menu */
export type StartCommand = (command: string, leadsBack: boolean) => Promise<CommandEnd>;

/** Starts other commands, each at the top of the screen. */
export function startingOthers(
  run: StartCommand,
  prompting: Prompting,
  capabilities: Capabilities,
): Pick<Dialogue, 'start' | 'open'> {
  const freshScreen = async () => {
    if (capabilities.prompts === 'screens') (await prompting.prompter()).freshScreen();
    await prompting.releaseKeyboard();
  };
  return {
    start: async (command) => {
      await freshScreen();
      await run(command, false);
    },
    open: async (command) => {
      await freshScreen();
      const end = await run(command, mayAsk(capabilities));
      if (end !== 'over') await freshScreen();
      return end;
    },
  };
}

interface Noticing {
  readonly printing: Printing;
  readonly prompting: Prompting;
  readonly hasUnread: () => boolean;
}

/**
 * Notices whether something was printed since somebody was last asked: a menu must not come back before that has been
 * read. What is printed above a question counts as read once the question is asked.
 */
export function noticeUnread(printing: Printing, prompting: Prompting, { prompts }: Capabilities): Noticing {
  let isUnread = false;
  const writing =
    <A extends unknown[]>(write: (...args: A) => void) =>
    (...args: A) => {
      isUnread = true;
      write(...args);
    };
  // The keyboard may have been released since: each question is asked by the prompter that is open then.
  const asking =
    <A extends unknown[], R>(ask: (open: Prompter) => (...args: A) => Promise<R>) =>
    async (...args: A) => {
      isUnread = false;
      return ask(await prompting.prompter())(...args);
    };
  const watched = (prompter: Prompter): Prompter => ({
    checklist: asking((open) => open.checklist),
    choice: asking((open) => open.choice),
    confirm: asking((open) => open.confirm),
    text: asking((open) => open.text),
    search: asking((open) => open.search),
    read: async (text) => {
      await asking((open) => open.read)(text);
      // Lines don't wait after the last page.
      isUnread = prompts === 'lines';
    },
    waitUntilRead: asking((open) => open.waitUntilRead),
    show: writing(prompter.show),
    freshScreen: prompter.freshScreen,
    close: prompter.close,
  });
  return {
    printing: {
      ...printing,
      print: writing(printing.print),
      printText: writing(printing.printText),
      note: writing(printing.note),
    },
    prompting: { ...prompting, prompter: async () => watched(await prompting.prompter()) },
    hasUnread: () => isUnread,
  };
}
