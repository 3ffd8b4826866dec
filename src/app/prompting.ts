import type { Capabilities } from '../terminal/capabilities.ts';
import { fit } from '../terminal/page.ts';
import { makeGlyphs } from '../terminal/glyphs.ts';
import type { Runtime } from '../runtime.ts';
import { terminalHost } from '../terminal/host.ts';
import { openOutput } from '../terminal/output.ts';
import { type Prompter, refusingPrompter } from '../terminal/prompter.ts';
import { loadStyle } from '../terminal/style.ts';

/** Somebody who is asked, between the first question and the last. */
export interface Prompting {
  /** Opened when it is first needed, and again after it was closed. */
  readonly open: () => Promise<Prompter>;
  /** Gives the keyboard back. */
  readonly close: () => Promise<void>;
}

/**
 * Chooses how somebody is asked: on screens, by lines, or not at all.
 * @param spell how a text is spelt on this terminal
 * @param instead what would be right where nobody can be asked
 */
export function openPrompting(
  runtime: Runtime,
  capabilities: Capabilities,
  spell: (text: string) => string,
  instead: string,
): Prompting {
  let prompter: Promise<Prompter> | undefined;
  return {
    open: () => (prompter ??= openPrompter(runtime, capabilities, spell, instead)),
    close: async () => {
      const opened = prompter;
      prompter = undefined;
      // One that could not be opened has said so to who asked.
      await opened?.then((open) => open.close()).catch(() => {});
    },
  };
}

// Each way of asking is loaded when it is used: Inquirer alone costs half a Node start.
async function openPrompter(
  { env, platform, stdin, stdout, stderr }: Runtime,
  capabilities: Capabilities,
  spell: (text: string) => string,
  instead: string,
): Promise<Prompter> {
  const toError = capabilities.promptsOnError;
  const output = toError ? stderr : stdout;
  const write = (lines: readonly string[]) => openOutput(output).lines(lines.map(spell));
  if (capabilities.prompts === 'refuse') return refusingPrompter(instead);
  if (capabilities.prompts === 'lines') {
    const { linesPrompter } = await import('../terminal/lines-prompter.ts');
    // A terminal would cut words at its edge; a pipe has none.
    const onTerminal = capabilities.keyboard && !toError;
    return linesPrompter({
      input: stdin.stream,
      write: onTerminal ? (lines) => write(fit(lines, capabilities.columns)) : write,
      instead,
    });
  }
  const { screensPrompter } = await import('../terminal/screens-prompter.ts');
  const screen = output.stream;
  const style = await loadStyle(capabilities.color.prompts);
  const size = () => ({ columns: screen.columns || capabilities.columns, rows: screen.rows || capabilities.rows });
  const look = { style, glyphs: makeGlyphs(capabilities.glyphs), spell, size };
  const host = terminalHost(env, platform);
  return screensPrompter({ stdin: stdin.stream, screen, look, color: capabilities.color.prompts, host, write });
}
