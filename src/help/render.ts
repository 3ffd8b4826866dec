import { GLOBAL_OPTIONS, type LoadedCommand, type OwnDeclaration } from '../app/command.ts';
import { toAscii } from '../terminal/glyphs.ts';
import { wrap as wrapText } from '../text/wrap.ts';

/** What the program is, in a line. */
export const ABOUT = 'Self-care for back spasms: warning signs first, then what helps';

/** What is typed, and what it means. */
type Row = readonly [left: string, right: string];

/** Help about more than one command. */
export interface Topic {
  readonly title: string;
  /** What it is about, on the page that lists all topics. */
  readonly about: string;
  readonly rows: readonly Row[];
  /** Paragraphs; lines that begin with a space are kept as they are. */
  readonly closing?: readonly string[];
}

/** Help fits a terminal of this many columns. */
const WIDTH = 80;

// The build knows nothing of the terminal, so help pages are in ASCII, which has longer spellings.
const wrap: typeof wrapText = (text, width, indent) => wrapText(toAscii(text), width, indent);

/** The help page of a command: what it does, its usage, examples, then options. */
export function renderCommand(command: OwnDeclaration, subcommands: readonly OwnDeclaration[] = []): string {
  const args = (command.arguments ?? []).map(({ syntax }) => ` ${syntax}`).join('');
  const options = [...command.options, ...GLOBAL_OPTIONS].map(({ flags, description }): Row => [flags, description]);
  const examples = command.examples.flatMap(({ command: line, does }) => [
    ...wrap(line, WIDTH, { first: '  ' }),
    ...wrap(does, WIDTH, { first: '      ' }),
  ]);
  return page([
    command.description.join('\n\n'),
    `Usage: unspasm ${command.name}${args} [options]`,
    section('Examples', examples),
    command.arguments &&
      section('Arguments', table(command.arguments.map(({ syntax, description }): Row => [syntax, description]))),
    subcommands.length > 0
      ? section('Commands', table(subcommands.map(({ name, summary }): Row => [name, summary])))
      : undefined,
    section('Options', table([...options, ['-h, --help', 'show this page']])),
    command.seeAlso &&
      section(
        'See also',
        command.seeAlso.map((line) => `  ${line}`),
      ),
  ]);
}

/** The help page of the whole program. @param safety the disclaimer */
export function renderRoot(
  commands: readonly LoadedCommand[],
  topics: Readonly<Record<string, Topic>>,
  safety: string,
): string {
  const topicRows = Object.entries(topics).map(([name, { about }]): Row => [`help ${name}`, about]);
  const listed = commands.filter(({ unlisted }) => !unlisted);
  const global = GLOBAL_OPTIONS.map(({ flags, description }): Row => [flags, description]);
  return page([
    `${ABOUT}.`,
    'Usage: unspasm [command] [options]',
    section('Examples', [
      '  unspasm triage',
      '      check for warning signs, and find out what to do now',
      '  unspasm guide first-aid',
      '      read about ice, heat and gentle rest',
    ]),
    section('Commands', table(listed.map(({ name, summary }): Row => [name, summary]))),
    section('Help', table([['help <command>', 'show how to use a command'], ...topicRows])),
    section('Options', table([...global, ['-V, --version', 'show the version'], ['-h, --help', 'show this page']])),
    wrap(safety, WIDTH).join('\n'),
  ]);
}

/** The page of a topic. */
export function renderTopic({ title, rows, closing = [] }: Topic): string {
  const entries = rows.flatMap(([name, text]) => [`  ${name}`, ...wrap(text, WIDTH, { first: '      ' })]);
  // What begins with a space is to be copied.
  const paragraphs = closing.map((text) => (text.startsWith(' ') ? text : wrap(text, WIDTH).join('\n')));
  return page([`${title}:`, entries.join('\n'), ...paragraphs]);
}

function page(parts: readonly (string | undefined)[]): string {
  const present = parts.filter((part) => part !== undefined);
  return present
    .map((part) =>
      part
        .split('\n')
        .flatMap((line) => (line.startsWith(' ') ? [line] : wrap(line, WIDTH)))
        .join('\n'),
    )
    .join('\n\n');
}

function section(title: string, lines: readonly string[]): string {
  return [`${title}:`, ...lines].join('\n');
}

function table(rows: readonly Row[]): string[] {
  const column = Math.max(...rows.map(([left]) => left.length)) + 4;
  return rows.flatMap(([left, right]) => {
    const [first = '', ...rest] = wrap(right, WIDTH, { first: ' '.repeat(column) });
    return [`  ${left.padEnd(column - 2)}${first.trimStart()}`.trimEnd(), ...rest];
  });
}
