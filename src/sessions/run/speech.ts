import type { Context } from '../../app/context.ts';
import type { Equipment } from '../devices.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import type { Manner } from './flags.ts';

/** Whether a session is to be spoken. */
export function isSpoken({ settings }: Context, manner: Manner): boolean {
  return !manner.quiet && (manner.speak ?? settings.speech === true);
}

/** Asks once whether sessions shall speak, where something can and nothing was said of it; the answer is kept. */
export async function settleSpeech(context: Context, equipment: Equipment, manner: Manner): Promise<Manner> {
  const { settings, capabilities } = context;
  const isSettled = manner.quiet || manner.speak !== undefined || settings.speech !== undefined;
  // A screen reader reads the lines by itself.
  if (isSettled || !capabilities.drawn || !mayAsk(capabilities)) return manner;
  const { voice } = await equipment.reach();
  if (typeof voice === 'string') return manner;
  const prompter = await context.prompter();
  const chosen = await prompter.choice({
    place: '',
    title: 'Speech',
    intro: 'Shall sessions read their cues aloud, so that you need not look?',
    options: [
      { id: 'yes', label: 'yes', key: 'y' },
      { id: 'no', label: 'no', key: 'n' },
    ],
    canGoBack: false,
  });
  const speak = chosen === 'yes';
  await context.saveSettings({ speech: speak });
  return { ...manner, speak };
}
