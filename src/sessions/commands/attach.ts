import { defineCommand } from '../../app/command.ts';

export const command = defineCommand({
  name: 'attach',
  summary: 'show the session in progress on this screen',
  unlisted: true,
  description: [
    'Shows the session in progress, in the background or in another window, with all its keys. q, Esc or Ctrl-C leaves it, and it continues without you.',
  ],
  options: {},
  examples: [{ command: 'unspasm attach', does: 'see what to do now, and how much time is left' }],
  seeAlso: ['unspasm status', 'unspasm stop'],
  run: async (_invocation, context) => {
    const { attach } = await import('../run/attach.ts');
    return attach(context);
  },
});
