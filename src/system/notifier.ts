import { oneLine } from '../text/sanitize.ts';
import type { Notice, Notifier } from './notice.ts';
import { notifySend } from './notify-send.ts';
import { type Environment, findProgram, isRemote, runBriefly } from './programs.ts';

/** PowerShell alone takes seconds to start on some computers. */
const POWERSHELL_LIMIT_MS = 15_000;

/**
 * What shows notifications on this computer, or the reason why nothing does, such as that the user is at a different
 * computer. The texts go through a pipe where the program reads one; only `notify-send` needs them as arguments.
 */
export function findNotifier(env: Environment, platform: string): Notifier | string {
  if (isRemote(env)) return 'over ssh, the other computer would show them';
  const programs = programsOn(env, platform);
  const found = programs.map((name) => {
    const program = findProgram([name], env);
    return program === undefined ? `${name} isn't installed on this computer` : notifierOf(name, program, env);
  });
  const notifiers = found.filter((one) => typeof one !== 'string');
  return notifiers.length === 0 ? (found[0] as string) : inTurn(notifiers);
}

function programsOn(env: Environment, platform: string): readonly string[] {
  if (platform === 'darwin') return ['osascript'];
  // PowerShell 7, pwsh, no longer knows the interface of toasts.
  if (platform === 'win32') return ['powershell'];
  // In the Windows Subsystem for Linux people look at the desktop of Windows.
  const isInWindows = Boolean(env['WSL_DISTRO_NAME'] || env['WSL_INTEROP']);
  return isInWindows ? ['powershell.exe', 'notify-send'] : ['notify-send'];
}

/** @returns what shows notifications by this program, or the reason why it can't */
function notifierOf(name: string, program: string, env: Environment): Notifier | string {
  if (name === 'notify-send') return notifySend(program, env);
  const [args, inputOf, limit] =
    name === 'osascript'
      ? [['-l', 'JavaScript'], macScript, {}]
      : [['-NoProfile', '-NonInteractive', '-Command', TOAST], toastInput, { limitMs: POWERSHELL_LIMIT_MS }];
  const show = (notice: Notice) => runBriefly({ program, args, env, input: inputOf(notice), ...limit });
  return { show, withdraw: () => {}, stop: () => {} };
}

function inTurn(notifiers: readonly Notifier[]): Notifier {
  return {
    show: async (notice) => {
      for (const notifier of notifiers) if (await notifier.show(plain(notice))) return true;
      return false;
    },
    withdraw: () => notifiers.forEach((notifier) => notifier.withdraw()),
    stop: () => notifiers.forEach((notifier) => notifier.stop()),
  };
}

function plain(notice: Notice): Notice {
  return { ...notice, title: oneLine(notice.title), body: oneLine(notice.body) };
}

/** JSON in ASCII: it means the same in every code page, and within JavaScript. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function macScript({ title, body }: Notice): string {
  return [
    'const app = Application.currentApplication();',
    'app.includeStandardAdditions = true;',
    `app.displayNotification(${asciiJson(body)}, { withTitle: ${asciiJson(title)} });`,
  ].join('\n');
}

function toastInput({ title, body, urgent }: Notice): string {
  return asciiJson({ title, body, duration: urgent ? 'long' : 'short' });
}

// Its texts are read from standard input and become text nodes, so nothing in them can be markup or code. It makes no
// sound, as sounds are a setting of ours. There are no double quotes in it, which are quoted in different ways on the way
// from Linux to Windows. The last name is that of Windows PowerShell in the start menu: a toast needs a program there.
const TOAST = [
  `$ErrorActionPreference = 'Stop'`,
  '$notice = [Console]::In.ReadToEnd() | ConvertFrom-Json',
  '[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]',
  '[void][Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom, ContentType = WindowsRuntime]',
  '$xml = New-Object Windows.Data.Xml.Dom.XmlDocument',
  `$xml.LoadXml('<toast><visual><binding template=''ToastGeneric''><text/><text/></binding></visual><audio silent=''true''/></toast>')`,
  `$xml.DocumentElement.SetAttribute('duration', $notice.duration)`,
  `$texts = $xml.GetElementsByTagName('text')`,
  '[void]$texts.Item(0).AppendChild($xml.CreateTextNode($notice.title))',
  '[void]$texts.Item(1).AppendChild($xml.CreateTextNode($notice.body))',
  '$toast = New-Object Windows.UI.Notifications.ToastNotification $xml',
  `$app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'`,
  '$notifier = [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($app)',
  `if ($notifier.Setting -ne 'Enabled') { exit 1 }`,
  '$notifier.Show($toast)',
].join('; ');
