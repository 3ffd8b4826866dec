import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageIn } from './packed-pages.ts';

/** The topic of the page about the whole program. */
export const ROOT_TOPIC = 'unspasm';

/**
 * The help page or the version that the arguments ask for; undefined where they ask for a command.
 * @param isInteractive whether somebody at a screen can be asked
 */
export function findPage(argv: readonly string[], root: string, isInteractive: boolean): string | undefined {
  if (asksForVersion(argv)) return (JSON.parse(read(root, 'package.json')) as { version: string }).version;
  const topics = topicsOf(argv, isInteractive);
  if (topics.length === 0) return undefined;
  const pages = read(root, join('dist', 'help.txt'));
  return topics.map((topic) => pageIn(pages, topic)).find((page) => page !== undefined);
}

// "log list -h" asks for the page of the subcommand; "log 6 -h" for that of the command.
function topicsOf(argv: readonly string[], isInteractive: boolean): string[] {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const names = words.filter((word) => !word.startsWith('-'));
  const [first, ...others] = names;
  if (first === 'help') return [others.join(' ').replace(/^help$/, '') || ROOT_TOPIC];
  if (words.includes('-h') || words.includes('--help')) {
    return names.length === 0 ? [ROOT_TOPIC] : [names.slice(0, 2).join(' '), names[0]!];
  }
  // Nothing was typed, and nobody can be asked.
  return argv.length === 0 && !isInteractive ? [ROOT_TOPIC] : [];
}

function asksForVersion(argv: readonly string[]): boolean {
  const flagsAlone = argv.every((word) => word.startsWith('-'));
  return flagsAlone && (argv.includes('--version') || argv.includes('-V'));
}

function read(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
