import { didYouMean } from '../../text/did-you-mean.ts';
import type { Check, Problem } from './fields.ts';
import { list, oneOf, record, text, whole } from './fields.ts';
import type { BuiltIn, OwnFile } from './own-stretches.ts';

// The limits are those of data/schema/, so that what is written fits every screen, and is read aloud well.
const ID = text(32, [/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, such as my-twist']);
const NAME = text(24);
/** Programs that read aloud take some signs for commands. */
const CUE = text(110, [/^[^()[\]{}<>&/]+$/, 'a text without brackets, <, >, & and /']);
const TIMES = record(new Map(['usual', 'min', 'max'].map((name) => [name, whole(1, 10)])), ['usual', 'min', 'max']);
const ROUTINE = record(
  new Map<string, Check>([
    ['id', ID],
    ['name', NAME],
    ['summary', text(72)],
    ['stretches', list(ID, 1, 8)],
  ]),
  ['id', 'name', 'stretches'],
);

/** Checks what a user's file says. @returns what is wrong with it; nothing if it can be used */
export function checkOwn(value: unknown, { content, poses }: BuiltIn): Problem[] {
  const file = record(
    new Map([
      ['stretches', list(stretchCheck([...poses]), 0, 50)],
      ['routines', list(ROUTINE, 0, 50)],
    ]),
    [],
  );
  const shape = file(value, []);
  // Names and lengths are compared only in what has the right form.
  return shape.length > 0 ? shape : [...checkNames(value as OwnFile, content), ...checkRanges(value as OwnFile)];
}

function stretchCheck(poses: readonly string[]): Check {
  const ready = moveCheck(poses, ['ready'], [15, 120], ['cue']);
  const act = moveCheck(poses, ['hold', 'move'], [3, 180], ['kind', 'title', 'cue', 'seconds']);
  const change = moveCheck(poses, ['switch', 'rest'], [4, 60], ['cue', 'seconds']);
  return record(
    new Map<string, Check>([
      ['id', ID],
      ['name', NAME],
      ['position', oneOf('back', 'hands-knees', 'front', 'side', 'sitting', 'standing')],
      ['ready', ready],
      ['round', list(act, 1, 4)],
      ['sides', change],
      ['between', change],
      ['rounds', TIMES],
      ['stop', list(text(64), 1, 5)],
      ['steps', list(text(90), 1, 6)],
      ['dose', text(190)],
      ['care', list(text(110), 1, 5)],
    ]),
    ['id', 'name', 'ready', 'round'],
  );
}

function moveCheck(
  poses: readonly string[],
  kinds: readonly string[],
  [least, most]: readonly [number, number],
  required: readonly string[],
): Check {
  return record(
    new Map<string, Check>([
      ['kind', oneOf(...kinds)],
      ['title', NAME],
      ['cue', CUE],
      ['seconds', whole(least, most)],
      ['most', whole(least, most)],
      ['figure', oneOf(...poses)],
    ]),
    required,
  );
}

// A name stands for one thing: what is built in was checked by others, and must not be replaced.
function checkNames({ stretches = [], routines = [] }: OwnFile, content: BuiltIn['content']): Problem[] {
  const builtIn = new Set([...content.stretches, ...content.routines].map(({ id }) => id));
  const own = [
    ...stretches.map(({ id }, at) => ({ id, at: ['stretches', at, 'id'] })),
    ...routines.map(({ id }, at) => ({ id, at: ['routines', at, 'id'] })),
  ];
  const taken = own.flatMap(({ id, at }, index) => {
    if (builtIn.has(id)) return [{ at, text: `is the name of one that is built in: "${id}"` }];
    return own.slice(0, index).some((one) => one.id === id) ? [{ at, text: `is there twice: "${id}"` }] : [];
  });
  const known = [...content.stretches, ...stretches].map(({ id }) => id);
  const unknown = routines.flatMap(({ stretches: ids }, at) =>
    ids.flatMap((id, index) =>
      known.includes(id)
        ? []
        : [{ at: ['routines', at, 'stretches', index], text: `isn't a stretch: "${id}"${didYouMean(id, known)}` }],
    ),
  );
  return [...taken, ...unknown];
}

// What each number allows was checked before; this is how they go together.
function checkRanges({ stretches = [] }: OwnFile): Problem[] {
  return stretches.flatMap(({ rounds, round }, at) => [
    ...(rounds && (rounds.usual < rounds.min || rounds.usual > rounds.max)
      ? [{ at: ['stretches', at, 'rounds', 'usual'], text: `must be from min to max, not ${rounds.usual}` }]
      : []),
    ...round.flatMap(({ seconds, most }, index) =>
      most !== undefined && most < seconds!
        ? [{ at: ['stretches', at, 'round', index, 'most'], text: `must be at least ${seconds}, not ${most}` }]
        : [],
    ),
  ]);
}
