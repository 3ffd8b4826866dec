import { JSON_OPTION, type CommandDeclaration, type Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { cutOffState } from '../core/kept.ts';
import { leftInWords } from '../views/times.ts';
import { cutOffText, sessionStatusText, statusDocument } from '../views/status.ts';

export const command: CommandDeclaration = {
  name: 'status',
  summary: 'the session that runs, in one line',
  description: [
    'Shows the session that runs, in one line: how much is left, when it ends, and the step it is at. A session that was cut off is named, too; the next session asks about it.',
  ],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm status', does: 'for a status line, or from another window' }],
  seeAlso: ['unspasm today'],
  run,
};

async function run({ options }: Invocation, context: Context): Promise<void> {
  const { kept } = await context.ports();
  const now = context.now().getTime();
  const running = kept.running();
  const cutOff = kept.cutOff().filter((one) => cutOffState(one, now) !== 'too-old');
  if (options['json']) return context.printJson(statusDocument(running, cutOff, now));
  const lines = [
    ...running.map((one) => sessionStatusText(one, now, context.page.framed ? undefined : leftInWords)),
    ...cutOff.map(cutOffText),
  ];
  context.print(lines.length > 0 ? lines : ['No session runs.']);
}
