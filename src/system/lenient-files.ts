import { readdirSync, readFileSync, unlinkSync } from 'node:fs';

// For files in our own folders that need not be there, or may go at any moment: other processes change them, too.

/** The names in a folder; none where it can't be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The text of a file; undefined where it can't be read. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Deletes a file. @returns whether it was there: of several processes that try, one gets true */
export function deleteFile(file: string): boolean {
  try {
    unlinkSync(file);
    return true;
  } catch {
    return false;
  }
}
