import { join } from 'node:path';
import type { Content } from '../content/content.ts';
import { Present } from '../journal/core/habits.ts';
import type { Journal } from '../journal/core/journal.ts';
import type { PlanPorts } from '../plan/ports.ts';
import type { Runtime } from '../runtime.ts';
import type { BreakPorts } from '../breaks/ports.ts';
import type { SessionPorts, SessionPortsOptions } from '../sessions/ports.ts';
import { habitsFor } from '../settings/habits.ts';
import type { SettingChanges, Settings } from '../settings/settings.ts';
import { openContent } from '../system/content.ts';
import { openJournal } from '../system/journal.ts';
import { detectLocale, timeLocale } from '../system/locale.ts';
import { readOwnStretchesFile } from '../system/own-stretches-file.ts';
import { placesOf, type Places } from '../system/paths.ts';
import { type AnswerStore, isFirstRun, markWelcomed, openAnswerStore } from '../system/answer-store.ts';
import { readSettings, saveSettings } from '../system/settings-file.ts';
import type { Copy } from '../system/start-copy.ts';
import { findStreams } from '../system/streams.ts';
import { readBytes, readText } from '../system/text-files.ts';
import { type Capabilities, decideCapabilities, type TerminalFlags } from '../terminal/capabilities.ts';
import type { LocaleHints } from '../triage/core/emergency-number.ts';
import { openPrinting, type Printing, spellingFor } from './printing.ts';
import { openPrompting, type Prompting } from './prompting.ts';
import { type Dialogue, noticeUnread, type StartCommand, startingOthers } from './dialogue.ts';

/** What a command may use of the world around it, made once per run; tests hand in their own. */
export interface Context extends Printing, Prompting, Dialogue, UserState, Files {
  readonly env: Runtime['env'];
  readonly capabilities: Capabilities;
  readonly content: Content;
  readonly journal: Journal;
  /** The current time, and how its user counts days and reads the clock. */
  readonly now: () => Date;
  /** What a session needs of the computer; loaded when a session starts. */
  readonly ports: () => Promise<SessionPorts>;
  /** What breaks need of the computer beside that; loaded when a command about breaks starts. */
  readonly breakPorts: () => Promise<BreakPorts>;
  /** What the reminder of the plan needs of the computer. */
  readonly planPorts: () => Promise<PlanPorts>;
  /** Does something before a signal ends the program. @returns takes that back */
  readonly onExitSignal: Runtime['onExitSignal'];
  /** Starts a copy of the program that lives on without a terminal. @throws OperationError if it can't */
  readonly startCopy: (args: readonly string[]) => Promise<Copy>;
  /** Another command of the program started this one, after its questions. */
  readonly inDialogue: boolean;
  readonly close: () => void;
}

/** What this computer knows of its user. */
interface UserState {
  readonly places: Places;
  readonly settings: Settings;
  /** Saves settings; one that is undefined is reset. */
  readonly saveSettings: (changes: SettingChanges) => Promise<void>;
  /** The file with the user's own stretches, if there is one. @throws UsageError if there are several, OperationError if it can't be read */
  readonly ownStretchesFile: () => { readonly path: string; readonly text: string } | undefined;
  readonly locale: () => LocaleHints;
  /** Answers that needn't be given twice. */
  readonly answerStore: AnswerStore;
  readonly isFirstRun: () => boolean;
  /** The program has introduced itself. */
  readonly markWelcomed: () => void;
}

interface Files {
  /** The whole of a file, or of standard input for "-". @throws OperationError when it can't be read */
  readonly readText: (path: string) => string;
  /** The bytes of one of the program's own files. */
  readonly readBytes: (path: string) => Uint8Array;
  /** The fonts of the computer that have many letters, each read when it is asked for. */
  readonly fonts: () => Promise<Iterable<Uint8Array>>;
  /** Opens a file on the desktop. @returns why that can't be done, or nothing */
  readonly openFile: (path: string) => Promise<string | undefined>;
}

export interface ContextOptions {
  /** The folder of the package: it has the folder `data/`. */
  readonly root: string;
  readonly runtime: Runtime;
  readonly flags: TerminalFlags;
  /** What to use instead where nobody can be asked. */
  readonly withoutInput: string;
  readonly start: StartCommand;
  readonly inDialogue: boolean;
}

/** The context of one run. */
export async function createContext(options: ContextOptions): Promise<Context> {
  const { root, runtime, flags, withoutInput, start, inDialogue } = options;
  const { env, platform, clock } = runtime;
  const places = placesOf(env, platform);
  const { settings, warning } = readSettings(places.settings);
  const capabilities = decideCapabilities(env, withSettings(flags, settings), findStreams(runtime), platform);
  const content = openContent(join(root, 'data'));
  const { printing, prompting, hasUnread } = noticeUnread(
    await openPrinting(runtime, capabilities),
    openPrompting(runtime, capabilities, withoutInput, () => content.triage().disclaimer.full),
    capabilities,
  );
  if (warning) printing.note([`unspasm: ${warning}`]);
  const spell = spellingFor(capabilities);
  const habits = habitsFor(settings, timeLocale(env));
  return {
    env,
    capabilities,
    content,
    journal: openJournal(places, clock.now),
    now: () => new Present(clock.now(), habits),
    ...printing,
    ...prompting,
    ...userState(places, settings, runtime),
    ...files(runtime),
    onExitSignal: runtime.onExitSignal,
    ...ports({ runtime, places, capabilities, spell, style: printing.page.style, root }),
    ...startingOthers(start, prompting, capabilities),
    startCopy: async (args) => {
      const { startCopy } = await import('../system/start-copy.ts');
      return startCopy({ root, args, env, places });
    },
    inDialogue,
    hasUnread,
    close: () => void prompting.releaseKeyboard(),
  };
}

// Each is loaded when it is first used: most commands need none of them.
function ports(options: SessionPortsOptions): Pick<Context, 'ports' | 'breakPorts' | 'planPorts'> {
  return {
    ports: async () => {
      const { openSessionPorts } = await import('../sessions/ports.ts');
      return openSessionPorts(options);
    },
    breakPorts: async () => {
      const { openBreakPorts } = await import('../breaks/ports.ts');
      return openBreakPorts(options.runtime, options.places);
    },
    planPorts: async () => {
      const { openPlanPorts } = await import('../plan/ports.ts');
      return openPlanPorts(options.runtime, options.root);
    },
  };
}

function userState(places: Places, settings: Settings, { env, platform }: Runtime): UserState {
  return {
    places,
    settings,
    saveSettings: (changes) => saveSettings(places.settings, changes),
    ownStretchesFile: () => readOwnStretchesFile(places.settings),
    locale: () => detectLocale(env, platform),
    answerStore: openAnswerStore(places.state),
    isFirstRun: () => isFirstRun(places.state),
    markWelcomed: () => markWelcomed(places.state),
  };
}

function files({ env, platform, stdin }: Runtime): Files {
  return {
    readText: (path) => readText(path, stdin.readAll),
    readBytes: (path) => readBytes(path, stdin.readBytes ?? (() => Buffer.from(stdin.readAll()))),
    fonts: async () => {
      const { fontsOf } = await import('../system/fonts.ts');
      return fontsOf(env, platform);
    },
    openFile: async (path) => {
      const { openFile } = await import('../system/programs.ts');
      return openFile(path, env, platform);
    },
  };
}

// Options and the environment override the settings.
function withSettings(flags: TerminalFlags, { accessible, glyphs }: Settings): TerminalFlags {
  const ascii = flags.ascii ?? (glyphs === 'ascii' ? true : undefined);
  return { ...flags, ...(ascii && { ascii }), ...(accessible && { accessibleByDefault: true }) };
}
