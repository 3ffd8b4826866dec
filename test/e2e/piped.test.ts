import { describe, expect, test } from 'vitest';
import { runProgram } from './process.ts';
import { startTerminal } from './terminal.ts';
import { ORDINARY_ANSWERS, screenAt } from './support/triage.ts';

const ORDINARY_INPUT = 'none\nnone\nnone\nnone\nnone\n3\n1\n6\n2\n2\n1\n';
const ANY_HEADLINE = /ambulance now|emergency help now|emergency department now|within 24 hours|next few days|at home/i;

describe.concurrent('triage that is answered through a pipe', () => {
  test('asks on standard error, and gives the result alone on standard output', async () => {
    const asked = await runProgram(['triage'], { input: ORDINARY_INPUT });
    const answers = JSON.stringify(ORDINARY_ANSWERS);
    const told = await runProgram(['triage', '--answers', '-'], { input: answers });
    expect(asked.code).toBe(0);
    expect(asked.stdout).toBe(told.stdout);
    expect(asked.stderr).toMatch(/^For 16 and over[^]*\n1 of 11: Act now\n[^]*\n11 of 11: /);
  });

  test('writes no escape code and no carriage return', async () => {
    const { stdout, stderr } = await runProgram(['triage'], { input: ORDINARY_INPUT });
    expect(stdout + stderr).not.toMatch(/[\u001B\r]/);
  });

  test('tells an emergency as soon as it is certain', async () => {
    const { code, stdout } = await runProgram(['triage'], { input: 'none\n3\n' });
    expect(code).toBe(0);
    expect(stdout).toContain('GO TO AN EMERGENCY DEPARTMENT NOW');
  });

  test('gives one JSON document with --json', async () => {
    const { code, stdout } = await runProgram(['triage', '--json'], { input: ORDINARY_INPUT });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, level: 'self-care', notAsked: [] });
  });

  test('does not mind line ends of another system, nor a last line without one', async () => {
    const input = ORDINARY_INPUT.replaceAll('\n', '\r\n').trimEnd();
    const { code, stdout } = await runProgram(['triage'], { input });
    expect(code).toBe(0);
    expect(stdout).toContain('No emergency signs were reported');
  });

  test('refuses gibberish and takes the next line', async () => {
    const { code, stderr } = await runProgram(['triage'], { input: `hmm\n${ORDINARY_INPUT}` });
    expect(stderr).toContain('"hmm" isn\'t one of the numbers from 1 to 12.');
    expect(code).toBe(0);
  });
});

describe.concurrent('without any answer', () => {
  test.for([
    ['an empty pipe', { input: '' }],
    ['/dev/null', { stdin: 'ignore' }],
    ['an empty pipe and CI=true', { input: '', env: { CI: 'true' } }],
  ] as const)('%s is refused with exit code 2, naming --answers', async ([, options]) => {
    const { code, stdout, stderr } = await runProgram(['triage'], options);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining('--answers') });
  });

  test.for([
    [['triage', '--no-input'], {}],
    [['--no-input', 'triage'], {}],
    [['triage'], { UNSPASM_NO_INPUT: '1' }],
  ] as const)('%j with %j is refused, however much could be read', async ([args, env]) => {
    const { code, stdout, stderr } = await runProgram([...args], { env, input: ORDINARY_INPUT });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--answers');
    expect(stderr).not.toContain('1/11');
  });

  test('--no-input asks nothing in a terminal either', async ({ onTestFinished }) => {
    const terminal = startTerminal(['triage', '--no-input']);
    onTestFinished(() => terminal.close());
    expect(await terminal.exited()).toEqual({ code: 2, signal: null });
    expect(terminal.screen()).toMatch(/^unspasm: this needs answers, but input is turned off\n.*--answers/);
  });
});

describe.concurrent('input that ends midway', () => {
  test.for(['none\n', 'none\nnone\nnone\nnone\nnone\n3\n', 'hmm\n', ORDINARY_INPUT.slice(0, -2)])(
    '%j is exit code 1, and no result is assumed',
    async (input) => {
      const { code, stdout, stderr } = await runProgram(['triage'], { input });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain('the input ended');
      expect(stderr).not.toMatch(ANY_HEADLINE);
    },
  );

  test('is told as JSON with --json', async () => {
    const { code, stdout, stderr } = await runProgram(['triage', '--json'], { input: 'none\n' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const last = stderr.trimEnd().split('\n').at(-1)!;
    expect(JSON.parse(last)).toMatchObject({ error: { code: 'input-ended' } });
  });
});

describe.concurrent('CI=true changes nothing', () => {
  test('through a pipe', async () => {
    const [here, inCi] = await Promise.all([
      runProgram(['triage'], { input: ORDINARY_INPUT }),
      runProgram(['triage'], { input: ORDINARY_INPUT, env: { CI: 'true' } }),
    ]);
    expect(inCi).toEqual(here);
  });

  test('in a terminal', async ({ onTestFinished }) => {
    const terminals = [{}, { CI: 'true' }].map((env) => startTerminal(['triage'], { env }));
    onTestFinished(async () => void (await Promise.all(terminals.map((terminal) => terminal.close()))));
    await Promise.all(terminals.map((terminal) => terminal.waitFor(screenAt(1))));
    const [here, inCi] = terminals.map((terminal) => terminal.output());
    expect(inCi).toBe(here);
  });
});
