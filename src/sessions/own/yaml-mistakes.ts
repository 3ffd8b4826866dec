import type { ErrorCode } from 'yaml';

/** What to do about the mistakes that people make in YAML: the package `yaml` says them in the words of its parser. */
const WORDS: ReadonlyMap<ErrorCode, string> = new Map([
  ['BAD_DQ_ESCAPE', 'leave out the backslash, or write it twice'],
  ['BAD_INDENT', "a bracket isn't closed, or this line needs more spaces before it"],
  ['BAD_SCALAR_START', 'put a text that starts with @, % or ` in quotation marks'],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    'put a text with a colon in quotation marks, and start all fields of an item in one column',
  ],
  ['BLOCK_IN_FLOW', 'put a text with a colon in quotation marks'],
  ['DUPLICATE_KEY', 'this field is there twice'],
  ['MISSING_CHAR', 'something is missing, such as a quotation mark, a bracket, a comma or the "-" of an item'],
  ['MULTILINE_IMPLICIT_KEY', 'the name of a field needs a colon after it'],
  ['MULTIPLE_DOCS', 'leave out the line "---"'],
  ['TAB_AS_INDENT', 'use spaces before the text, not tabs'],
  ['UNEXPECTED_TOKEN', 'a comma, a colon or a quotation mark is missing, or there is one too many'],
]);

/** What to do about a mistake. @param message what the package says, for a rare one */
export function yamlMistake(code: ErrorCode, message: string): string {
  return WORDS.get(code) ?? `this isn't YAML: ${message}`;
}

/** What is said where references don't refer to anything, or to too much. */
export const BAD_REFERENCES = 'put a text that starts with * or & in quotation marks; there may be few references';
