import type { Context } from '../../app/context.ts';
import type { Pose } from '../../content/session-types.ts';
import { saveAnswer } from '../../settings/save-answer.ts';
import type { Settings } from '../../settings/settings.ts';
import { drawFigure, type Ink } from '../figure/figure.ts';
import { inkFor } from '../figure/inks.ts';

type Figures = NonNullable<Settings['figures']>;

const WIDEST = 28;
const GAP = 4;

/**
 * Asks how figures should be drawn, and saves the answer. Only somebody who sees both can say whether their font has dots.
 * @param pose the pose that is shown in both ways
 */
export async function askFigures(context: Context, pose: Pose): Promise<Figures> {
  const prompter = await context.prompter();
  const usual = inkFor(context.capabilities, context.settings) === 'braille' ? 'dots' : 'blocks';
  const chosen = await prompter.choice({
    intro: 'Which figure is clearer?',
    reading: { blocks: () => [[bothWays(pose, context.page.width)]], stays: () => false },
    options: [
      { id: 'dots', label: 'the left one', key: 'l' },
      { id: 'blocks', label: 'the right one', key: 'r' },
    ],
    default: usual,
  });
  const figures = chosen === 'dots' || chosen === 'blocks' ? chosen : usual;
  await saveAnswer(context, { figures });
  return figures;
}

/** A figure of dots and one of blocks, side by side. */
function bothWays(pose: Pose, width: number): string[] {
  const columns = Math.min(WIDEST, Math.floor((width - GAP) / 2));
  const draw = (ink: Ink) => drawFigure(pose, { columns, ink, mirrored: false });
  const blocks = draw('blocks');
  const lines = draw('braille').map((line, at) => `${line}${' '.repeat(GAP)}${blocks[at]!}`.trimEnd());
  return lines.slice(lines.findIndex((line) => line !== ''));
}
