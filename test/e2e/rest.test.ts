import { afterEach, describe, expect, it } from 'vitest';
import { content } from '../content/data-files.ts';
import { forgetPeople, newPerson } from './journal/person.ts';

afterEach(forgetPeople);

const { moves } = content.everyday();
const spaced = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('unspasm rest --moves', () => {
  it('shows how to do each thing of a day, step by step, with what sends to a doctor', async () => {
    const shown = spaced(await newPerson().does(['rest', '--moves']));
    const said = moves.flatMap(({ name, steps, warning }) => [name, ...steps, ...(warning ? [warning] : [])]);
    expect(said.filter((text) => !shown.includes(text))).toEqual([]);
    expect(moves.map(({ id }) => id)).toEqual([
      'getting-up',
      'turning-over',
      'sleeping',
      'dressing',
      'coughing',
      'toilet',
      'sitting',
      'driving',
    ]);
  });

  it('begins with getting up, and says what it means if that fails', async () => {
    const [first] = moves;
    expect(first!.steps.join(' ')).toMatch(/Roll onto your side[^]*push up with both arms/);
    expect(first!.warning).toMatch(/If you still can't, don't try to travel: call an ambulance/);
  });

  it('is a document for a script, and leaves the positions as they were', async () => {
    const anna = newPerson();
    expect(await anna.document(['rest', '--moves'])).toMatchObject({ moves });
    const { positions } = await anna.document<{ positions: { id: string }[] }>(['rest']);
    expect(positions.map(({ id }) => id)).toEqual(['on-back', 'on-side', 'on-front']);
  });

  it('is named where the positions are shown', async () => {
    expect(spaced(await newPerson().does(['rest']))).toContain('unspasm rest --moves');
  });
});
