import { defineCommand, JSON_FLAG } from '../../app/command.ts';

export const command = defineCommand({
  name: 'log path',
  summary: 'show where the journal is saved',
  description: ['Shows the folder that the journal is saved in: one file per device.'],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm log path', does: 'show the path of the folder' }],
  run: (_invocation, { journal: { folder } }) => ({ document: () => ({ folder }), lines: () => [folder] }),
});
