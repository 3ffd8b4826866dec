import { fstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The pages by topic, as the build wrote them. */
export type HelpPages = Readonly<Record<string, string>>;

/** The topic of the page that stands for the whole program. */
export const ROOT_TOPIC = 'unspasm';

/** The text that answers the arguments by itself: a help page or the version. Nothing if they ask for work. */
export function findPage(argv: readonly string[], root: string): string | undefined {
  const first = argv[0];
  if (first === '--version' || first === '-V') return readJson<{ version: string }>(root, 'package.json').version;
  const topic = topicOf(argv);
  return topic === undefined ? undefined : readJson<HelpPages>(root, join('dist', 'help.json'))[topic];
}

function topicOf(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const names = words.filter((word) => !word.startsWith('-'));
  if (words.includes('-h') || words.includes('--help'))
    return (names[0] === 'help' ? names[1] : names[0]) ?? ROOT_TOPIC;
  if (names[0] === 'help') return names.slice(1).join(' ') || ROOT_TOPIC;
  // Nothing asked for, and nobody at the screen to be asked.
  return argv.length === 0 && !isCharacterDevice(1) ? ROOT_TOPIC : undefined;
}

function isCharacterDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

function readJson<T>(root: string, file: string): T {
  return JSON.parse(readFileSync(join(root, file), 'utf8')) as T;
}
