import { join } from 'node:path';
import { openContent, type Content } from './content/content.ts';
import { findWhereabouts } from './system/place.ts';
import { isFirstRun } from './system/first-run.ts';
import { openJournal } from './system/journal.ts';
import { placesOf, type Places } from './system/paths.ts';
import { readSettings } from './system/settings-file.ts';
import type { Settings } from './settings.ts';
import type { Journal } from './journal/journal.ts';
import { findStreams, readText } from './system/streams.ts';
import { type Capabilities, decideCapabilities, type TerminalFlags } from './terminal/capabilities.ts';
import { makeGlyphs, toAscii } from './terminal/glyphs.ts';
import { openOutput } from './terminal/output.ts';
import type { Prompter } from './terminal/prompter.ts';
import { loadStyle } from './terminal/style.ts';
import { textWidth } from './text/wrap.ts';
import type { Whereabouts } from './triage/emergency-number.ts';
import type { Page } from './views/page.ts';

export interface WindowSize {
  readonly columns: number;
  readonly rows: number;
}

/** The doors to the outside, made once; tests hand in their own. */
export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly capabilities: Capabilities;
  readonly content: Content;
  readonly places: Places;
  readonly settings: Settings;
  readonly journal: Journal;
  /** The time it is. */
  readonly now: () => Date;
  /** What views need to know of standard output. */
  readonly page: Page;
  /** The window, as it is now. */
  readonly size: () => WindowSize;
  /** Writes lines to standard output. */
  readonly print: (lines: readonly string[]) => void;
  /** Writes the one document of a `--json` run. */
  readonly printJson: (document: object) => void;
  /** Writes lines to standard error. */
  readonly note: (lines: readonly string[]) => void;
  /** Asks the user; made when it is first used. */
  readonly prompter: () => Promise<Prompter>;
  readonly readText: (path: string) => string;
  readonly whereabouts: () => Whereabouts;
  readonly isFirstRun: () => boolean;
  /** Names of all the commands. */
  readonly commands: readonly string[];
  /** Runs another command, as if it had been typed. */
  readonly start: (command: string) => Promise<void>;
  readonly close: () => void;
}

export interface ContextOptions {
  /** The folder of the package: `data/` lies in it. */
  readonly root: string;
  readonly flags: TerminalFlags;
  readonly withoutInput: string;
  readonly commands: readonly string[];
  readonly start: (command: string) => Promise<void>;
}

/** The context of the real program. */
export async function createContext({ root, flags, withoutInput, commands, start }: ContextOptions): Promise<Context> {
  const { env, platform } = process;
  const places = placesOf(env, platform);
  const { settings, warning } = readSettings(places.settings);
  const capabilities = decideCapabilities(env, withSettings(flags, settings), findStreams(), platform);
  const spell = capabilities.unicode ? (text: string) => text : toAscii;
  const [out, err] = [openOutput(1), openOutput(2)];
  if (warning) err.lines([`unspasm: ${warning}`]);
  const size = () => windowSize(capabilities);
  const prompting = promptingOf(capabilities, spell, withoutInput);
  return {
    env,
    capabilities,
    places,
    settings,
    journal: openJournal(places, Date.now),
    now: () => new Date(),
    content: openContent(join(root, 'data')),
    page: await pageOf(capabilities, size),
    size,
    print: (lines) => out.lines(lines.map(spell)),
    printJson: (document) => out.lines([JSON.stringify(document, undefined, 2)]),
    note: (lines) => err.lines(lines.map(spell)),
    prompter: prompting.open,
    readText,
    whereabouts: () => findWhereabouts(env, platform),
    isFirstRun: () => isFirstRun(places.state),
    commands,
    start: (command) => {
      prompting.close();
      return start(command);
    },
    close: prompting.close,
  };
}

// What is typed, or stands in the environment, is stronger than what is settled.
function withSettings(flags: TerminalFlags, { accessible, glyphs }: Settings): TerminalFlags {
  const ascii = flags.ascii ?? (glyphs === 'ascii' ? true : undefined);
  return { ...flags, ...(ascii && { ascii }), ...(accessible && { settledAccessible: true }) };
}

async function pageOf({ color, glyphs, accessible }: Capabilities, size: () => WindowSize): Promise<Page> {
  return {
    style: await loadStyle(color.output),
    glyphs: makeGlyphs(glyphs),
    get width() {
      return textWidth(size().columns);
    },
    framed: !accessible,
  };
}

// The window as it is now: it may have been resized since the start.
function windowSize({ columns, rows, interactive }: Capabilities): WindowSize {
  return interactive ? { columns: process.stdout.columns, rows: process.stdout.rows } : { columns, rows };
}

function promptingOf(capabilities: Capabilities, spell: (text: string) => string, instead: string) {
  let prompter: Promise<Prompter> | undefined;
  return {
    open: () => (prompter ??= openPrompter(capabilities, spell, instead)),
    close: () => {
      void prompter?.then((open) => open.close());
      prompter = undefined;
    },
  };
}

// Each way of asking is loaded when it is used: Inquirer alone costs half a Node start.
async function openPrompter(
  capabilities: Capabilities,
  spell: (text: string) => string,
  instead: string,
): Promise<Prompter> {
  const toError = capabilities.promptsOnError;
  const output = openOutput(toError ? 2 : 1);
  const write = (lines: readonly string[]) => output.lines(lines.map(spell));
  if (capabilities.prompts === 'refuse') {
    const { refusingPrompter } = await import('./terminal/refusing-prompter.ts');
    return refusingPrompter(instead);
  }
  if (capabilities.prompts === 'lines') {
    const { linesPrompter } = await import('./terminal/lines-prompter.ts');
    return linesPrompter({ input: process.stdin, write, instead });
  }
  const { screensPrompter } = await import('./terminal/screens-prompter.ts');
  const screen = toError ? process.stderr : process.stdout;
  const style = await loadStyle(capabilities.color.prompts);
  const size = () => ({ columns: screen.columns ?? 80, rows: screen.rows ?? 24 });
  const look = { style, glyphs: makeGlyphs(capabilities.glyphs), spell, size };
  return screensPrompter({ stdin: process.stdin, screen, look, color: capabilities.color.prompts, write });
}
