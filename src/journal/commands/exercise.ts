import { defineCommand } from '../../app/command.ts';
import { UsageError } from '../../errors.ts';
import { MARK_OPTIONS } from '../options.ts';

export const command = defineCommand({
  name: 'exercise',
  summary: 'log exercise, such as a swim, or start some',
  description: [
    'Logs exercise of any kind: what you did, for how long, and a note if you like. It counts towards the exercise of this week, as guided walks, stretches and core exercises do.',
    'Without arguments, it shows the exercise of this week. In a terminal it also offers to start some.',
    'A length can be 30m, "30 min", 1h, 1:15, "an hour and a half" or a number of minutes. One that could be read in two ways is refused. A word close to a known exercise is asked about; to keep your own word, write own: in front of it.',
  ],
  arguments: [
    {
      syntax: '[words...]',
      description: 'what you did, how long, and a note',
      values: async (context) => (await import('./values.ts')).choiceValues(context, 'activity'),
    },
  ],
  options: MARK_OPTIONS,
  examples: [
    { command: 'unspasm exercise', does: 'show the exercise of this week' },
    { command: 'unspasm exercise swim 30m', does: 'log a swim of half an hour' },
    { command: 'unspasm exercise walk 1:15 "round the lake" --at "sat 10:00"', does: 'log a walk on Saturday' },
  ],
  seeAlso: ['unspasm stretch', 'unspasm walk', 'unspasm today'],
  withoutInput: 'say what you did: unspasm exercise swim 30m',
  run: async ({ args, options }, context) => {
    if (args.length > 0) return (await import('./log-exercise.ts')).logExercise(context, args, options);
    if (options.at !== undefined || options.note !== undefined)
      throw new UsageError('there is no exercise to log', {
        code: 'bad-exercise',
        hint: 'say what you did and for how long, such as: unspasm exercise swim 30m',
      });
    return (await import('./exercise-week.ts')).showWeek(context, options.json === true);
  },
});
