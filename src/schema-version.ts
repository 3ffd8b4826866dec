/**
 * The version of the JSON that the program writes; raised when a script that reads it would break. The pure code of
 * exports needs it as well as `app/printing.ts`, so it has a file of its own.
 */
export const SCHEMA_VERSION = 1;
