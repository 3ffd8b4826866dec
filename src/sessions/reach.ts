import type { Settings } from '../settings/settings.ts';
import type { NativeHelpers } from './ports.ts';

/**
 * Whether something can be heard or seen without a window: what works is known only when it is used.
 * @param speak whether to speak; absent if that is up to the settings
 */
export function canReach(
  settings: Settings,
  { sound, voice, notifier }: Pick<NativeHelpers, 'sound' | 'voice' | 'notifier'>,
  speak: boolean | undefined,
): boolean {
  const sounds = settings.sound !== false && sound !== undefined;
  const shows = settings.notifications !== false && typeof notifier !== 'string';
  const speaks = (speak ?? settings.speech === true) && typeof voice !== 'string';
  return sounds || shows || speaks;
}
