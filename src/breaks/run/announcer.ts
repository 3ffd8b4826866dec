import type { NativeHelpers, SessionPorts } from '../../sessions/ports.ts';
import { showNotice } from '../../sessions/reach.ts';
import type { Settings } from '../../settings/settings.ts';
import type { BreakFlags } from './start.ts';
import type { BreaksStage, Press } from './stage.ts';

/** Announces breaks by ear, and on the desktop. */
export interface BreakAnnouncer {
  readonly announce: (text: string, stage: BreaksStage, press: (press: Press) => void) => void;
  /** Takes away the notification of a break that was answered. */
  readonly withdraw: () => void;
  /** Ends what still sounds or speaks. */
  readonly close: () => void;
}

const TITLE = 'Time to get up';
/** The buttons of the notification, on the desktops that have them. */
const BUTTONS = [
  ['Done', 'done'],
  ['Later', 'snooze'],
  ['Skip', 'skip'],
] as const;

/**
 * An announcer for one run. A break isn't an alarm: it is announced once, and what fails isn't mentioned.
 * @param settingsNow reads the settings: breaks may be on for days, and somebody may change them meanwhile
 */
export function createBreakAnnouncer(
  settingsNow: () => Settings,
  ports: Pick<SessionPorts, 'nativeHelpers'>,
  { quiet, speak }: Pick<BreakFlags, 'quiet' | 'speak'>,
): BreakAnnouncer {
  let helpers: NativeHelpers | undefined;
  const load = async () => (helpers ??= await ports.nativeHelpers());
  const announce = async (text: string, stage: BreaksStage, press: (press: Press) => void): Promise<void> => {
    stage.ring();
    const { notifier, sound, voice } = await load();
    const settings = settingsNow();
    const actions = BUTTONS.map(([label, means]) => ({ label, chosen: () => press(means) }));
    const notice = { title: TITLE, body: text, urgent: false, actions };
    if (settings.notifications !== false) void showNotice(notifier, notice, () => stage.notify(`${TITLE}. ${text}`));
    const played = settings.sound === false ? undefined : sound?.play('step');
    if ((speak ?? settings.speech === true) && typeof voice !== 'string')
      await voice.say(text, played && { after: played });
  };
  return {
    announce: (text, stage, press) => {
      if (!quiet) void announce(text, stage, press);
    },
    withdraw: () => {
      if (helpers && typeof helpers.notifier !== 'string') helpers.notifier.withdraw();
    },
    close: () => {
      if (!helpers) return;
      if (typeof helpers.voice !== 'string') helpers.voice.stop();
      if (typeof helpers.notifier !== 'string') helpers.notifier.withdraw();
      helpers.sound?.stop();
    },
  };
}
