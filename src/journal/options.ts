import {
  type Argument,
  flag,
  type Given,
  JSON_FLAG,
  list,
  repeated,
  text,
  type Values,
  words,
} from '../app/command.ts';

/** The fields of an entry on the command line. */
export const ENTRY_OPTIONS = {
  at: text('<time>', 'set the time: "20m ago", 18:30, "yesterday at 6pm", "last night", "2026-11-20 18:30"'),
  area: list('<ids>', 'say where it hurts', choices('area')),
  trigger: list('<ids>', 'say what triggered it', choices('trigger')),
  helped: list('<ids>', 'say what helped', choices('helped')),
  limited: flag("say that you couldn't do what you wanted"),
  medicine: repeated('<name>', 'name a medicine that you took; give it again for another'),
  note: words('<text>', 'add a note; - reads it from standard input'),
};

/** What was given for them. `log seen` and `log resolved` have only some, and `log edit` also has `--no-limited`. */
export type GivenEntry = Partial<Omit<Given<typeof ENTRY_OPTIONS>, 'limited'>> & {
  readonly limited?: boolean | undefined;
};

/** The period that statistics and the report are about. */
export const PERIOD_OPTIONS = {
  last: text('<length>', 'go back this far: 30d, 6w, 3m, 1y (default: 6w)'),
  from: text('<day>', 'start on this day: mon, "3 days ago", 2026-11-01'),
  to: text('<day>', 'end on this day (default: today)'),
};

/** The options of what has a time and a note, and nothing else. */
export const MARK_OPTIONS = {
  at: text('<time>', 'set the time, as for unspasm log'),
  note: ENTRY_OPTIONS.note,
  json: JSON_FLAG,
};

/** The entry that a subcommand works on. */
export const ID: Argument = {
  syntax: '<id>',
  description: 'the id of an entry, from unspasm log list',
  values: async (context) => (await import('./commands/values.ts')).entryIds(context),
};

function choices(field: 'area' | 'trigger' | 'helped'): Values {
  return async (context) => (await import('./commands/values.ts')).choiceValues(context, field);
}
