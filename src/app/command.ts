import type { Context } from './context.ts';

/** Something that can be typed, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly description?: string;
}

/**
 * What a shell offers to be typed: a fixed list, or what is found when somebody asks for it.
 * @param args the arguments of the command before this one
 */
export type Values =
  | readonly string[]
  | ((context: Context, args: readonly string[]) => readonly Candidate[] | Promise<readonly Candidate[]>);

export interface Argument {
  /** As it stands in the usage line: `[topic]`, `<name>`. For `<file>` a shell offers files. */
  readonly syntax: string;
  readonly description: string;
  readonly values?: Values;
}

export interface OptionDeclaration {
  /** As commander reads it: `--answers <file>`. For `<file>` a shell offers files. */
  readonly flags: string;
  readonly description: string;
  readonly values?: Values;
  /** It may be given several times, or as a list with commas. */
  readonly list?: boolean;
  /** It may be given several times, and a comma in it is a comma. */
  readonly repeats?: boolean;
}

export interface Example {
  readonly command: string;
  readonly does: string;
}

/** What the user typed, understood. */
export interface Invocation {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** A command as data: help, parsing and running all read this. */
export interface CommandDeclaration {
  readonly name: string;
  /** One line in the list of commands. */
  readonly summary: string;
  /** Paragraphs at the top of its help page. */
  readonly description: readonly string[];
  readonly arguments?: readonly Argument[];
  readonly options: readonly OptionDeclaration[];
  readonly examples: readonly Example[];
  readonly seeAlso?: readonly string[];
  /** Commands of its own, beside its own arguments. */
  readonly subcommands?: readonly CommandDeclaration[];
  /** What to use where nothing can be asked. */
  readonly withoutInput?: string;
  readonly run: (invocation: Invocation, context: Context) => Promise<void> | void;
}

/** Options that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionDeclaration[] = [
  { flags: '--accessible', description: 'plain numbered lines, for a screen reader' },
  { flags: '--no-input', description: 'never ask; say what is missing instead' },
  { flags: '--color', description: 'colour even where it would be left out' },
  { flags: '--no-color', description: 'no colour' },
  { flags: '--ascii', description: 'plain ASCII, no other letters and marks' },
  { flags: '--debug', description: 'show where in the program an error arose' },
];

/** The option of every command that has something to tell a script. */
export const JSON_OPTION: OptionDeclaration = { flags: '--json', description: 'one JSON document on standard output' };

/** What is typed for a subcommand, which is declared by its whole name: "list" of "log list". */
export function lastWord(name: string): string {
  return name.split(' ').at(-1)!;
}

/** `--answers` of `--answers <file>`. */
export function flagOf({ flags }: OptionDeclaration): string {
  return flags.split(' ')[0]!;
}

/** The name under which an option is found once it was parsed: "save" of `--no-save`. */
export function optionName({ flags }: OptionDeclaration): string {
  return /^--(?:no-)?([a-z-]+)/.exec(flags)![1]!;
}

/** Whether an option takes a value: `--answers <file>`. */
export function takesValue({ flags }: OptionDeclaration): boolean {
  return flags.includes(' <');
}
