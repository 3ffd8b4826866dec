import { describe, expect, it } from 'vitest';
import { fold, latestStates } from '../../src/journal/core/fold.ts';
import type { Fields } from '../../src/journal/core/fields.ts';
import type { Entry, JournalLine } from '../../src/journal/core/records.ts';
import { fieldsOf, inverseOf, lastWritten, sameSigns } from '../../src/journal/core/undo.ts';
import { delLine, putLine, type Writing } from '../../src/journal/core/write.ts';
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
    const last = lastWritten(this.lines, this.#name);
    const inverse = last && inverseOf(this.lines, last);
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
    expect(inverseOf(device.lines, lastWritten(device.lines, 'laptop22')!)).toMatchObject({ overtaken: false });
    const others = edited(own, revision('2026-06-18T12:00:00+02:00'), { pain: 9 });
    device.lines.push({ ...others, dev: 'desktop3' });
    expect(inverseOf(device.lines, lastWritten(device.lines, 'laptop22')!)).toMatchObject({ overtaken: true });
    device.undo();
    expect(device.says()).toMatchObject([{ pain: 9 }]);
  });

  it('has nothing to take back where this device has written nothing', () => {
    expect(lastWritten([entry('2026-06-17T09:00:00+02:00', { dev: 'desktop3' })], 'laptop22')).toBeUndefined();
    expect(lastWritten([], 'laptop22')).toBeUndefined();
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

// A note is kept before it is read for warning signs, and once more with those it tells of.
describe('a note that was read for warning signs is one act', () => {
  const note: Fields = { kind: 'note', at: '2026-06-17T08:00:00+02:00', note: 'a numb foot', areas: ['lower'] };

  it.each([
    ['signs', { signs: ['leg-numbness-weakness'] }],
    ['doubts', { unsure: ['leg-numbness-weakness'] }],
    ['both', { signs: ['fever'], unsure: ['leg-numbness-weakness'] }],
  ])('with %s: one undo takes both lines back, the next brings back both', (_what, found) => {
    const device = new Device();
    device.edit(device.add(note), { ...note, ...found });
    device.undo();
    expect(device.says()).toEqual([]);
    device.undo();
    expect(device.says()).toEqual([{ ...note, ...found }]);
  });

  it('in whatever order the fields were written', () => {
    const device = new Device();
    const { kind, at, note: text, areas } = note;
    device.edit(device.add(note), { signs: ['fever'], areas: areas!, note: text!, at, kind });
    device.undo();
    expect(device.says()).toEqual([]);
  });

  it('an edit that changes the words as well is another act', () => {
    const device = new Device();
    device.edit(device.add(note), { ...note, note: 'a numb foot, and fever', signs: ['fever'] });
    device.undo();
    expect(device.says()).toEqual([note]);
  });

  it('an edit that changes nothing is another act', () => {
    const device = new Device();
    device.edit(device.add({ ...note, signs: ['fever'] }), { ...note, signs: ['fever'] });
    device.undo();
    expect(device.says()).toEqual([{ ...note, signs: ['fever'] }]);
  });

  it('what another device has kept first is not taken back with it', () => {
    const device = new Device();
    const others = { ...entry('2026-06-17T08:00:00+02:00', note), dev: 'desktop3' };
    device.lines.push(others);
    device.edit(others, { ...note, signs: ['fever'] });
    device.undo();
    expect(device.says()).toEqual([note]);
  });

  it('takes back an edit and its reading together, and not what was there before', () => {
    const device = new Device();
    const changed = { ...note, note: 'fever since noon' };
    device.edit(device.edit(device.add(note), changed), { ...changed, signs: ['fever'] });
    device.undo();
    expect(device.says()).toEqual([note]);
  });

  it('a removal is an act of its own, and so is what comes after it', () => {
    const device = new Device();
    const kept = device.edit(device.add(note), { ...note, signs: ['fever'] });
    device.edit(device.remove(kept), { ...note, unsure: ['fever'] });
    device.undo();
    expect(device.says()).toEqual([]);
    device.undo();
    expect(device.says()).toEqual([{ ...note, unsure: ['fever'] }]);
  });

  it('a state that names a state of another entry as its own is an act by itself', () => {
    const device = new Device();
    const other = device.add(note);
    const own = { ...(device.add({ ...note, signs: ['fever'] }) as Entry), base: other.rev };
    device.lines = [other, own];
    device.undo();
    expect(device.says()).toEqual([note]);
  });

  it('a state that claims to replace itself ends the search', () => {
    const own = entry('2026-06-17T08:00:00+02:00', { ...note, signs: ['fever'] });
    const line = { ...own, base: own.rev };
    expect(inverseOf([line], line)).toMatchObject({ id: own.id, fields: undefined });
  });
});

describe('the same warning signs', () => {
  it.each([
    [{}, { signs: [], unsure: [] }, true],
    [{ signs: ['fever'] }, { signs: ['fever'], unsure: [] }, true],
    [{ signs: ['fever'] }, {}, false],
    [{ unsure: ['fever'] }, {}, false],
    [{ signs: ['fever'] }, { unsure: ['fever'] }, false],
    [{ signs: ['fever'] }, { signs: ['chest-pain'] }, false],
  ])('%j and %j: %j', (one, other, same) => {
    expect(sameSigns(one, other)).toBe(same);
    expect(sameSigns(other, one)).toBe(same);
  });
});
