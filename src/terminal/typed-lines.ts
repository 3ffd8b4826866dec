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
