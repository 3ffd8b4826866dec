import { type Argument, flag, type Given, JSON_FLAG, list, text, type Values } from '../app/command.ts';

/** The fields of an entry on the command line. */
export const ENTRY_OPTIONS = {
  at: text('<time>', 'when it was: "20m ago", 18:30, "yesterday 6pm", "mon 08:00", "2026-11-20 18:30"'),
  area: list('<ids>', 'where it hurts', choices('area')),
  trigger: list('<ids>', 'what set it off', choices('trigger')),
  helped: list('<ids>', 'what helped', choices('helped')),
  limited: flag('it kept you from what you wanted to do'),
  medicine: text('<name>', 'a medicine that was taken'),
  note: text('<text>', 'a note; - reads it from standard input'),
};

/** What was given for them. `log seen` and `log resolved` have only some, and `log edit` also has `--no-limited`. */
export type GivenEntry = Partial<Omit<Given<typeof ENTRY_OPTIONS>, 'limited'>> & {
  readonly limited?: boolean | undefined;
};

/** The period that statistics and the report are about. */
export const PERIOD_OPTIONS = {
  last: text('<length>', 'how far back: 30d, 6w, 3m, 1y; six weeks unless told'),
  from: text('<day>', 'the first day: mon, 2026-11-01'),
  to: text('<day>', 'the last day; today unless told'),
};

/** The options of `log seen` and `log resolved`. */
export const MARK_OPTIONS = {
  at: text('<time>', 'when it was, as log takes it'),
  note: ENTRY_OPTIONS.note,
  json: JSON_FLAG,
};

/** The entry that a subcommand works on. */
export const ID: Argument = {
  syntax: '<id>',
  description: 'the id of an entry, as log list shows it',
  values: async (context) => (await import('./commands/values.ts')).entryIds(context),
};

function choices(field: 'area' | 'trigger' | 'helped'): Values {
  return async (context) => (await import('./commands/values.ts')).choiceValues(context, field);
}
