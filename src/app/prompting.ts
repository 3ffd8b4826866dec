import type { Runtime } from '../runtime.ts';
import type { Capabilities } from '../terminal/capabilities.ts';
import { makeGlyphs } from '../terminal/glyphs.ts';
import { terminalHost } from '../terminal/host.ts';
import { openOutput } from '../terminal/output.ts';
import { fit } from '../terminal/page.ts';
import { type Prompter, refusingPrompter } from '../terminal/prompter.ts';
import { loadStyle } from '../terminal/style.ts';
import { spellingFor } from './printing.ts';

/** How a command asks the user. */
export interface Prompting {
  /** Opened when something is first asked, and again after the keyboard was released. */
  readonly prompter: () => Promise<Prompter>;
  /** Gives the keyboard back, between two rounds of questions and at the end. */
  readonly releaseKeyboard: () => Promise<void>;
}

/**
 * Chooses how the user is asked: on screens, by lines, or not at all.
 * @param instead what to use instead where nobody can be asked
 * @param about what the program is and is not, for the help of each question
 */
export function openPrompting(
  runtime: Runtime,
  capabilities: Capabilities,
  instead: string,
  about: () => string,
): Prompting {
  let prompter: Promise<Prompter> | undefined;
  const wasRead = new Set<string>();
  return {
    prompter: () => (prompter ??= openPrompter(runtime, capabilities, instead, about, wasRead)),
    releaseKeyboard: async () => {
      const opened = prompter;
      prompter = undefined;
      // If it could not be opened, whoever wanted to ask has been told.
      await opened?.then((open) => open.close()).catch(() => {});
    },
  };
}

// Each way of asking is loaded when it is used: Inquirer alone costs half a Node start.
async function openPrompter(
  { env, platform, elapsed, stdin, stdout, stderr }: Runtime,
  capabilities: Capabilities,
  instead: string,
  about: () => string,
  wasRead: Set<string>,
): Promise<Prompter> {
  const spell = spellingFor(capabilities);
  const toError = capabilities.promptsOnError;
  const output = toError ? stderr : stdout;
  const write = (lines: readonly string[]) => openOutput(output).lines(lines.map(spell));
  if (capabilities.prompts === 'refuse') return refusingPrompter(instead);
  if (capabilities.prompts === 'lines') {
    const { linesPrompter } = await import('../terminal/lines-prompter.ts');
    // A terminal would break words at its edge; a pipe has no edge.
    const onTerminal = capabilities.keyboard && !toError;
    if (!onTerminal) return linesPrompter({ input: stdin.stream, write, instead });
    const fitted = (lines: readonly string[]) => fit(lines, capabilities.columns);
    const rows = () => output.stream.rows || capabilities.rows;
    const terminal = { rows, fit: fitted, prompt: (words: string) => output.text(`${words} `), about, wasRead };
    return linesPrompter({ input: stdin.stream, write: (lines) => write(fitted(lines)), instead, terminal });
  }
  const { screensPrompter } = await import('../terminal/screens-prompter.ts');
  const screen = output.stream;
  const style = await loadStyle(capabilities.color.prompts);
  const size = () => ({ columns: screen.columns || capabilities.columns, rows: screen.rows || capabilities.rows });
  const look = { style, glyphs: makeGlyphs(capabilities.glyphs), spell, size, about };
  const host = terminalHost(env, platform);
  const color = capabilities.color.prompts;
  return screensPrompter({ stdin: stdin.stream, screen, look, color, host, elapsed, write });
}
