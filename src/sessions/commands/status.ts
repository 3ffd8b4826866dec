import { defineCommand, JSON_FLAG, text } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { AlreadyReportedError } from '../../errors.ts';
import { interruptionState, type StoredSession } from '../core/stored-session.ts';
import { checkFormat, FORMAT_FIELDS, formattedStatus } from '../views/status-format.ts';
import { leftInWords } from '../views/times.ts';
import { remindersDocument, reminderTexts } from '../views/reminder.ts';
import { interruptedText, sessionStatusText, statusDocument } from '../views/status.ts';

export const command = defineCommand({
  name: 'status',
  summary: 'the session in progress: attach, stop, pause, resume, done, extend',
  description: [
    'Shows the session in progress in one line: how much time is left, when it ends, and the current step. It also shows a session that was interrupted. The next session that you start asks about that one. Reminders come last (see unspasm remind --help). Without a session it says so, with exit code 0.',
    `--format prints the session in progress in your own words, such as "{icon} {left}", with these fields: ${Object.keys(
      FORMAT_FIELDS,
    )
      .map((name) => `{${name}}`)
      .join(
        ', ',
      )}. The state is ready, running, paused, hurts, check, alarm or finished. Without a session it prints nothing, and ends with exit code 1. "unspasm init" shows how to have it in your prompt or status bar.`,
    'These commands act on the session from any terminal: attach, stop, pause, resume, done, extend.',
  ],
  exclusive: [['format', 'json']],
  options: { format: text('<text>', 'in your own words, such as "{icon} {left}"'), json: JSON_FLAG },
  examples: [{ command: 'unspasm status', does: 'from another window' }],
  seeAlso: ['unspasm attach', 'unspasm done', 'unspasm stop', 'unspasm remind'],
  run: async ({ options: { format, json } }, context) => {
    if (format !== undefined) checkFormat(format);
    const { sessionStore, reminderStore } = await context.ports();
    const now = context.now().getTime();
    const running = sessionStore.running();
    if (format !== undefined && !json)
      return { document: () => ({}), lines: () => [lineIn(format, running, context, now)] };
    const reminders = reminderStore.all();
    const interrupted = sessionStore.interrupted().filter((one) => interruptionState(one, now) !== 'forget');
    return {
      document: () => ({
        ...statusDocument(running, interrupted, now),
        reminders: remindersDocument(reminders),
      }),
      lines: () => {
        const sayLeft = context.page.framed ? undefined : leftInWords;
        const lines = [
          ...running.map((one) => sessionStatusText(one, now, sayLeft)),
          ...interrupted.map(interruptedText),
        ];
        const reminded = reminderTexts(reminders, context.content.therapies().therapies, context.now());
        return [...(lines.length > 0 ? lines : ['No session in progress.']), ...reminded];
      },
    };
  },
});

function lineIn(format: string, [running]: readonly StoredSession[], { capabilities }: Context, now: number): string {
  // A prompt shows nothing then, and a script asks for the exit code.
  if (!running) throw new AlreadyReportedError('no session is in progress');
  const { icon: _, ...plain } = running.session.script;
  return formattedStatus(format, capabilities.unicode ? running.session : { ...running.session, script: plain }, now);
}
