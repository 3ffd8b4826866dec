import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, latestStates } from '../../src/journal/core/fold.ts';
import type { Fields } from '../../src/journal/core/fields.ts';
import type { Entry, JournalLine } from '../../src/journal/core/records.ts';
import { inverseOf, lastWritten } from '../../src/journal/core/undo.ts';
import { delLine, putLine, type Writing } from '../../src/journal/core/write.ts';
import { numbersFrom } from './lines.ts';
import { tries } from '../tries.ts';

const BEGIN = Date.parse('2026-06-17T12:00:00Z');
const TEN_MINUTES = 600_000;

type Deed = 'add' | 'edit' | 'remove' | 'undo' | 'send';
interface Step {
  readonly who: 0 | 1;
  readonly deed: Deed;
  /** Which entry, of those that the device sees. */
  readonly which: number;
  readonly pain: number;
  /** Milliseconds that go by before. */
  readonly wait: number;
}

/** A line, and the states of its entry that its author had seen. */
interface Written {
  readonly line: JournalLine;
  readonly seen: ReadonlySet<string>;
}

/** One of two devices that sync now and then, with a clock of its own. */
class Device {
  readonly written: Written[] = [];
  /** What it has seen, by revision. */
  readonly #seen = new Map<string, JournalLine>();
  readonly #name: string;
  readonly #skew: number;
  readonly #random: () => number;

  constructor(name: string, skew: number, random: () => number) {
    this.#name = name;
    this.#skew = skew;
    this.#random = random;
  }

  get lines(): JournalLine[] {
    return [...this.#seen.values()];
  }

  take(lines: Iterable<JournalLine>): void {
    for (const line of lines) this.#seen.set(line.rev, line);
  }

  act({ deed, which, pain }: Step, time: number): void {
    const now = time + this.#skew;
    const entries = fold(this.lines);
    const chosen = entries[which % Math.max(1, entries.length)];
    const fields: Fields = { kind: 'pain', at: new Date(now).toISOString(), pain };
    if (deed === 'add') this.#keep(putLine(fields, this.#writing(now)));
    if (deed === 'edit' && chosen)
      this.#keep(putLine({ ...fields, at: chosen.at }, this.#writing(now, chosen), chosen));
    if (deed === 'remove' && chosen) this.#keep(delLine(this.#writing(now, chosen), chosen));
    if (deed === 'undo') this.#undo(now);
  }

  #undo(now: number): void {
    const last = lastWritten(this.lines, this.#name);
    const inverse = last && inverseOf(this.lines, last);
    if (!inverse || inverse.overtaken) return;
    const state = latestStates(this.lines).get(inverse.id)!;
    const writing = this.#writing(now, state);
    this.#keep(inverse.fields ? putLine(inverse.fields, writing, state) : delLine(writing, state));
  }

  // As the store does: after its own last line, and after the state that it replaces.
  #writing(now: number, replaced?: { rev: string }): Writing {
    const own = this.written.at(-1)?.line.rev;
    const after = [own, replaced?.rev]
      .filter((rev) => rev !== undefined)
      .toSorted()
      .at(-1);
    return { device: this.#name, now, after, random: this.#random };
  }

  #keep(line: JournalLine): void {
    const states = this.lines.filter(({ id }) => id === line.id);
    this.written.push({ line, seen: new Set(states.map(({ rev }) => rev)) });
    this.take([line]);
  }
}

interface History {
  readonly written: readonly Written[];
  /** What each device shows once both have sent everything. */
  readonly shown: readonly (readonly Entry[])[];
}

function live(steps: readonly Step[], skews: readonly [number, number], seed: number): History {
  const random = numbersFrom(seed);
  const devices = [new Device('laptop22', skews[0], random), new Device('desktop3', skews[1], random)] as const;
  let time = BEGIN;
  for (const step of steps) {
    time += step.wait;
    const [one, other] = [devices[step.who], devices[1 - step.who]!];
    if (step.deed === 'send') other.take(one.lines);
    else one.act(step, time);
  }
  devices[0].take(devices[1].lines);
  devices[1].take(devices[0].lines);
  return { written: devices.flatMap((one) => one.written), shown: devices.map((one) => fold(one.lines)) };
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(0, 1),
  deed: fc.constantFrom<Deed>('add', 'add', 'edit', 'edit', 'remove', 'undo', 'send', 'send'),
  which: fc.nat(20),
  pain: fc.nat(10),
  wait: fc.oneof(fc.constant(0), fc.nat(1000), fc.nat(300_000)),
});
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 40, size: 'max' });
const anySkews = fc.constantFrom<[number, number]>([0, 0], [TEN_MINUTES, 0], [-TEN_MINUTES, 0], [0, TEN_MINUTES]);
const anyHistory = fc.tuple(anySteps, anySkews, fc.nat()).map(([steps, skews, seed]) => live(steps, skews, seed));

function always(what: (history: History) => void): void {
  fc.assert(fc.property(anyHistory, what), tries(150));
}

describe('two devices whose clocks are ten minutes apart', () => {
  it('lose nothing that was added, unless somebody removed it', () => {
    always(({ written, shown }) => {
      const gone = new Set(written.flatMap(({ line }) => (line.op === 'del' ? [line.id] : [])));
      const added = new Set(written.map(({ line }) => line.id));
      const there = new Set(shown[0]!.map(({ id }) => id));
      expect([...added].filter((id) => !gone.has(id) && !there.has(id))).toEqual([]);
    });
  });

  it('let an edit, a removal or an undo beat all that its author had seen', () => {
    always(({ written }) => {
      for (const { line, seen } of written) {
        for (const rev of seen) expect(line.rev > rev, `${line.rev} after ${rev}`).toBe(true);
      }
    });
  });

  it('show, in the end, no state that somebody had seen and replaced', () => {
    always(({ written, shown }) => {
      const replaced = new Set(written.flatMap(({ seen }) => [...seen]));
      expect(shown[0]!.filter(({ rev }) => replaced.has(rev))).toEqual([]);
    });
  });

  it('show the same once both have seen everything, in whatever order the files are read', () => {
    const inAnyOrder = fc.property(anyHistory, fc.nat(), ({ written, shown }, seed) => {
      const random = numbersFrom(seed);
      const lines = written
        .map(({ line }) => ({ line, place: random() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ line }) => line);
      expect(shown[1]).toEqual(shown[0]);
      expect(fold(lines)).toEqual(shown[0]);
      expect(fold(lines.toReversed())).toEqual(shown[0]);
    });
    fc.assert(inAnyOrder, tries(100));
  });

  it('never give two lines one revision, and write files whose revisions grow', () => {
    always(({ written }) => {
      const all = written.map(({ line }) => line.rev);
      expect(new Set(all).size).toBe(all.length);
      for (const name of ['laptop22', 'desktop3']) {
        const own = written.filter(({ line }) => line.dev === name).map(({ line }) => line.rev);
        expect(own).toEqual(own.toSorted());
      }
    });
  });
});
