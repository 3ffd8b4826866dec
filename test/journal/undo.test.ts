import { describe, expect, it } from 'vitest';
import { fold, latestStates } from '../../src/journal/fold.ts';
import type { Entry, Fields, JournalLine } from '../../src/journal/records.ts';
import { fieldsOf, inverseOfLast } from '../../src/journal/undo.ts';
import { delLine, putLine, type Writing } from '../../src/journal/write.ts';
import { edited, entry, revision } from './lines.ts';

const SIX: Fields = { kind: 'pain', at: '2026-06-17T08:00:00+02:00', pain: 6, note: 'stiff' };
const FOUR: Fields = { ...SIX, pain: 4 };

/** A device that writes one line after another. */
class Device {
  lines: JournalLine[] = [];
  readonly #name: string;

  constructor(name = 'laptop22') {
    this.#name = name;
  }

  add(fields: Fields): JournalLine {
    return this.#keep(putLine(fields, this.#writing()));
  }

  edit(before: JournalLine, fields: Fields): JournalLine {
    return this.#keep(putLine(fields, this.#writing(), before));
  }

  remove(before: JournalLine): JournalLine {
    return this.#keep(delLine(this.#writing(), before));
  }

  undo(): void {
    const inverse = inverseOfLast(this.lines, this.#name);
    if (!inverse || inverse.overtaken) return;
    const state = latestStates(this.lines).get(inverse.id)!;
    if (inverse.fields) this.edit(state, inverse.fields);
    else this.remove(state);
  }

  /** What the entries say. */
  says(): Fields[] {
    return fold(this.lines).map(fieldsOf);
  }

  #keep(line: JournalLine): JournalLine {
    this.lines.push(line);
    return line;
  }

  #writing(): Writing {
    const after = this.lines
      .map(({ rev }) => rev)
      .toSorted()
      .at(-1);
    return { device: this.#name, now: Date.parse('2026-06-17T12:00:00+02:00'), after, random: Math.random };
  }
}

describe('undo', () => {
  it('takes back what was added, and undone itself brings it back', () => {
    const device = new Device();
    device.add(SIX);
    device.undo();
    expect(device.says()).toEqual([]);
    device.undo();
    expect(device.says()).toEqual([SIX]);
  });

  it('takes back an edit, with every field, and undone itself makes it again', () => {
    const device = new Device();
    device.edit(device.add(SIX), FOUR);
    device.undo();
    expect(device.says()).toEqual([SIX]);
    device.undo();
    expect(device.says()).toEqual([FOUR]);
  });

  it('brings back what was removed, and undone itself removes it again', () => {
    const device = new Device();
    device.remove(device.add(SIX));
    device.undo();
    expect(device.says()).toEqual([SIX]);
    device.undo();
    expect(device.says()).toEqual([]);
  });

  it('brings back the last of several states', () => {
    const device = new Device();
    device.remove(device.edit(device.add(SIX), FOUR));
    device.undo();
    expect(device.says()).toEqual([FOUR]);
  });

  it('leaves all other entries alone', () => {
    const device = new Device();
    device.add(FOUR);
    device.add(SIX);
    device.undo();
    expect(device.says()).toEqual([FOUR]);
  });

  it('is about this device: what another did last is not taken back', () => {
    const device = new Device();
    device.add(SIX);
    const others = entry('2026-06-18T12:00:00+02:00', { dev: 'desktop3', pain: 9 });
    device.lines.push(others);
    device.undo();
    expect(fold(device.lines)).toEqual([others]);
  });

  it("takes back an edit of another device's entry", () => {
    const device = new Device();
    const others = entry('2026-06-17T09:00:00+02:00', { dev: 'desktop3', pain: 9 });
    device.lines.push(others);
    device.edit(others, FOUR);
    device.undo();
    expect(device.says()).toEqual([fieldsOf(others)]);
  });

  it('does not throw away what another device has made of the entry since', () => {
    const device = new Device();
    const own = device.add(SIX) as Entry;
    expect(inverseOfLast(device.lines, 'laptop22')).toMatchObject({ overtaken: false });
    const others = edited(own, revision('2026-06-18T12:00:00+02:00'), { pain: 9 });
    device.lines.push({ ...others, dev: 'desktop3' });
    expect(inverseOfLast(device.lines, 'laptop22')).toMatchObject({ overtaken: true });
    device.undo();
    expect(device.says()).toMatchObject([{ pain: 9 }]);
  });

  it('has nothing to take back where this device has written nothing', () => {
    expect(inverseOfLast([entry('2026-06-17T09:00:00+02:00', { dev: 'desktop3' })], 'laptop22')).toBeUndefined();
    expect(inverseOfLast([], 'laptop22')).toBeUndefined();
  });

  it('only ever adds lines', () => {
    const device = new Device();
    device.add(SIX);
    const before = [...device.lines];
    device.undo();
    device.undo();
    expect(device.lines.slice(0, before.length)).toEqual(before);
    expect(device.lines).toHaveLength(3);
  });
});
