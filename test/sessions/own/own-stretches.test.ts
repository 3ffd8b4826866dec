import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { OWN_STRETCHES } from '../../../src/help/formats.ts';
import { secondsOf, stepsOf } from '../../../src/sessions/core/script.ts';
import { stretchChoice } from '../../../src/sessions/core/stretch-choice.ts';
import { readOwn } from '../../../src/sessions/own/read-own.ts';
import type { OwnStretches } from '../../../src/sessions/own/own-stretches.ts';
import { content } from '../../content/data-files.ts';

const BUILT_IN = { content: content.stretches(), poses: new Set(content.poses().keys()) };
const TWIST = `
stretches:
  - id: my-twist
    name: Seated twist
    ready: { cue: Sit upright on a chair. }
    round:
      - { kind: hold, title: Hold, cue: Turn slowly to the side., seconds: 15 }
`;

const read = (text: string): OwnStretches => readOwn({ path: 'stretches.yaml', text }, BUILT_IN);

/** What is said about a file that can't be used. */
function mistakesIn(text: string): readonly string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UsageError) return error.details;
    throw error;
  }
  return [];
}

describe('own stretches', () => {
  it('are read as the help shows them', () => {
    const { stretches, routines } = read(OWN_STRETCHES.replaceAll(/^ {2}/gm, ''));
    expect(stretches.map(({ id }) => id)).toEqual(['my-twist']);
    expect(routines[0]).toMatchObject({ id: 'my-routine', stretches: ['cat-cow', 'my-twist', 'childs-pose'] });
  });

  it('can be JSON', () => {
    const ready = { cue: 'Sit upright on a chair.' };
    const round = [{ kind: 'hold', title: 'Hold', cue: 'Turn slowly to the side.', seconds: 15 }];
    const json = JSON.stringify({ stretches: [{ id: 'my-twist', name: 'Seated twist', ready, round }] });
    expect(read(json)).toEqual(read(TWIST));
  });

  it('are guided like those that are built in, and stop for the same reasons', () => {
    const [twist] = read(`${TWIST}    stop: [a sore hip]\n`).stretches;
    expect(secondsOf(stepsOf([twist!], {}))).toBeGreaterThanOrEqual(30);
    expect(twist!.stop).toEqual([...BUILT_IN.content.stretches[0]!.stop, 'a sore hip']);
  });

  it('say that nobody has checked them', () => {
    expect(read(TWIST).stretches[0]!.dose).toContain("isn't from the guide");
  });

  it.each(['', '\n', '# nothing yet\n', '{}', 'stretches: []'])('may be none: %j', (text) => {
    expect(read(text)).toEqual({ stretches: [], routines: [] });
  });

  it('are refused where one of theirs is refused', () => {
    const { routines } = read('routines:\n  - { id: my-core, name: Mine, stretches: [cat-cow, plank] }\n');
    expect(routines[0]!.refused?.in).toBe('early');
  });

  it('have words in which nothing steers a terminal', () => {
    const { stretches } = read(TWIST.replace('Seated twist', '"A\\e[2J twist\\u202E"'));
    expect(stretches[0]!.name).toBe('A [2J twist');
  });
});

describe('a mistake in own stretches', () => {
  it.each<[string, string, string]>([
    ['a length', TWIST.replace('15', 'long'), 'line 7: seconds must be a whole number from 3 to 180, not "long"'],
    ['a kind', TWIST.replace('hold', 'jump'), 'line 7: kind must be hold or move, not "jump"'],
    ['an unknown field', `${TWIST}    colour: red\n`, "line 8: colour isn't one of id, name,"],
    ['a field that is missing', TWIST.replace('    name: Seated twist\n', ''), 'line 3: stretches 1 must have "name"'],
    [
      'a built-in name',
      TWIST.replace('my-twist', 'cat-cow'),
      'line 3: id is the name of one that is built in: "cat-cow"',
    ],
    ['a built-in routine', TWIST.replace('my-twist', 'core'), 'line 3: id is the name of one that is built in: "core"'],
    [
      'a name with blanks',
      TWIST.replace('my-twist', 'My Twist'),
      'line 3: id must be lower-case words joined by hyphens',
    ],
    [
      'a long name',
      TWIST.replace('Seated twist', 'x'.repeat(25)),
      'line 4: name must have at most 24 characters, not 25',
    ],
    [
      'what a voice could take for a command',
      TWIST.replace('slowly', '<slowly>'),
      'line 7: cue must be a text without brackets',
    ],
    [
      'an unknown pose',
      TWIST.replace('seconds: 15', 'seconds: 15, figure: handstand'),
      'line 7: figure must be all-fours, cat, cow',
    ],
    [
      'an unknown stretch',
      'routines:\n  - id: mine\n    name: Mine\n    stretches:\n      - cat-cow\n      - cat-dog\n',
      'line 6: stretches 2 isn\'t a stretch: "cat-dog"',
    ],
    ['the same name twice', `${TWIST}${TWIST.replace('\nstretches:\n', '')}`, 'line 8: id is there twice: "my-twist"'],
    [
      'too many rounds',
      `${TWIST}    rounds: { usual: 5, min: 1, max: 3 }\n`,
      'line 8: usual must be from min to max, not 5',
    ],
    ['a list', '- cat-cow\n', 'line 1: must have fields'],
    ['a misspelt stretch', 'routines: [{ id: mine, name: Mine, stretches: [cat-cwo] }]', '(did you mean "cat-cow"?)'],
    ['a misspelt word', TWIST.replace('kind: hold', 'kind: hodl'), 'kind can\'t be "hodl" (did you mean "hold"?)'],
    ['a misspelt field', TWIST.replace('name:', 'nmae:'), 'line 3: stretches 1 must have "name"'],
    ['broken JSON', '{"stretches": [}', 'line 1: '],
    [
      'JSON without a comma',
      '{"stretches": [{"id": "a" "name": "b"}]}',
      'a comma, a colon or a quotation mark is missing',
    ],
    ['JSON that ends too soon', '{"stretches": []', 'line 1: something is missing'],
    ['a tab', 'stretches:\n\t- id: x\n', 'line 2: use spaces before the text, not tabs'],
    ['two of a field', `${TWIST}    name: Again\n`, 'line 8: this field is there twice'],
    [
      'a colon in a text',
      TWIST.replace('Turn slowly', 'Now: turn'),
      'line 7: put a text with a colon in quotation marks',
    ],
    ['a colon in a line', `${TWIST}    care: Note: be slow\n`, 'line 8: put a text with a colon in quotation marks'],
    ['a comma in a text', TWIST.replace('slowly', 'slowly, then back'), 'put a text with a comma in quotation marks'],
    ['a sign at the start', `${TWIST}    dose: "3" @ home\n`, 'line 8: '],
    ['a reference to nothing', `${TWIST}    dose: *daily\n`, 'put a text that starts with * or & in quotation marks'],
    ['an open quotation mark', TWIST.replace('Seated twist', '"Seated twist'), 'something is missing'],
    ['an open bracket', TWIST.replace('chair. }', 'chair.'), "a bracket isn't closed"],
    ['a field without a colon', 'stretches\n  - id: my-twist\n', 'line 1: the name of a field needs a colon after it'],
    ['two documents', `${TWIST}---\n${TWIST}`, 'line 8: leave out the line "---"'],
  ])('is named with its line: %s', (_, text, mistake) => {
    expect(mistakesIn(text).join('\n')).toContain(mistake);
  });

  it('names five, and counts the others', () => {
    const many = Array.from({ length: 8 }, (_, at) => `  - id: BAD ${at}`).join('\n');
    const found = mistakesIn(`stretches:\n${many}\n`);
    expect(found).toHaveLength(6);
    expect(found.at(-1)).toMatch(/^and \d+ other mistakes$/);
  });

  it('does not grow without end', () => {
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `a${at}: &a${at} [${Array.from({ length: 9 }, () => (at === 0 ? 'x' : `*a${at - 1}`)).join()}]`,
    );
    expect(mistakesIn(laughs.join('\n'))[0]).toMatch(/there may be few references/);
  });

  it('is never a fault of the program', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => TWIST + text),
        ),
        (text) => {
          for (const line of mistakesIn(text)) expect(line).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
        },
      ),
    );
  });
});

function choose(...names: string[]) {
  return stretchChoice(BUILT_IN.content, names);
}

describe('several names', () => {
  it('are done one after the other, each once', () => {
    expect(choose('cat-cow', "child's pose").stretches.map(({ id }) => id)).toEqual(['cat-cow', 'childs-pose']);
    expect(choose('all', 'cat-cow').stretches).toHaveLength(5);
    expect(choose('cat-cow', 'childs-pose').name).toBe("Cat-cow, Child's pose");
  });

  it('are refused together where one of them is, and count as core exercises only if all are', () => {
    expect(choose('cat-cow', 'plank').routine).toMatchObject({ refused: { in: 'early' }, therapy: 'stretch' });
    expect(choose('bridge', 'plank').routine.therapy).toBe('core');
  });

  it('name the one that isn’t there', () => {
    expect(() => choose('cat-cow', 'cat-dog')).toThrow(
      'there is no stretch or routine "cat-dog" (did you mean "cat-cow"?)',
    );
  });
});
