import type { Settings } from '../settings/settings.ts';
import type { NativeHelpers, SessionPorts } from './ports.ts';

/** How long a desktop may take to show something; PowerShell alone takes seconds to start. */
const SHOWN_WITHIN_MS = 20_000;

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

/** Uses programs that are loaded only once the session is on the screen. */
export async function withHelpers(
  ports: Pick<SessionPorts, 'nativeHelpers'>,
  act: (helpers: NativeHelpers) => unknown,
): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await act(await ports.nativeHelpers());
}

type Notifier = Exclude<NativeHelpers['notifier'], string>;
export type Notice = Parameters<Notifier['show']>[0];

/** Shows a notification of the desktop. @param inTerminal shows it where there is no desktop, or it shows nothing */
export async function showNotice(
  notifier: NativeHelpers['notifier'],
  notice: Notice,
  inTerminal: () => void,
): Promise<void> {
  const isOnDesktop = typeof notifier !== 'string' && (await notifier.show(notice));
  if (!isOnDesktop) inTerminal();
}

/**
 * Shows a notification from a process that may have nothing else to do: the program that shows it doesn't keep it running.
 * @returns whether it is shown
 */
export async function showBeforeEnd(notifier: Notifier, notice: Notice): Promise<boolean> {
  const timer = setTimeout(() => {}, SHOWN_WITHIN_MS);
  return notifier.show(notice).finally(() => clearTimeout(timer));
}
