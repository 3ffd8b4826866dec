import type { Clock, Press } from './playback/stage.ts';
import type { Runtime } from '../runtime.ts';
import { type KeptSessions, openKeptSessions } from '../system/kept-sessions.ts';
import type { WakeLock } from '../system/keep-awake.ts';
import type { Places } from '../system/paths.ts';
import { openAnswerStore, type AnswerStore } from '../system/remembered.ts';
import type { Sound } from '../system/sound.ts';
import type { Voice } from '../system/voice.ts';
import type { Capabilities } from '../terminal/capabilities.ts';
import { BELL } from '../terminal/escapes.ts';
import { type FullScreen, openFullScreen } from '../terminal/full-screen.ts';
import { terminalHost } from '../terminal/host.ts';
import type { KeyName } from '../terminal/keys/input.ts';
import { notification } from '../terminal/notification.ts';
import { listenToLines } from '../terminal/typed-lines.ts';
import type { Style } from '../terminal/style.ts';

// Commands reach the machine, and its types, through here.
export type { WakeLock };

/** What a session needs of the machine. */
export interface SessionPorts {
  readonly clock: Clock;
  readonly kept: KeptSessions;
  readonly answerStore: AnswerStore;
  readonly openScreen: (onKey: (key: KeyName) => void, onStale: () => void) => FullScreen;
  /** Listens to typed lines, each taken by its first word; an empty one is "enter". @returns stops it */
  readonly listenToLines: (press: (press: Press) => void) => () => void;
  /** The codes of the terminal's own notification, with its bell. */
  readonly notification: (title: string, body: string) => string;
  /** Rings the terminal's bell, where standard output is a terminal. */
  readonly bell: () => void;
  /** What reaches further than the screen. */
  readonly nativeHelpers: () => Promise<NativeHelpers>;
  /** Does something before a signal ends the program. @returns forgets it again */
  readonly onExitSignal: (act: (signal: NodeJS.Signals) => void) => () => void;
}

/** Children of this process: loading what starts them costs a tenth of a Node start. */
export interface NativeHelpers {
  /** Or why nothing speaks here. */
  readonly voice: Voice | string;
  readonly sound: Sound | undefined;
  readonly keepAwake: (failed: (why: string) => void) => WakeLock;
}

export interface SessionPortsOptions {
  readonly runtime: Runtime;
  readonly places: Places;
  readonly capabilities: Capabilities;
  readonly spell: (text: string) => string;
  readonly style: Style;
}

/** The ports of one run. */
export function openSessionPorts(options: SessionPortsOptions): SessionPorts {
  const { runtime, places, capabilities, spell, style } = options;
  const { env, platform, clock, stdin, stdout, onExitSignal } = runtime;
  let nativeHelpers: Promise<NativeHelpers> | undefined;
  return {
    clock,
    kept: openKeptSessions(places.state, clock.now),
    answerStore: openAnswerStore(places.state),
    openScreen: (onKey, onStale) => {
      const look = { style, color: capabilities.color.output, spell: capabilities.unicode ? undefined : spell };
      const host = terminalHost(env, platform);
      return openFullScreen({ stdin: stdin.stream, screen: stdout.stream, host, ...look, onKey, onStale });
    },
    listenToLines: (press) => listenToLines(stdin.stream, press),
    notification: (title, body) => notification(env, spell(title), spell(body)),
    bell: () => {
      if (capabilities.terminal) stdout.text(BELL);
    },
    nativeHelpers: () => (nativeHelpers ??= findNativeHelpers(runtime, places.state)),
    onExitSignal,
  };
}

async function findNativeHelpers({ env, platform, onExitSignal }: Runtime, folder: string): Promise<NativeHelpers> {
  const [{ findVoice }, { findSound }, { keepAwake }] = await Promise.all([
    import('../system/voice.ts'),
    import('../system/sound.ts'),
    import('../system/keep-awake.ts'),
  ]);
  const [voice, sound] = [findVoice(env, platform), findSound(env, platform, folder)];
  // The time limit of a player or a speaker ends with us: one that hangs would stay for ever.
  onExitSignal(() => {
    if (typeof voice !== 'string') voice.stop();
    sound?.stop();
  });
  return {
    voice,
    sound,
    keepAwake: (failed) => keepAwake(env, platform, failed),
  };
}
