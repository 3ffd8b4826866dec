/** The version of the JSON that the program writes; raised when a script that reads it would break. */
export const SCHEMA_VERSION = 1;
