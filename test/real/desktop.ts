import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { toolPath } from '../e2e/harness/tools.ts';
import { makeFolder, serve, until, type Variables } from './processes.ts';

/** A desktop of its own: a session bus, a screen without a monitor, and a daemon that shows notifications. */
export interface Desktop {
  readonly env: Variables;
  /** How many notifications are on the screen. */
  readonly shown: () => number;
  /** The texts of the notifications that were taken away, the newest first. */
  readonly history: () => { readonly summary: string; readonly body: string }[];
  /** Chooses the button with this label in the menu of the daemon. */
  readonly choose: (label: string) => void;
  /** Takes all notifications away, as somebody does who has read them. */
  readonly closeAll: () => void;
}

export const DESKTOP_PROGRAMS = ['dbus-daemon', 'Xvfb', 'dunst', 'dunstctl', 'notify-send', 'gdbus'];

export async function startDesktop(): Promise<Desktop> {
  const folder = makeFolder();
  const base = { PATH: process.env['PATH']!, HOME: folder, XDG_RUNTIME_DIR: folder };
  const bus = serve('dbus-daemon', ['--session', '--nofork', '--print-address'], base);
  const [address] = (await once(createInterface({ input: bus.stdout! }), 'line')) as [string];
  const screen = serve('Xvfb', ['-displayfd', '1', '-screen', '0', '800x600x24', '-nolisten', 'tcp'], base);
  const [number] = (await once(createInterface({ input: screen.stdout! }), 'line')) as [string];
  const env = { ...base, DBUS_SESSION_BUS_ADDRESS: address, DISPLAY: `:${number.trim()}` };
  // The menu in which the daemon offers the buttons: it takes the line with the wanted label.
  const [menu, wanted, config] = ['menu', 'wanted', 'dunstrc'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(menu, `#!/bin/sh\ngrep -F -f '${wanted}' | head -n 1\n`, { mode: 0o755 });
  writeFileSync(config, `[global]\ndmenu = ${menu}\n`);
  serve('dunst', ['-conf', config], env);
  const ask = (...args: string[]) =>
    execFileSync(toolPath('dunstctl'), args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const shown = () => Number(ask('count', 'displayed'));
  const answers = () => {
    try {
      return shown() === 0;
    } catch {
      return false; // it isn't there yet
    }
  };
  await until(answers, 'dunst answers');
  return {
    env,
    shown,
    history: () => {
      const { data } = JSON.parse(ask('history')) as {
        data: readonly (readonly Readonly<Record<string, { data: string }>>[])[];
      };
      return data.flat().map(({ summary, body }) => ({
        summary: summary!.data,
        body: body!.data,
      }));
    },
    choose: (label) => {
      writeFileSync(wanted, `#${label} (`);
      ask('context');
    },
    closeAll: () => void ask('close-all'),
  };
}
