import { oneOf } from '../text/did-you-mean.ts';
import { ownValue } from '../text/own-value.ts';
import { allFilled, filled, refuseTwo } from './check-options.ts';
import type { Context } from './context.ts';

/** Something that can be typed, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly description?: string;
}

/**
 * What a shell offers to be typed: a fixed list, or what is found when it is asked for.
 * @param args the arguments of the command before this one
 */
export type Values =
  | readonly string[]
  | ((context: Context, args: readonly string[]) => readonly Candidate[] | Promise<readonly Candidate[]>);

export interface Argument {
  /** As the usage line has it: `[topic]`, `<name>`. For `<file>` a shell offers files. */
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
  /** It may be given several times, and commas in it separate nothing. */
  readonly repeats?: boolean;
}

export interface Example {
  readonly command: string;
  readonly does: string;
}

/** What the user typed, as the parsers read it: options by their names, "save" for --no-save. */
export interface Invocation {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a command answers. The program prints the document with --json, and the lines without. */
export interface Answer {
  /** For scripts; `schemaVersion` is added when it is printed. */
  readonly document: () => object;
  /** For people. */
  readonly lines: () => readonly string[];
  /** What is done once the answer has been shown. */
  readonly after?: () => Promise<void> | void;
}

type Awaitable<T> = T | Promise<T>;
type Load<T> = () => Awaitable<{ readonly command: T }>;

/** What a command declares, for the parsers, the help pages and completion. */
export interface OwnDeclaration {
  readonly name: string;
  /** One line in the list of commands. */
  readonly summary: string;
  /** It isn't a row of `unspasm help`, which would be too long to read: the row of another command names it. */
  readonly unlisted?: true;
  /** Paragraphs at the top of its help page. */
  readonly description: readonly string[];
  readonly arguments?: readonly Argument[];
  readonly options: readonly OptionDeclaration[];
  readonly examples: readonly Example[];
  readonly seeAlso?: readonly string[];
  /** What to use instead where nobody can be asked. */
  readonly withoutInput?: string;
  /** It ends with what comes next: the menu that it was chosen from isn't shown again after it. */
  readonly endsDialogue?: true;
  readonly run: (invocation: Invocation, context: Context) => Awaitable<Answer | void>;
}

/** A command. */
export interface CommandDeclaration extends OwnDeclaration {
  /** Its subcommands by their last word, in the order of its help page; each is loaded when it is named. */
  readonly subcommands?: Readonly<Record<string, Load<CommandDeclaration>>>;
}

/** A command whose subcommands are all loaded. */
export interface LoadedCommand extends OwnDeclaration {
  readonly subcommands: readonly CommandDeclaration[];
}

/** Loads the subcommands of a command as well. */
export async function loadWhole(command: CommandDeclaration): Promise<LoadedCommand> {
  const loaded = await Promise.all(Object.values(command.subcommands ?? {}).map(async (load) => load()));
  return { ...command, subcommands: loaded.map((one) => one.command) };
}

/** An option, and what is given for it. */
export interface Option<T> {
  /** Its declarations under a name: one, or two where it can be switched on and off. */
  readonly declare: (name: string) => readonly OptionDeclaration[];
  /** Checks what was typed. @throws UsageError that says what would be right */
  readonly read: (name: string, typed: unknown) => T;
}

/** The options of a command by their names, in the order of its help page. */
export type Options = Readonly<Record<string, Option<unknown>>>;

/** What was given for each option; undefined where it was not given. */
export type Given<O> = { readonly [K in keyof O]: O[K] extends Option<infer T> | undefined ? T | undefined : never };

export interface CommandSpec<O extends Options> extends Omit<CommandDeclaration, 'options' | 'run'> {
  readonly options: O;
  /** Options that each ask for something else: of each list, only one can be given. */
  readonly exclusive?: readonly (readonly (keyof O & string)[])[];
  readonly run: (
    invocation: { readonly args: readonly string[]; readonly options: Given<O> },
    context: Context,
  ) => Awaitable<Answer | void>;
}

/** Declares a command. An option that isn't declared, or is misspelt, doesn't compile. */
export function defineCommand<O extends Options>(spec: CommandSpec<O>): CommandDeclaration {
  const { options, exclusive = [], run, ...rest } = spec;
  return {
    ...rest,
    options: Object.entries(options).flatMap(([name, { declare }]) => declare(name)),
    run: ({ args, options: typed }, context) => {
      refuseTwo(exclusive, typed);
      return run({ args, options: readOptions(options, typed) }, context);
    },
  };
}

function readOptions<O extends Options>(options: O, typed: Invocation['options']): Given<O> {
  const given = Object.entries(typed).flatMap(([name, value]) => {
    const option = ownValue(options, name);
    return option ? [[name, option.read(name, value)] as const] : [];
  });
  return Object.fromEntries(given) as Given<O>;
}

const asTyped = <T>(_name: string, typed: unknown) => typed as T;

/** `--all` */
export function flag(description: string): Option<true> {
  return { declare: (name) => [{ flags: `--${name}`, description }], read: asTyped<true> };
}

/** `--no-save` */
export function without(description: string): Option<false> {
  return { declare: (name) => [{ flags: `--no-${name}`, description }], read: asTyped<false> };
}

/** `--speak` and `--no-speak` */
export function either(yes: string, no: string): Option<boolean> {
  const declare = (name: string) => [...flag(yes).declare(name), ...without(no).declare(name)];
  return { declare, read: asTyped<boolean> };
}

/** `--output <file>`. @param syntax for `<file>` a shell offers files */
export function text(syntax: string, description: string, values?: Values): Option<string> {
  return { declare: taking(syntax, { description, ...(values && { values }) }), read: filled };
}

/** `--note <text>`: it may be empty, or the command itself says what an empty one means. */
export function words(syntax: string, description: string, values?: Values): Option<string> {
  return { ...text(syntax, description, values), read: asTyped<string> };
}

/** `--area <ids>`: several times, or several with commas. */
export function list(syntax: string, description: string, values?: Values): Option<readonly string[]> {
  const row = { description, list: true, ...(values && { values }) };
  return { declare: taking(syntax, row), read: allFilled };
}

/** `--ask <question>`: several times, and commas in it separate nothing. */
export function repeated(syntax: string, description: string): Option<readonly string[]> {
  return { declare: taking(syntax, { description, repeats: true }), read: asTyped<readonly string[]> };
}

/** `--format <format>`: one of a few words. */
export function oneFrom<T extends string>(syntax: string, description: string, known: readonly T[]): Option<T> {
  const read = (name: string, typed: unknown) => oneOf(name, typed as string, known);
  return { declare: taking(syntax, { description, values: known }), read };
}

/** `--kind <kinds>`: some of a few words. */
export function someFrom<T extends string>(
  syntax: string,
  description: string,
  known: readonly T[],
): Option<readonly T[]> {
  const read = (name: string, typed: unknown) => (typed as string[]).map((one) => oneOf(name, one, known));
  return { declare: taking(syntax, { description, list: true, values: known }), read };
}

function taking(syntax: string, row: Omit<OptionDeclaration, 'flags'>) {
  return (name: string) => [{ flags: `--${name} ${syntax}`, ...row }];
}

/** `--json`, for every command that has something to say to a script. */
export const JSON_FLAG: Option<true> = flag('print one JSON document');

/** The declaration of `--json`. */
export const JSON_OPTION: OptionDeclaration = JSON_FLAG.declare('json')[0]!;

/** Options that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionDeclaration[] = [
  { flags: '--accessible', description: 'use plain numbered lines, for a screen reader' },
  { flags: '--no-input', description: 'never ask; report what is missing instead' },
  { flags: '--color', description: 'always use colour' },
  { flags: '--no-color', description: 'use no colour' },
  { flags: '--ascii', description: 'use only plain ASCII characters' },
  { flags: '--debug', description: 'show where in the program an error happened' },
];

/** The last word of a subcommand's full name: "list" of "log list". */
export function lastWord(name: string): string {
  return name.split(' ').at(-1)!;
}

/** `--answers` of `--answers <file>`. */
export function flagOf({ flags }: OptionDeclaration): string {
  return flags.split(' ')[0]!;
}

/** The name of a parsed option: "save" of `--no-save`. */
export function optionName({ flags }: OptionDeclaration): string {
  return /^--(?:no-)?([a-z-]+)/.exec(flags)![1]!;
}

/** Whether an option takes a value: `--answers <file>`. */
export function takesValue({ flags }: OptionDeclaration): boolean {
  return flags.includes(' <');
}
