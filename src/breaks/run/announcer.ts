import type { Context } from '../../app/context.ts';
import type { NativeHelpers, SessionPorts } from '../../sessions/ports.ts';
import type { BreakFlags } from './start.ts';
import type { BreaksStage } from './stage.ts';

/** Announces breaks by ear, and on the desktop. */
export interface BreakAnnouncer {
  readonly announce: (text: string, stage: BreaksStage) => void;
  /** Ends what still sounds or speaks. */
  readonly close: () => void;
}

/** An announcer for one run. A break isn't an alarm: it sounds once, and what fails isn't mentioned. */
export function createBreakAnnouncer(
  { settings }: Context,
  ports: Pick<SessionPorts, 'nativeHelpers'>,
  { quiet, speak }: Pick<BreakFlags, 'quiet' | 'speak'>,
): BreakAnnouncer {
  const speaks = !quiet && (speak ?? settings.speech === true);
  const sounds = !quiet && settings.sound !== false;
  let helpers: NativeHelpers | undefined;
  return {
    announce: (text, stage) => {
      if (!quiet) stage.ring(text);
      if (speaks || sounds) void act(text);
    },
    close: () => {
      if (helpers && typeof helpers.voice !== 'string') helpers.voice.stop();
      helpers?.sound?.stop();
    },
  };
  async function act(text: string): Promise<void> {
    helpers ??= await ports.nativeHelpers();
    const played = sounds ? helpers.sound?.play('step') : undefined;
    if (!speaks || typeof helpers.voice === 'string') return;
    await helpers.voice.say(text, { ...(played && { after: played.then(() => {}) }) });
  }
}
