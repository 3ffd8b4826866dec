import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ToneKind, toneWav } from '../../src/system/tone.ts';

/** How many seconds each lasts at least: three counts are one second apart. */
const LEAST: Readonly<Record<ToneKind, number>> = { step: 0.2, count: 0.1, alarm: 0.2 };
const KINDS = Object.keys(LEAST) as ToneKind[];

function read(kind: ToneKind) {
  const bytes = Buffer.from(toneWav(kind));
  const rate = bytes.readUInt32LE(24);
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset + 44, (bytes.length - 44) / 2);
  return { bytes, rate, samples, peak: Math.max(...samples), seconds: samples.length / rate };
}

/** How often a second the wave goes up through zero. */
function pitch(samples: Int16Array, rate: number): number {
  const ups = samples.filter((sample, at) => at > 0 && sample >= 0 && samples[at - 1]! < 0).length;
  return ups / (samples.length / rate);
}

describe.each(KINDS)('the tone "%s"', (kind) => {
  const { bytes, rate, samples, seconds } = read(kind);

  it('is a WAV file of 16 bits, mono', () => {
    expect(bytes.toString('latin1', 0, 4)).toBe('RIFF');
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    expect(bytes.toString('latin1', 8, 16)).toBe('WAVEfmt ');
    expect([16, 20, 22, 32, 34].map((at) => bytes.readUInt16LE(at))).toEqual([16, 1, 1, 2, 16]);
    expect(bytes.readUInt32LE(28)).toBe(rate * 2);
    expect(bytes.toString('latin1', 36, 40)).toBe('data');
    expect(bytes.readUInt32LE(40)).toBe(samples.length * 2);
  });

  it('is a file of the package', () => {
    expect(readFileSync(new URL(`../../dist/sounds/${kind}.wav`, import.meta.url)).equals(bytes)).toBe(true);
  });

  it('is short', () => {
    expect(seconds).toBeGreaterThanOrEqual(LEAST[kind]);
    expect(seconds).toBeLessThanOrEqual(0.8);
  });

  it('rises from silence and fades into it', () => {
    expect([samples[0], samples.at(-1)]).toEqual([0, 0]);
    const loudest = (from: number, to?: number) => Math.max(...samples.slice(from, to).map(Math.abs));
    expect(loudest(0, 60)).toBeLessThan(loudest(0) / 10);
    expect(loudest(-60)).toBeLessThan(loudest(0) / 10);
  });
});

describe('the alarm', () => {
  const { samples, rate, peak } = read('alarm');

  it('is louder than a step', () => {
    expect(peak).toBeGreaterThan(read('step').peak * 2);
    expect(peak).toBeLessThan(32_767);
  });

  it('rises', () => {
    const third = Math.floor(samples.length / 3);
    const pitches = [0, 1, 2].map((part) => pitch(samples.slice(part * third, (part + 1) * third), rate));
    expect(pitches.toSorted((a, b) => a - b)).toEqual(pitches);
    expect(pitches[2]! / pitches[0]!).toBeGreaterThan(1.4);
  });
});
