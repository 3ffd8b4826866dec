/** A key by its name, or the letter that it types. */
export type Key = string;

const NAMES: ReadonlyMap<string, Key> = new Map([
  ['\r', 'enter'],
  ['\n', 'enter'],
  [' ', 'space'],
  ['\u0003', 'ctrl+c'],
  // As at a prompt, the end of the input leaves.
  ['\u0004', 'ctrl+c'],
  ['\u001A', 'ctrl+z'],
  ['\u001B', 'escape'],
  ['\u007F', 'backspace'],
  ['\u001B[C', 'right'],
  ['\u001BOC', 'right'],
  ['\u001B[D', 'left'],
  ['\u001BOD', 'left'],
]);
// A terminal also sends answers to what programs asked it: they are no keys.
const PRESSED = /\u001B(?:\[\[[A-E]|\[[0-9;?<=>]*[ -/]*[@-~]|O[@-~]|[\]P][^\u0007\u001B]*(?:\u0007|\u001B\\))|[^]/gu;

/** The keys that a terminal sent, each by its name; those that have none here are "other". */
export function readKeys(sent: string): Key[] {
  return Array.from(
    sent.matchAll(PRESSED),
    ([code]) => NAMES.get(code) ?? (code.length === 1 ? code.toLowerCase() : 'other'),
  );
}
