import { mayAsk } from '../terminal/capabilities.ts';
import { blocksOf, fit } from '../terminal/page.ts';
import type { Context } from './context.ts';

/** Something to read. */
export interface Shown {
  readonly lines: () => readonly string[];
  /** Where to get help, in a line: it is said again where the first lines have scrolled away. */
  readonly reminder?: () => string;
}

/** Waits until what was shown has been read, if there is anything. */
export async function waitUntilRead(context: Context): Promise<void> {
  if (context.hasUnread()) await (await context.prompter()).waitUntilRead();
}

/** The same where a list comes back, and makes room for that. */
export async function leadBack(context: Context): Promise<void> {
  await waitUntilRead(context);
  (await context.prompter()).freshScreen();
}

/** What a shell's own line takes below a text, and what is above it. */
const ROWS_BESIDE = 3;

/**
 * Shows a document. Somebody who typed a command gets all of it at once, and scrolls back in the terminal or uses a
 * pager. In the middle of a dialogue a text that is higher than the window is shown a page at a time, and so it is
 * where lines are read one by one: a console has nothing to scroll back to. Nothing ever waits without a person at both
 * ends.
 */
export async function present(context: Context, { lines, reminder }: Shown): Promise<void> {
  const { capabilities, size, inDialogue } = context;
  const { columns, rows } = size();
  const isWhole = !capabilities.terminal || fit(lines(), columns).length + ROWS_BESIDE <= rows;
  if (isWhole) return context.print(lines());
  const waits = mayAsk(capabilities) && (inDialogue || capabilities.prompts === 'lines');
  if (!waits) return context.print([...lines(), ...(reminder ? [reminder(), ''] : [])]);
  const blocks = () => blocksOf(lines());
  await (await context.prompter()).read({ blocks, ...(reminder && { reminder }) });
}
