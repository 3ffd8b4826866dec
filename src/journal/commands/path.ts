import { defineCommand, JSON_FLAG } from '../../app/command.ts';

export const command = defineCommand({
  name: 'log path',
  summary: 'show where the journal is kept',
  description: ['Shows the folder that the journal is kept in: one file a device.'],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm log path', does: 'the path of the folder' }],
  run: (_invocation, { journal: { folder } }) => ({ document: () => ({ folder }), lines: () => [folder] }),
});
