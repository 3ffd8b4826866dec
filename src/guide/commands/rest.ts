import { defineCommand, flag, JSON_FLAG } from '../../app/command.ts';
import { paragraph } from '../../terminal/page.ts';
import { everydayLines, positionLines } from '../views/guide.ts';

export const command = defineCommand({
  name: 'rest',
  summary: 'positions that ease your back, and how to get up and move about',
  description: [
    'Shows positions to lie in that take the load off a sore back. With --moves it shows how to get up, turn over in bed, sleep, dress, cough, use the toilet, sit and drive.',
  ],
  options: {
    moves: flag('show how to get up, turn over, sleep, dress, cough, use the toilet, sit and drive'),
    json: JSON_FLAG,
  },
  examples: [
    { command: 'unspasm rest', does: 'show the positions, step by step' },
    { command: 'unspasm rest --moves', does: 'show how to get up and move about' },
  ],
  seeAlso: ['unspasm guide rest-positions', 'unspasm triage'],
  run: ({ options }, { content, page }) => {
    if (options.moves) {
      const everyday = content.everyday();
      return { document: () => ({ moves: everyday.moves }), lines: () => everydayLines(page, everyday) };
    }
    const positions = content.positions();
    return {
      document: () => ({ positions }),
      lines: () => [
        ...positions.flatMap((position) => ['', ...positionLines(page, position)]),
        '',
        ...paragraph(page, 'To see how to get up, turn over, dress, sit and drive, run: unspasm rest --moves'),
      ],
    };
  },
});
