import { type Candidate, defineCommand, JSON_FLAG } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { OperationError, UsageError } from '../../errors.ts';
import { momentText } from '../../journal/core/say-when.ts';
import { paragraph } from '../../terminal/page.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import type { Reminder } from '../core/reminder.ts';
import { lookBack } from '../run/past.ts';
import { setReminder, WAIT, waitAndRemind, whyNoReminder } from '../run/reminder.ts';
import { remindersDocument, reminderTexts } from '../views/reminder.ts';

export const command = defineCommand({
  name: 'remind',
  summary: 'be reminded when you can use ice or heat again',
  unlisted: true,
  description: [
    'Shows a notification when you can use ice or heat again. A session of ice or heat offers it at its end. Without an argument, shows what is set.',
    'The reminder is lost when the computer is turned off. It is left out if you have used it again meanwhile, and while warning signs have to be dealt with.',
  ],
  arguments: [{ syntax: '[what]', description: 'ice, heat, or: off', values: offered }],
  options: { json: JSON_FLAG },
  examples: [
    { command: 'unspasm remind', does: 'show what you are reminded of' },
    { command: 'unspasm remind ice', does: 'be reminded when you can use ice again' },
    { command: 'unspasm remind off', does: 'cancel the reminders' },
  ],
  seeAlso: ['unspasm status', 'unspasm plan remind'],
  run: async ({ args }, context) => {
    const { reminderStore } = await context.ports();
    const [what] = args;
    if (what === 'off') {
      const reminders = reminderStore.all();
      reminders.forEach(reminderStore.remove);
      const said = reminders.length > 0 ? 'You will not be reminded.' : 'No reminder was set.';
      return { document: () => ({ reminders: [] }), lines: () => paragraph(context.page, said) };
    }
    const reminders = what === undefined ? reminderStore.all() : [await remindOf(context, what)];
    return { document: () => ({ reminders: remindersDocument(reminders) }), lines: () => linesOf(context, reminders) };
  },
});

/** What the process of a reminder is started as. Help pages don't mention it. */
export const waiting = defineCommand({
  name: WAIT,
  summary: '',
  description: [],
  arguments: [
    { syntax: '<therapy>', description: 'its id' },
    { syntax: '<time>', description: 'when, in milliseconds since 1970' },
  ],
  options: {},
  examples: [],
  run: ({ args }, context) => waitAndRemind(context, args[0]!, Number(args[1])),
});

function limited({ content }: Context) {
  return content.therapies().therapies.filter(({ limits }) => limits !== undefined);
}

function offered(context: Context): Candidate[] {
  return [...limited(context).map(({ id, name }) => ({ value: id, description: name })), { value: 'off' }];
}

function linesOf(context: Context, reminders: readonly Reminder[]): string[] {
  const texts = reminderTexts(reminders, limited(context), context.now());
  return (texts.length > 0 ? texts : ['No reminder is set.']).flatMap((text) => paragraph(context.page, text));
}

async function remindOf(context: Context, typed: string): Promise<Reminder> {
  const ids = limited(context).map(({ id }) => id);
  if (!ids.includes(typed))
    throw new UsageError(`there is no reminder for "${typed}"${didYouMean(typed, ids)}`, {
      code: 'unknown-reminder',
      hint: `use one of these: ${ids.join(', ')}, off`,
    });
  const { today } = await lookBack(context);
  const allowance = today.allowances.find(({ therapy }) => therapy.id === typed);
  if (allowance?.from === undefined)
    throw new OperationError(`your journal shows no reason to wait before you use ${typed}`, {
      code: 'nothing-to-wait-for',
      hint: `to start, run: unspasm ${typed}`,
    });
  const why = whyNoReminder(context, await (await context.ports()).nativeHelpers());
  if (why === undefined) return setReminder(context, typed, allowance.from);
  throw new OperationError(`no reminder could be shown: ${why}`, {
    code: 'unreachable',
    hint: `set an alarm of your own for ${momentText(allowance.from, context.now())}`,
  });
}
