import { defineCommand, JSON_FLAG } from '../../app/command.ts';
import { positionLines } from '../views/guide.ts';

export const command = defineCommand({
  name: 'rest',
  summary: 'positions to lie in that ease the back',
  description: ['Shows the positions to lie in that take the load off a sore back.'],
  options: { json: JSON_FLAG },
  examples: [{ command: 'unspasm rest', does: 'the positions, step by step' }],
  seeAlso: ['unspasm guide rest-positions', 'unspasm triage'],
  run: (_invocation, { content, page }) => {
    const positions = content.positions();
    return {
      document: () => ({ positions }),
      lines: () => positions.flatMap((position) => ['', ...positionLines(page, position)]),
    };
  },
});
