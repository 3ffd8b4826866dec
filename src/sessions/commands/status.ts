import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { interruptionState } from '../core/stored-session.ts';
import { leftInWords } from '../views/times.ts';
import { interruptedText, sessionStatusText, statusDocument } from '../views/status.ts';

export const command = defineCommand({
  name: 'status',
  summary: 'the session in progress; also attach, stop, pause, resume, done, extend',
  description: [
    'Shows the session in progress in one line: how much time is left, when it ends, and the current step. It also shows a session that was interrupted. The next session that you start asks about that one.',
  ],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm status', does: 'for a status line, or from another window' }],
  seeAlso: ['unspasm attach', 'unspasm done', 'unspasm stop'],
  run: async (_invocation, context) => {
    const { sessionStore } = await context.ports();
    const now = context.now().getTime();
    const running = sessionStore.running();
    const interrupted = sessionStore.interrupted().filter((one) => interruptionState(one, now) !== 'too-old');
    return {
      document: () => statusDocument(running, interrupted, now),
      lines: () => {
        const sayLeft = context.page.framed ? undefined : leftInWords;
        const lines = [
          ...running.map((one) => sessionStatusText(one, now, sayLeft)),
          ...interrupted.map(interruptedText),
        ];
        return lines.length > 0 ? lines : ['No session in progress.'];
      },
    };
  },
});
