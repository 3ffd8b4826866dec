import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COMMANDS,
  type CommandName,
  commandMeans,
  readRequest,
  type Request,
  writeRequest,
} from '../../src/sessions/core/commands.ts';
import { extendBy } from '../../src/sessions/core/machine.ts';
import { therapyScript } from './scripts.ts';
import { MINUTE, Run, SECOND } from './stepping.ts';

const means = (run: Run) =>
  Object.fromEntries(COMMANDS.map((name) => [name, Object.values(commandMeans({ name }, run.session))[0]] as const));

const ice = () => new Run(therapyScript('ice'));

describe('what a command means', () => {
  it.each<[string, Run, Partial<Record<CommandName, string>>]>([
    ['while one gets ready', ice(), { done: 'skip', pause: 'pause', resume: 'not-paused', stop: 'stop' }],
    ['with ice on', ice().ready(), { done: 'nothing-asked', pause: 'pause', extend: 'extend', stop: 'stop' }],
    ['paused', ice().ready().does('pause'), { done: 'nothing-asked', pause: 'paused', resume: 'resume' }],
    ['when it hurts', ice().ready().does('hurts'), { done: 'hurts', resume: 'hurts', extend: 'hurts', stop: 'stop' }],
    [
      'when it is over and nobody has said that it is off',
      ice()
        .ready()
        .lives(30 * MINUTE),
      { done: 'acknowledge', pause: 'unconfirmed', resume: 'unconfirmed', extend: 'unconfirmed', stop: 'unconfirmed' },
    ],
    ['once it is over', ice().ready().does('stop'), { done: 'over', pause: 'over', resume: 'over', stop: 'over' }],
    [
      'at a skin check',
      ice()
        .ready()
        .lives(5 * MINUTE + SECOND),
      { done: 'confirm', pause: 'pause', stop: 'stop' },
    ],
  ])('%s', (_, run, wanted) => {
    expect(means(run)).toMatchObject(wanted);
  });

  it('never makes a step longer than the data allows, however much is asked for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ice', 'heat', 'contrast', 'walk'),
        fc.array(fc.integer({ min: 1, max: 20 })),
        (id, all) => {
          let { session } = new Run(therapyScript(id)).ready();
          const { most } = session.script.steps[session.at]!;
          for (const minutes of all) ({ session } = extendBy(session, minutes * 60, session.seen));
          expect(session.length).toBeLessThanOrEqual(most * SECOND);
        },
      ),
    );
  });
});

describe('a request as the name of a file', () => {
  const request = fc.oneof(
    fc.string({ minLength: 1, maxLength: 20 }).map((press): Request => ({ press })),
    fc
      .record({ name: fc.constantFrom(...COMMANDS), minutes: fc.integer({ min: 0, max: 99 }) })
      .map((command): Request => ({ command })),
    fc.constantFrom(...COMMANDS).map((name): Request => ({ command: { name } })),
  );

  it('is read as it was written, and leads nowhere', () => {
    fc.assert(
      fc.property(request, (one) => {
        const text = writeRequest(one);
        expect(text).toMatch(/^[a-z]+(?:-[0-9a-f]+)?$/);
        expect(readRequest(text)).toEqual(one);
      }),
    );
  });

  it('is nothing else', () => {
    for (const text of ['', 'erase', 'stop-x', 'press', 'press-zz', 'stop/../x', '..', 'extend-1e9', 'extend-99999'])
      expect(readRequest(text), text).toBeUndefined();
  });
});
