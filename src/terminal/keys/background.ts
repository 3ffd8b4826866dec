/** A colour as a terminal reports it: red, green and blue from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** `OSC 11 ; rgb:1e1e/1e1e/1e1e ST`, each part with 1 to 4 hexadecimal digits: its end shows that the last one is whole. */
const REPORT =
  /\u001B\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})(?:\/[\da-f]{1,4})?[\u0007\u001B\u009C]/i;
/** A report is no longer than this, and may arrive in two pieces. */
const LONGEST = 40;

/** The colour in a report of the background; nothing if there is none in the text. */
export function readBackground(text: string): Rgb | undefined {
  const found = REPORT.exec(text);
  if (!found) return undefined;
  return [partOf(found[1]!), partOf(found[2]!), partOf(found[3]!)];
}

function partOf(digits: string): number {
  return Number.parseInt(digits, 16) / (16 ** digits.length - 1);
}

/**
 * Listens for the answer of a terminal that was asked for its background. The bytes reach the decoder of keys as well,
 * which leaves reports out.
 * @param take gets it once
 * @returns stops listening
 */
export function listenForBackground(stdin: NodeJS.ReadStream, take: (background: Rgb) => void): () => void {
  let rest = '';
  const onData = (bytes: Buffer) => {
    const text = rest + bytes.toString('latin1');
    const background = readBackground(text);
    rest = text.slice(-LONGEST);
    if (!background) return;
    stop();
    take(background);
  };
  const stop = () => void stdin.removeListener('data', onData);
  stdin.on('data', onData);
  return stop;
}
