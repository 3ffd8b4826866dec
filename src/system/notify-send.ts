import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice, NoticeAction, Notifier } from './notice.ts';
import { type Environment, findProgram, type Running, runBriefly, startBriefly } from './programs.ts';

/** How long a desktop may take to show a notification; its server may have to be started first. */
const SHOWN_WITHIN_MS = 5_000;
/** How long a button can be pressed. */
const ANSWERED_WITHIN_MS = 12 * 3_600_000;

/**
 * Shows notifications by `notify-send`, on desktops that follow the specification of freedesktop.org.
 * @returns the reason why it can't, where no desktop can be reached
 */
export function notifySend(program: string, userEnv: Environment): Notifier | string {
  const bus = sessionBus(userEnv);
  if (bus === undefined) return 'no desktop can be reached from here';
  const env = { ...userEnv, DBUS_SESSION_BUS_ADDRESS: bus };
  let id: string | undefined;
  let waiting: Running | undefined;
  const job = { program, env, limitMs: SHOWN_WITHIN_MS };
  const inPlace = () => (id === undefined ? [] : [`--replace-id=${id}`]);
  const waitForAnswer = (notice: Notice, actions: readonly NoticeAction[]): void => {
    const buttons = actions.map(({ label }, at) => `--action=${at}=${label}`);
    const args = [...inPlace(), ...buttons, ...argsFor(notice)];
    const output = (line: string) => actions[Number(line)]?.chosen();
    waiting = startBriefly({ ...job, args, limitMs: ANSWERED_WITHIN_MS, output }, () => {});
  };
  const withdraw = () => {
    waiting?.end();
    if (id !== undefined) close(id, env);
    id = undefined;
  };
  let isWanted = false;
  return {
    show: async (notice) => {
      waiting?.end();
      isWanted = true;
      const args = argsFor(notice);
      const output = (line: string) => (id = line);
      // Versions before 0.7.10 know neither ids nor buttons.
      const isShown =
        (await runBriefly({ ...job, args: ['--print-id', ...inPlace(), ...args], output })) ||
        (await runBriefly({ ...job, args }));
      if (!isWanted) withdraw();
      // It waits until the notification is gone, and only then says anything. So what has been shown gets its buttons now.
      else if (isShown && id !== undefined && notice.actions) waitForAnswer(notice, notice.actions);
      return isShown;
    },
    withdraw: () => {
      isWanted = false;
      withdraw();
    },
    stop: () => waiting?.end(),
  };
}

// notify-send unescapes the body like a string of C, and its markup is a bit of HTML. The summary is plain.
function argsFor({ title, body, urgent }: Notice): readonly string[] {
  const markup = body.replaceAll('\\', '\\\\').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    '--app-name=unspasm',
    `--urgency=${urgent ? 'critical' : 'normal'}`,
    // Sounds are a setting of ours.
    '--hint=boolean:suppress-sound:true',
    '--',
    title,
    markup,
  ];
}

/**
 * The address of the user's session bus; undefined where there is none. Without an address the library would start a bus
 * of its own, which nobody listens to and which stays. Programs that cron starts don't get one.
 */
function sessionBus(env: Environment): string | undefined {
  if (env['DBUS_SESSION_BUS_ADDRESS']) return env['DBUS_SESSION_BUS_ADDRESS'];
  const folder = env['XDG_RUNTIME_DIR'] || `/run/user/${process.getuid?.()}`;
  const socket = join(folder, 'bus');
  return statSync(socket, { throwIfNoEntry: false })?.isSocket() ? `unix:path=${socket}` : undefined;
}

// notify-send can't take a notification away.
function close(id: string, env: Environment): void {
  const program = findProgram(['gdbus'], env);
  if (program === undefined) return;
  const name = 'org.freedesktop.Notifications';
  const call = ['call', '--session', `--dest=${name}`, '--object-path=/org/freedesktop/Notifications'];
  startBriefly({ program, env, args: [...call, `--method=${name}.CloseNotification`, id] }, () => {});
}
