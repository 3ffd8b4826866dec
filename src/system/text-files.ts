import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, win32 } from 'node:path';
import { OperationError, UsageError, whyNotWritten } from '../errors.ts';
import { FILE_MODE } from './private-files.ts';
import { linkTarget, replaceFile } from './replace-file.ts';

const WHY: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', "you don't have permission to read it"],
]);

/**
 * The whole of a file, or of standard input for "-".
 * @param readInput reads the whole of standard input
 * @throws OperationError when it can't be read
 */
export function readText(path: string, readInput: () => string): string {
  return reading(path, () => (path === '-' ? readInput() : readFileSync(path, 'utf8')).replace(/^\uFEFF/, ''));
}

/**
 * The bytes of a file, or of standard input for "-".
 * @param readInput reads the whole of standard input
 * @throws OperationError when it can't be read
 */
export function readBytes(path: string, readInput: () => Uint8Array): Uint8Array {
  return reading(path, () => (path === '-' ? readInput() : readFileSync(path)));
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = WHY.get(code ?? '');
    const name = path === '-' ? 'standard input' : path;
    throw new OperationError(`can't read ${name}: ${why ?? (error as Error).message}`, {
      code: 'unreadable',
      hint: 'give the path of a text file, or - for standard input',
    });
  }
}

export interface SaveOptions {
  /** Whether a file of that name may be overwritten. */
  readonly replace: boolean;
  /** The document for a terminal, as the file may be `/dev/tty`. */
  readonly forTerminal: () => string;
  readonly platform?: string;
}

/**
 * Writes a document to a file that the user names, and that only they may read. A link stays, and what it leads to is
 * written, as `>` of a shell does.
 * @param content text, or the bytes of a document that isn't text
 * @returns whether it is a file now; a pipe or a device may be standard output itself
 * @throws UsageError for a name that isn't a file's on Windows
 * @throws OperationError when the file exists and must not be replaced, or can't be written
 */
export function saveText(path: string, content: string | Buffer, options: SaveOptions): boolean {
  const { replace, forTerminal, platform = process.platform } = options;
  if (platform === 'win32' && isStream(path)) {
    throw new UsageError(`the file name ${path} contains a colon, which Windows doesn't allow`, {
      code: 'bad-name',
      hint: 'choose a name without one, such as report.html',
    });
  }
  const kind = kindOf(path);
  if (kind === 'folder' || (kind === 'file' && !replace)) {
    const hint = kind === 'folder' ? 'give the name of a file' : 'choose another name, or overwrite it with --force';
    throw new OperationError(`${path} already exists`, { code: 'exists', hint });
  }
  // The link to a pipe has a name that can't be opened.
  const file = kind === 'file' || kind === 'none' ? linkTarget(path) : path;
  const folder = dirname(file);
  if (!existsSync(folder)) {
    throw new OperationError(`there is no folder ${folder}`, { code: 'no-folder', hint: 'create it first' });
  }
  try {
    if (kind === 'terminal') writeFileSync(file, forTerminal());
    else if (kind === 'device') writeFileSync(file, content);
    else if (kind === 'file') replaceFile(file, content);
    else writeFileSync(file, content, { mode: FILE_MODE, flag: 'wx' });
    return kind === 'file' || kind === 'none';
  } catch (error) {
    const hint = 'choose another file, or check that you can write there and that the disk has room';
    throw new OperationError(`${path} can't be written: ${whyNotWritten(error)}`, { code: 'not-written', hint });
  }
}

// On NTFS `a:b.html` is a hidden stream of a file `a`, where nobody would find the document. `C:b.html` is a file.
function isStream(path: string): boolean {
  return win32.basename(path).includes(':');
}

// Devices and pipes are written to, never replaced: that would take /dev/null away from everybody. Every character
// device is treated as a terminal, which does no harm to the others.
function kindOf(path: string): 'file' | 'folder' | 'terminal' | 'device' | 'none' {
  try {
    const there = statSync(path);
    if (there.isCharacterDevice()) return 'terminal';
    return there.isFile() ? 'file' : there.isDirectory() ? 'folder' : 'device';
  } catch {
    // If something is wrong with it, writing will fail and say so.
    return 'none';
  }
}
