import { JSON_OPTION, type Argument, type OptionDeclaration, type Values } from '../app/command.ts';

/** What an entry can say on the command line. */
export const ENTRY_OPTIONS: readonly OptionDeclaration[] = [
  {
    flags: '--at <time>',
    description: 'when it was: "20m ago", 18:30, "yesterday 6pm", "mon 08:00", "2026-11-20 18:30"',
  },
  { flags: '--area <ids>', description: 'where it hurts', list: true, values: choices('area') },
  { flags: '--trigger <ids>', description: 'what set it off', list: true, values: choices('trigger') },
  { flags: '--helped <ids>', description: 'what helped', list: true, values: choices('helped') },
  { flags: '--limited', description: 'it kept you from what you wanted to do' },
  { flags: '--medicine <name>', description: 'a medicine that was taken' },
  { flags: '--note <text>', description: 'a note; - reads it from standard input' },
];

/** The period that is looked at. */
export const PERIOD_OPTIONS: readonly OptionDeclaration[] = [
  { flags: '--last <length>', description: 'how far back: 30d, 6w, 3m, 1y; six weeks unless told' },
  { flags: '--from <day>', description: 'the first day: mon, 2026-11-01' },
  { flags: '--to <day>', description: 'the last day; today unless told' },
];

/** What the marks of an episode take. */
export const MARK_OPTIONS: readonly OptionDeclaration[] = [
  { flags: '--at <time>', description: 'when it was, as log takes it' },
  { flags: '--note <text>', description: 'a note; - reads it from standard input' },
  JSON_OPTION,
];

/** The entry that a subcommand is about. */
export const ID: Argument = {
  syntax: '<id>',
  description: 'the id of an entry, as log list shows it',
  values: async (context) => (await import('./commands/values.ts')).entryIds(context),
};

/** What the journal is written out as. */
export const EXPORT_FORMATS = ['json', 'csv', 'md'] as const;

function choices(field: 'area' | 'trigger' | 'helped'): Values {
  return async (context) => (await import('./commands/values.ts')).choiceValues(context, field);
}
