import { join } from 'node:path';
import type { Press } from './core/keys.ts';
import type { Clock } from './playback/stage.ts';
import type { Runtime } from '../runtime.ts';
import { isInBackgroundOfShell } from '../system/foreground.ts';
import { openSessionMailbox, type SessionMailbox } from '../system/session-mailbox.ts';
import { type SessionStore, openSessionStore, sessionsFolder } from '../system/session-store.ts';
import type { WakeLock } from '../system/keep-awake.ts';
import { stateFileText } from './views/state-file.ts';
import type { Places } from '../system/paths.ts';
import { openReminderStore, type ReminderStore } from '../system/reminder-store.ts';
import { openAnswerStore, type AnswerStore } from '../system/answer-store.ts';
import type { Notifier } from '../system/notice.ts';
import type { Sound } from '../system/sound.ts';
import type { Voice } from '../system/voice.ts';
import type { Capabilities } from '../terminal/capabilities.ts';
import { BELL } from '../terminal/escapes.ts';
import { type FullScreen, openFullScreen } from '../terminal/full-screen.ts';
import { terminalHost } from '../terminal/host.ts';
import type { KeyName } from '../terminal/keys/input.ts';
import { isInTmux, notification } from '../terminal/notification.ts';
import { listenToLines } from '../terminal/keys/listen.ts';
import type { Style } from '../terminal/style.ts';

// Features reach the computer, and its types, only through here.
export type { WakeLock };

/** What a session needs of the computer. */
export interface SessionPorts {
  readonly clock: Clock;
  readonly sessionStore: SessionStore;
  /** From any terminal to the process that runs a session. */
  readonly mailbox: SessionMailbox;
  /** Whether a shell runs this in the background of its terminal, where reading a key would stop it. */
  readonly isInBackgroundOfShell: () => boolean;
  readonly answerStore: AnswerStore;
  readonly reminderStore: ReminderStore;
  readonly openScreen: (onKey: (key: KeyName) => void, onStale: () => void) => FullScreen;
  /** Listens to the first words of typed lines; an empty line is "enter". @returns stops listening */
  readonly listenToLines: (press: (press: Press) => void) => () => void;
  /** The codes of a terminal's own notification; empty where it has none. */
  readonly notificationCode: (title: string, body: string) => Promise<string>;
  /** Rings the terminal's bell, if standard output is a terminal. */
  readonly bell: () => void;
  /** The programs that speak, play sounds, show notifications and keep the computer awake; loaded when first used. */
  readonly nativeHelpers: () => Promise<NativeHelpers>;
  /** What runs the user's hook; loaded only where there is one. */
  readonly hookRunner: () => Promise<RunHook>;
  /** Does something before a signal ends the program. @returns takes that back */
  readonly onExitSignal: (act: (signal: NodeJS.Signals) => void) => () => void;
}

/** Runs a command of the user with an input, without waiting for it. @param failed called at most once, later */
export type RunHook = (command: string, input: string, failed: (why: string) => void) => void;

/** Programs that are started as children of this process: loading what starts them costs a tenth of a Node start. */
export interface NativeHelpers {
  /** A voice, or the reason why nothing can speak. */
  readonly voice: Voice | string;
  readonly sound: Sound | undefined;
  /** The desktop's notifications, or the reason why there are none. */
  readonly notifier: Notifier | string;
  /** The same for what must not take the place of an alarm. */
  readonly noteNotifier: Notifier | string;
  readonly keepAwake: (failed: (why: string) => void) => WakeLock;
}

/** What the ports are made from. */
export interface SessionPortsOptions {
  readonly runtime: Runtime;
  readonly places: Places;
  readonly capabilities: Capabilities;
  readonly spell: (text: string) => string;
  readonly style: Style;
  /** The folder of the package. */
  readonly root: string;
}

/** The ports of one run. */
export function openSessionPorts(options: SessionPortsOptions): SessionPorts {
  const { runtime, places, capabilities, spell, style, root } = options;
  const { env, platform, clock, stdin, stdout, onExitSignal } = runtime;
  let nativeHelpers: Promise<NativeHelpers> | undefined;
  return {
    clock,
    sessionStore: openSessionStore(places.state, clock.now, stateFileText),
    mailbox: openSessionMailbox(sessionsFolder(places.state)),
    isInBackgroundOfShell,
    answerStore: openAnswerStore(places.state),
    reminderStore: openReminderStore(places.state),
    openScreen: (onKey, onStale) => {
      const look = { style, color: capabilities.color.output, spell: capabilities.unicode ? undefined : spell };
      const host = terminalHost(env, platform);
      return openFullScreen({ stdin: stdin.stream, screen: stdout.stream, host, ...look, onKey, onStale });
    },
    listenToLines: (press) => listenToLines(stdin.stream, press),
    notificationCode: async (title, body) => {
      const tmux = isInTmux(env) ? await (await import('../system/tmux.ts')).askTmux(env) : undefined;
      return notification(env, spell(title), spell(body), tmux);
    },
    bell: () => {
      if (capabilities.terminal) stdout.text(BELL);
    },
    nativeHelpers: () => (nativeHelpers ??= findNativeHelpers(runtime, join(root, 'dist', 'sounds'))),
    hookRunner: async () => {
      const { runHook } = await import('../system/hook.ts');
      return (command, input, failed) => runHook({ command, input, env, platform }, failed);
    },
    onExitSignal,
  };
}

async function findNativeHelpers({ env, platform, onExitSignal }: Runtime, sounds: string): Promise<NativeHelpers> {
  const [{ findVoice }, { findSound }, { findNotifier }, { keepAwake }] = await Promise.all([
    import('../system/voice.ts'),
    import('../system/sound.ts'),
    import('../system/notifier.ts'),
    import('../system/keep-awake.ts'),
  ]);
  const [voice, sound, notifier] = [
    findVoice(env, platform),
    findSound(env, platform, sounds),
    findNotifier(env, platform),
  ];
  // The time limits of a player and a speaker end with this process: one that hangs would stay for ever.
  onExitSignal(() => {
    if (typeof voice !== 'string') voice.stop();
    if (typeof notifier !== 'string') notifier.stop();
    sound?.stop();
  });
  return {
    voice,
    sound,
    notifier,
    noteNotifier: findNotifier(env, platform),
    keepAwake: (failed) => keepAwake(env, platform, failed),
  };
}
