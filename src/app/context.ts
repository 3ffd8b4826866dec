import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../content/content.ts';
import type { SessionPorts } from '../sessions/ports.ts';
import { openContent } from '../system/content.ts';
import { detectLocale } from '../system/locale.ts';
import { isFirstRun, markWelcomed } from '../system/remembered.ts';
import { openJournal } from '../system/journal.ts';
import { placesOf, type Places } from '../system/paths.ts';
import { readSettings, saveSettings } from '../system/settings-file.ts';
import type { SettingChanges, Settings } from '../settings/settings.ts';
import type { Journal } from '../journal/core/journal.ts';
import { findStreams } from '../system/streams.ts';
import { readText, saveText } from '../system/text-files.ts';
import { type Capabilities, decideCapabilities, type TerminalFlags } from '../terminal/capabilities.ts';
import { fit } from '../terminal/page.ts';
import { makeGlyphs, toAscii, toAsciiJson } from '../terminal/glyphs.ts';
import { documentToTerminal, openOutput } from '../terminal/output.ts';
import type { Prompter } from '../terminal/prompter.ts';
import { openPrompting } from './prompting.ts';
import type { Runtime } from '../runtime.ts';
import { SCHEMA_VERSION } from '../schema-version.ts';
import { loadStyle } from '../terminal/style.ts';
import { textWidth } from '../text/wrap.ts';
import type { LocaleHints } from '../triage/core/emergency-number.ts';
import type { Page } from '../terminal/page.ts';

export interface WindowSize {
  readonly columns: number;
  readonly rows: number;
}

/** What a command may use of the world around it, made once; tests hand in their own. */
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
  /** Writes a document to standard output: into a pipe or a file as it is, to a terminal as that can show it. */
  readonly printText: (text: string, isJson?: boolean) => void;
  /** Writes the one document of a `--json` run. */
  readonly printJson: (document: object) => void;
  /** Writes one document of several, in a line of its own and in ASCII. */
  readonly printJsonLine: (document: object) => void;
  /** Writes lines to standard error. */
  readonly note: (lines: readonly string[]) => void;
  /** Asks the user; made when it is first used. */
  readonly prompter: () => Promise<Prompter>;
  /** The whole of a file, or of standard input for "-". @throws CannotError when it can't be read */
  readonly readText: (path: string) => string;
  /** The bytes of a file of the program's own. */
  readonly readBytes: (path: string) => Uint8Array;
  /** Writes a document where the user wants it. @throws CannotError when it can't, or may not be replaced */
  readonly saveText: (path: string, text: string, replace: boolean, isJson?: boolean) => void;
  /** Opens a file on the desktop. @returns why that can't be done, or nothing */
  readonly openFile: (path: string) => Promise<string | undefined>;
  readonly locale: () => LocaleHints;
  readonly isFirstRun: () => boolean;
  /** The program has introduced itself. */
  readonly markWelcomed: () => void;
  /** Saves settings; one that is undefined is reset. */
  readonly saveSettings: (changes: SettingChanges) => Promise<void>;
  /** What a session needs of the machine; loaded when one is asked for. */
  readonly ports: () => Promise<SessionPorts>;
  /** Gives the keyboard back between two rounds of questions. */
  readonly releaseKeyboard: () => Promise<void>;
  /** Runs another command, as if it had been typed. */
  readonly start: (command: string) => Promise<void>;
  readonly close: () => void;
}

export interface ContextOptions {
  /** The folder of the package: `data/` lies in it. */
  readonly root: string;
  readonly runtime: Runtime;
  readonly flags: TerminalFlags;
  readonly withoutInput: string;
  readonly start: (command: string) => Promise<void>;
}

/** The context of one run. */
export async function createContext({ root, runtime, flags, withoutInput, start }: ContextOptions): Promise<Context> {
  const { env, platform, clock } = runtime;
  const places = placesOf(env, platform);
  const { settings, warning } = readSettings(places.settings);
  const streams = findStreams(runtime);
  const capabilities = decideCapabilities(env, withSettings(flags, settings), streams, platform);
  const spell = capabilities.unicode ? asItIs : toAscii;
  const size = () => windowSize(capabilities, runtime);
  const writing = outputOf(runtime, capabilities, size);
  if (warning) writing.note([`unspasm: ${warning}`]);
  const prompting = openPrompting(runtime, capabilities, spell, withoutInput);
  const page = await pageOf(capabilities, size);
  return {
    env,
    capabilities,
    places,
    settings,
    journal: openJournal(places, clock.now),
    now: () => new Date(clock.now()),
    content: openContent(join(root, 'data')),
    page,
    size,
    ...writing,
    ...documentsOf(runtime),
    ...stateOf(places, env, platform),
    ports: async () => {
      const { openSessionPorts } = await import('../sessions/ports.ts');
      return openSessionPorts({ runtime, places, capabilities, spell, style: page.style });
    },
    prompter: prompting.open,
    releaseKeyboard: prompting.close,
    start: async (command) => {
      await prompting.close();
      await start(command);
    },
    close: () => void prompting.close(),
  };
}

function asItIs(text: string): string {
  return text;
}

// A terminal would cut words at its edge; a pipe has none.
function outputOf({ stdout, stderr }: Runtime, { unicode }: Capabilities, size: () => WindowSize) {
  const [out, err] = [openOutput(stdout), openOutput(stderr)];
  const [spellText, spellJson] = unicode ? [asItIs, asItIs] : [toAscii, toAsciiJson];
  const fitted = (lines: readonly string[], isTerminal: boolean) => (isTerminal ? fit(lines, size().columns) : lines);
  // In letters that the terminal doesn't know, bytes of one could be taken for control characters.
  const forTerminal = (text: string, isJson = false) => (isJson ? spellJson(text) : spellText(text));
  return {
    print: (lines: readonly string[]) => out.lines(fitted(lines.map(spellText), stdout.isTerminal)),
    printText: (text: string, isJson?: boolean) =>
      out.document(stdout.isTerminal ? forTerminal(text, isJson) : text, isJson),
    printJson: (document: object) =>
      out.document(`${spellJson(JSON.stringify(versioned(document), undefined, 2))}\n`, true),
    printJsonLine: (document: object) => out.document(`${toAsciiJson(JSON.stringify(versioned(document)))}\n`, true),
    note: (lines: readonly string[]) => err.lines(fitted(lines.map(spellText), stderr.isTerminal)),
    saveText: (path: string, text: string, replace: boolean, isJson?: boolean) =>
      saveText(path, text, { replace, forTerminal: () => documentToTerminal(forTerminal(text, isJson), isJson) }),
  };
}

// Every JSON document begins with the version of its form.
function versioned(document: object): object {
  return { schemaVersion: SCHEMA_VERSION, ...document };
}

function documentsOf({ env, platform, stdin }: Runtime) {
  return {
    readText: (path: string) => readText(path, stdin.readAll),
    readBytes: (path: string) => readFileSync(path),
    openFile: async (path: string) => {
      const { openFile } = await import('../system/programs.ts');
      return openFile(path, env, platform);
    },
  };
}

function stateOf(places: Places, env: Context['env'], platform: string) {
  return {
    locale: () => detectLocale(env, platform),
    isFirstRun: () => isFirstRun(places.state),
    markWelcomed: () => markWelcomed(places.state),
    saveSettings: (changes: SettingChanges) => saveSettings(places.settings, changes),
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
function windowSize({ columns, rows, interactive }: Capabilities, { stdout }: Runtime): WindowSize {
  // A terminal without a size, as in a container, says 0.
  if (!interactive) return { columns, rows };
  return { columns: stdout.stream.columns || columns, rows: stdout.stream.rows || rows };
}
