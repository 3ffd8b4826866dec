import { GLOBAL_OPTIONS, type LoadedCommand, type OwnDeclaration } from '../../app/command.ts';
import { ownValue } from '../../text/own-value.ts';
import { ABOUT, type Topic } from '../render.ts';
import { entry, lines, paragraph, request } from './roff.ts';

export interface ManFacts {
  readonly version: string;
  /** As YYYY-MM-DD. */
  readonly date: string;
  /** The disclaimer. */
  readonly safety: string;
  readonly topics: Readonly<Record<string, Topic>>;
}

/** The topics of the help pages that have a section in every manual page. */
const SECTIONS: Readonly<Record<string, string>> = {
  'exit-codes': 'EXIT STATUS',
  environment: 'ENVIRONMENT',
  files: 'FILES',
};

/** The manual page of the program, in roff: what the help pages say, of all commands. */
export function manPage(commands: readonly LoadedCommand[], { version, date, safety, topics }: ManFacts): string {
  const all = commands.flatMap((command) => [command, ...command.subcommands]);
  const others = Object.entries(topics).filter(([name]) => !Object.hasOwn(SECTIONS, name));
  const page = [
    `.TH UNSPASM 1 ${date} "unspasm ${version}" "User Commands"`,
    // No hyphenation and no justified lines: easier to read and to search.
    '.nh',
    '.ad l',
    ...section('NAME', [`unspasm \\- ${lines(ABOUT).join(' ')}`]),
    ...section('SYNOPSIS', ['.B unspasm', '[\\fIcommand\\fR] [\\fIoptions\\fR]']),
    ...section('DESCRIPTION', [...lines(safety), ...paragraph('Without a command, it asks what you need.')]),
    ...section('OPTIONS', options()),
    ...section('COMMANDS', all.flatMap(describe)),
    ...Object.entries(SECTIONS).flatMap(([name, title]) => section(title, topic(ownValue(topics, name)!))),
    ...section(
      'EXAMPLES',
      all.flatMap((one) => one.examples).flatMap(({ command, does }) => entry(command, does)),
    ),
    ...others.flatMap(([, one]) => section(one.title.toUpperCase(), topic(one))),
    ...section(
      'SEE ALSO',
      lines('unspasm help shows the same information in short pages. To see one, run: unspasm help COMMAND'),
    ),
  ];
  return `${page.join('\n')}\n`;
}

function section(title: string, body: readonly string[]): string[] {
  return [request('SH', title), ...body];
}

function options(): string[] {
  return [
    ...lines('Every command takes these options.'),
    ...GLOBAL_OPTIONS.flatMap(({ flags, description }) => entry(flags, description)),
    ...entry('-V, --version', 'show the version'),
    ...entry('-h, --help', 'show the help page of the command'),
  ];
}

function describe(command: OwnDeclaration): string[] {
  const args = command.arguments ?? [];
  const usage = ['unspasm', command.name, ...args.map(({ syntax }) => syntax)].join(' ');
  return [
    request('SS', usage),
    ...command.description.flatMap(paragraph).slice(1),
    ...args.flatMap(({ syntax, description }) => entry(syntax, description)),
    ...command.options.flatMap(({ flags, description }) => entry(flags, description)),
  ];
}

function topic({ rows, closing = [] }: Topic): string[] {
  return [...rows.flatMap(([name, text]) => entry(name, text)), ...closing.flatMap(paragraph)];
}
