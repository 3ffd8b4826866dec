// The build writes these into dist/sounds/, so that nothing has to be made, or written, before it can be heard.

/** A change of step, one of the last seconds before it, or the end of the time. */
export type ToneKind = 'step' | 'count' | 'alarm';

interface Note {
  readonly hertz: number;
  readonly seconds: number;
  /** From 0 to 1. */
  readonly loudness: number;
}

const SAMPLES_PER_SECOND = 22_050;
const LOUDEST = 32_767;
const BYTES = 2;
const HEADER_BYTES = 44;
/** Without it each note begins and ends with a click. */
const FADE_SECONDS = 0.03;

// Below 1200 Hz, as old ears and small speakers lose much higher or lower tones.
export const TONES: Readonly<Record<ToneKind, readonly Note[]>> = {
  step: [{ hertz: 587, seconds: 0.3, loudness: 0.3 }],
  count: [{ hertz: 440, seconds: 0.1, loudness: 0.25 }],
  alarm: [
    { hertz: 587, seconds: 0.22, loudness: 0.85 },
    { hertz: 784, seconds: 0.22, loudness: 0.85 },
    { hertz: 1047, seconds: 0.32, loudness: 0.85 },
  ],
};

/** A sound as a WAV file: 16 bits, mono. */
export function toneWav(kind: ToneKind): Uint8Array {
  const samples = TONES[kind].flatMap(samplesOf);
  const wav = new DataView(new ArrayBuffer(HEADER_BYTES + samples.length * BYTES));
  writeHeader(wav, samples.length * BYTES);
  for (const [at, sample] of samples.entries()) wav.setInt16(HEADER_BYTES + at * BYTES, sample, true);
  return new Uint8Array(wav.buffer);
}

function samplesOf({ hertz, seconds, loudness }: Note): number[] {
  const count = Math.round(seconds * SAMPLES_PER_SECOND);
  const fade = FADE_SECONDS * SAMPLES_PER_SECOND;
  return Array.from({ length: count }, (_, at) => {
    const toEdge = Math.min(at, count - 1 - at) / fade;
    const volume = toEdge < 1 ? (1 - Math.cos(Math.PI * toEdge)) / 2 : 1;
    const wave = Math.sin((2 * Math.PI * hertz * at) / SAMPLES_PER_SECOND);
    return Math.round(LOUDEST * loudness * volume * wave);
  });
}

function writeHeader(wav: DataView, bytes: number): void {
  writeText(wav, 0, 'RIFF');
  wav.setUint32(4, HEADER_BYTES - 8 + bytes, true);
  writeText(wav, 8, 'WAVEfmt ');
  // The length of what follows, and plain samples of one channel.
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, SAMPLES_PER_SECOND, true);
  wav.setUint32(28, SAMPLES_PER_SECOND * BYTES, true);
  wav.setUint16(32, BYTES, true);
  wav.setUint16(34, BYTES * 8, true);
  writeText(wav, 36, 'data');
  wav.setUint32(40, bytes, true);
}

function writeText(wav: DataView, at: number, text: string): void {
  for (let index = 0; index < text.length; index++) wav.setUint8(at + index, text.charCodeAt(index));
}
