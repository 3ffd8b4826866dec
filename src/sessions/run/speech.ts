import type { Context } from '../../app/context.ts';
import type { SessionPorts } from '../ports.ts';
import { mayAsk } from '../../terminal/capabilities.ts';
import type { SessionFlags } from './flags.ts';

/** Whether a session is to be spoken. */
export function isSpoken({ settings }: Context, flags: SessionFlags): boolean {
  return !flags.quiet && (flags.speak ?? settings.speech === true);
}

/** Asks once whether sessions shall speak, where something can and nothing was said of it; the answer is kept. */
export async function settleSpeech(context: Context, ports: SessionPorts, flags: SessionFlags): Promise<SessionFlags> {
  const { settings, capabilities } = context;
  const isSettled = flags.quiet || flags.speak !== undefined || settings.speech !== undefined;
  // A screen reader reads the lines by itself.
  if (isSettled || !capabilities.drawn || !mayAsk(capabilities)) return flags;
  const { voice } = await ports.nativeHelpers();
  if (typeof voice === 'string') return flags;
  const prompter = await context.prompter();
  const intro = 'Shall sessions read their cues aloud, so that you need not look?';
  const speak = await prompter.confirm({ title: 'Speech', intro });
  await context.saveSettings({ speech: speak });
  return { ...flags, speak };
}
