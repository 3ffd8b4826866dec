import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where this computer has a program, or undefined. */
export function findTool(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/** Where this computer has a program. @throws where it has none */
export function toolPath(name: string): string {
  const file = findTool(name);
  if (file === undefined) throw new Error(`this computer has no ${name}`);
  return file;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
