import type { Environment } from '../system/programs.ts';

/** Facts about the three standard streams, before anything is decided. */
export interface StreamFacts {
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** What the options of the command line say about the terminal; undefined where they say nothing. */
export interface TerminalFlags {
  readonly color?: boolean;
  readonly ascii?: boolean;
  readonly accessible?: boolean;
  /** Used where neither the options nor the environment say anything. */
  readonly accessibleByDefault?: boolean;
  readonly input?: boolean;
  readonly json?: boolean;
}

/** How questions are asked: full screens, numbered lines, or not at all. */
export type PromptMode = 'screens' | 'lines' | 'refuse';

/** What the terminal can do, decided once at the start. */
export interface Capabilities {
  /** Whether standard output and the stream that shows the prompts get colour. */
  readonly color: { readonly output: boolean; readonly prompts: boolean };
  /** Text may contain more than ASCII. */
  readonly unicode: boolean;
  /** So may marks and frames; not with a screen reader, which would read them out. */
  readonly glyphs: boolean;
  /** Blocks can be shown, for figures and large digits. The Linux console has them, but few other symbols. */
  readonly blocks: boolean;
  /** The terminal is known to show braille dots, itself or by the fonts that come with it. */
  readonly dots: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly prompts: PromptMode;
  /** Prompts are shown on standard error, because standard output isn't a terminal or gets a document. */
  readonly promptsOnError: boolean;
  /** A person answers at a keyboard. */
  readonly keyboard: boolean;
  /** A person answers at a keyboard, and reads standard output as it is written. */
  readonly interactive: boolean;
  /** Plain lines for a screen reader: no frames, no redraw. */
  readonly accessible: boolean;
  /** Standard output is a terminal. */
  readonly terminal: boolean;
  /** Standard error is a terminal. */
  readonly errorTerminal: boolean;
  /** The program can draw on the terminal and read single keys. */
  readonly drawn: boolean;
}

/**
 * Terminals that show braille dots wherever they run: they draw them themselves (kitty, foot, Ghostty, WezTerm, VTE,
 * Konsole) or take them from a font of the system (macOS, Windows, VS Code). Others are in doubt, as is everything over
 * ssh, where only TERM is known.
 */
function showsDots(env: Environment): boolean {
  return (
    /^(?:xterm-kitty|xterm-ghostty|foot|wezterm)/.test(env['TERM'] ?? '') ||
    /^(?:iTerm\.app|Apple_Terminal|WezTerm|ghostty|vscode)$/.test(env['TERM_PROGRAM'] ?? '') ||
    [env['KITTY_WINDOW_ID'], env['WT_SESSION'], env['VTE_VERSION'], env['KONSOLE_VERSION']].some(Boolean)
  );
}

/** Decides from the environment, the options and the streams, which are all handed in. */
export function decideCapabilities(
  env: Environment,
  flags: TerminalFlags,
  streams: StreamFacts,
  platform: string,
): Capabilities {
  const dumb = env['TERM'] === 'dumb';
  const inEnvironment = env['UNSPASM_ACCESSIBLE'] || env['ACCESSIBLE'];
  const accessible = flags.accessible ?? (inEnvironment ? isOn(inEnvironment) : flags.accessibleByDefault === true);
  const promptsOnError = flags.json === true || !streams.stdout;
  const promptsOnTerminal = promptsOnError ? streams.stderr : streams.stdout;
  const unicode = flags.ascii !== true && speaksUnicode(env, platform);
  const color = (isTerminal: boolean) => !dumb && !accessible && wantsColor(env, flags.color, isTerminal);
  return {
    color: { output: color(streams.stdout), prompts: color(promptsOnTerminal) },
    unicode,
    glyphs: unicode && !accessible,
    blocks: flags.ascii !== true && !accessible && (unicode || (env['TERM'] === 'linux' && hasUtf8(env, platform))),
    dots: unicode && !accessible && showsDots(env),
    columns: streams.columns ?? (Number(env['COLUMNS']) || 80),
    rows: streams.rows ?? (Number(env['LINES']) || 24),
    prompts: promptMode(env, flags, streams.stdin && promptsOnTerminal && !dumb && !accessible),
    promptsOnError,
    keyboard: streams.stdin,
    interactive: streams.stdin && streams.stdout,
    accessible: accessible || dumb,
    terminal: streams.stdout,
    errorTerminal: streams.stderr,
    drawn: streams.stdin && streams.stdout && !dumb && !accessible,
  };
}

/** Whether a person can be asked, and reads what is shown. */
export function mayAsk({ interactive, prompts }: Capabilities): boolean {
  return interactive && prompts !== 'refuse';
}

/** How a key is given: pressed on a screen, typed where lines are read. */
export type KeyVerb = 'Press' | 'Type';

/** How a person answers with a key; undefined where nobody can be asked, so that a command has to be named. */
export function keyVerb(capabilities: Capabilities): KeyVerb | undefined {
  if (!mayAsk(capabilities)) return undefined;
  return capabilities.prompts === 'screens' ? 'Press' : 'Type';
}

/** Whether a person can press a key, or type a letter, during a session. */
export function canAnswer({ drawn, keyboard, prompts }: Capabilities): boolean {
  return drawn || (keyboard && prompts !== 'refuse');
}

function promptMode(env: Environment, flags: TerminalFlags, capable: boolean): PromptMode {
  if (flags.input === false || isOn(env['UNSPASM_NO_INPUT'])) return 'refuse';
  return capable ? 'screens' : 'lines';
}

/** Precedence: --color and --no-color, FORCE_COLOR, NO_COLOR, CLICOLOR_FORCE, CLICOLOR, then the stream. */
function wantsColor(env: Environment, flag: boolean | undefined, isTerminal: boolean): boolean {
  if (flag !== undefined) return flag;
  // Empty variables have no effect: https://force-color.org, https://no-color.org
  if (env['FORCE_COLOR']) return isOn(env['FORCE_COLOR']);
  if (env['NO_COLOR']) return false;
  if (isOn(env['CLICOLOR_FORCE'])) return true;
  return isTerminal && env['CLICOLOR'] !== '0';
}

/** Whether a terminal of this environment shows more than ASCII. @param platform as Node names it */
export function speaksUnicode(env: Environment, platform: string): boolean {
  if (platform === 'win32') return Boolean(env['WT_SESSION'] ?? env['TERM_PROGRAM']);
  return env['TERM'] !== 'linux' && hasUtf8(env, platform);
}

function hasUtf8(env: Environment, platform: string): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return locale ? /utf-?8/i.test(locale) : platform === 'darwin';
}

/** Whether a variable is set to anything except an empty string, "0" or "false". */
function isOn(value: string | undefined): boolean {
  return Boolean(value) && value !== '0' && value !== 'false';
}
