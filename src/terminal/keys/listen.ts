import { makeKeyDecoder } from './decoder.ts';
import { controlKey, type Input } from './input.ts';

/** The end of the input leaves, as in a shell. */
const END_OF_INPUT = controlKey(0x04);

/**
 * Listens to a keyboard in raw mode. Reports of the terminal are left out, and sequences that arrive in pieces are put
 * together.
 * @param take gets each key and each pasted text, in order; Ctrl-C when the input ends
 * @returns stops listening
 */
export function listenToKeys(stdin: NodeJS.ReadStream, take: (input: Input) => void): () => void {
  const decoder = makeKeyDecoder();
  let timer: NodeJS.Timeout | undefined;
  const deliver = (inputs: readonly Input[]) => {
    clearTimeout(timer);
    const patience = decoder.patience();
    if (patience !== undefined) timer = setTimeout(() => deliver(decoder.giveUp()), patience);
    inputs.forEach(take);
  };
  const onData = (bytes: Buffer) => deliver(decoder.take(bytes));
  const onEnd = () => take(END_OF_INPUT);
  stdin.on('data', onData).once('end', onEnd);
  return () => {
    clearTimeout(timer);
    stdin.removeListener('data', onData).removeListener('end', onEnd);
  };
}

/**
 * Listens to typed lines.
 * @param take gets the first word of each line in lower case; "enter" for an empty line
 * @returns stops listening
 */
export function listenToLines(stdin: NodeJS.ReadStream, take: (word: string) => void): () => void {
  let rest = '';
  const onData = (bytes: Buffer) => {
    const lines = (rest + bytes.toString('utf8')).split('\n');
    rest = lines.pop()!;
    for (const line of lines) take(line.trim().toLowerCase().split(/\s+/)[0] || 'enter');
  };
  stdin.on('data', onData);
  stdin.resume();
  return () => {
    stdin.removeListener('data', onData);
    stdin.pause();
  };
}
