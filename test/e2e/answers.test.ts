import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeHome, removeHome } from './harness/environment.ts';
import { runProgram, type Outcome } from './process.ts';
import { ORDINARY_ANSWERS } from './support/triage.ts';
import { GUIDE_SIGNS } from '../triage/answers.ts';
import { jsonError, readJson } from './support/programs.ts';
import { askQuestions } from './support/questions.ts';

interface ResultDocument {
  readonly schemaVersion: number;
  readonly level: string;
  readonly headline: string;
  readonly reasons: readonly { id: string; level: string; label: string; sources: readonly string[] }[];
  readonly plan: readonly { id: string; text: string; command?: string; passage?: string }[];
  readonly safetyNet: readonly unknown[];
  readonly emergencyNumber?: string;
  readonly notAsked: readonly string[];
}

const LEVELS = ['ambulance', 'emergency', 'urgent', 'clinician', 'self-care'];

const folder = makeHome();
afterAll(() => removeHome(folder));

let files = 0;

function fileOf(text: string): string {
  files += 1;
  const path = join(folder, `answers-${files}.json`);
  writeFileSync(path, text);
  return path;
}

/** Decides on answers that come through the pipe. */
function decide(answers: unknown): Promise<ResultDocument> {
  return readJson(['triage', '--answers', '-', '--json'], { input: JSON.stringify(answers) });
}

/** The same, where the answers are no JSON or are to be refused. */
function tryText(input: string): Promise<Outcome> {
  return runProgram(['triage', '--answers', '-', '--json'], { input });
}

function tryAnswers(answers: unknown): Promise<Outcome> {
  return tryText(JSON.stringify(answers));
}

function tryFile(path: string): Promise<Outcome> {
  return runProgram(['triage', '--answers', path, '--json']);
}

async function refusal(answers: unknown): Promise<string> {
  const { code, message, hint } = jsonError(await tryAnswers(answers), 2);
  expect(code).toBe('bad-answers');
  expect(hint).toContain('--questions --json');
  return message;
}

describe.concurrent('triage --questions --json', () => {
  test('lists checklists with their signs, as the contract says', async () => {
    const { schemaVersion, checklists } = await askQuestions();
    expect(schemaVersion).toBe(1);
    for (const { id, title, signs } of checklists) {
      expect([id, title]).toEqual([expect.stringMatching(/^[a-z-]+$/), expect.any(String)]);
      for (const sign of signs) {
        expect(Object.keys(sign)).toEqual(['id', 'label', 'details', 'level', 'sources']);
        expect(LEVELS).toContain(sign.level);
        expect(sign.sources.length).toBeGreaterThan(0);
      }
    }
  });

  test('lists the seven signs of the guide, each an emergency at least', async () => {
    const { checklists } = await askQuestions();
    const signs = checklists.flatMap((list) => list.signs);
    const levels = GUIDE_SIGNS.map((id) => signs.find((sign) => sign.id === id)?.level);
    expect(levels.filter((level) => level !== 'emergency' && level !== 'ambulance')).toEqual([]);
  });

  test('lists questions with their choices or their range', async () => {
    const { questions } = await askQuestions();
    for (const { id, prompt, type, choices, min, max, unit } of questions) {
      expect([id, prompt]).toEqual([expect.stringMatching(/^[a-z-]+$/), expect.any(String)]);
      if (type === 'choice') expect(choices!.every((choice) => choice.id && choice.label)).toBe(true);
      else
        expect([type, min, max, unit]).toEqual(['integer', expect.any(Number), expect.any(Number), expect.any(String)]);
    }
  });

  test('offers nothing that --answers would not take', async () => {
    const { questions } = await askQuestions();
    const first = questions.map(({ id, choices, max }) => [id, choices ? choices.at(-1)!.id : max]);
    const { notAsked } = await decide({ signs: [], ...Object.fromEntries(first) });
    expect(notAsked).toEqual([]);
  });

  test('can be read without --json, too', async () => {
    const { code, stdout, stderr } = await runProgram(['triage', '--questions']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('How old are you?');
  });
});

describe.concurrent('triage --answers', () => {
  test('gives the document of the contract', async () => {
    const result = await decide({ ...ORDINARY_ANSWERS, signs: ['upper-back'] });
    const { emergencyCountry: _, ...contract } = result as ResultDocument & { emergencyCountry?: unknown };
    expect(contract).toEqual({
      schemaVersion: 1,
      level: 'urgent',
      headline: expect.any(String),
      reasons: [{ id: 'upper-back', level: 'urgent', label: expect.any(String), sources: expect.any(Array) }],
      plan: expect.any(Array),
      safetyNet: expect.any(Array),
      emergencyNumber: expect.any(String),
      notAsked: [],
    });
  });

  test('names commands that exist and passages of the guide in the plan', async () => {
    const { plan } = await decide(ORDINARY_ANSWERS);
    const commands = plan.flatMap(({ command = [] }) => command);
    const passages = plan.flatMap(({ passage = [] }) => passage);
    expect(commands.length).toBeGreaterThan(0);
    const runs = [
      ...commands.map((line) => [...line.split(' ').slice(1), '--json']),
      ...passages.map((id) => ['guide', id]),
    ];
    const outcomes = await Promise.all(runs.map((args) => runProgram(args)));
    expect(outcomes.filter(({ code }) => code !== 0)).toEqual([]);
  });

  test('reads a file as it reads standard input', async () => {
    const path = fileOf(JSON.stringify(ORDINARY_ANSWERS));
    const fromFile = await readJson(['triage', '--answers', path, '--json']);
    expect(fromFile).toEqual(await decide(ORDINARY_ANSWERS));
  });

  test('reads a file whose path is relative', async () => {
    const path = fileOf(JSON.stringify(ORDINARY_ANSWERS));
    const name = path.slice(folder.length + 1);
    expect(await readJson(['triage', '--json', '--answers', name], { cwd: folder })).toMatchObject({
      level: 'self-care',
    });
  });

  test('takes --answers=FILE, too', async () => {
    const path = fileOf(JSON.stringify(ORDINARY_ANSWERS));
    expect(await readJson(['triage', `--answers=${path}`, '--json'])).toMatchObject({ level: 'self-care' });
  });

  test('reads text that begins with a byte order mark', async () => {
    const text = `\uFEFF${JSON.stringify(ORDINARY_ANSWERS)}`;
    const [piped, read] = await Promise.all([tryText(text), runProgram(['triage', '--answers', fileOf(text)])]);
    expect(JSON.parse(piped.stdout)).toMatchObject({ level: 'self-care' });
    expect(read.code).toBe(0);
  });

  test('gives text without --json, on standard output alone', async () => {
    const outcome = await runProgram(['triage', '--answers', '-'], { input: JSON.stringify(ORDINARY_ANSWERS) });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain('No emergency signs were reported');
  });

  test('takes a sign in neither list for a "no"', async () => {
    expect(await decide({ ...ORDINARY_ANSWERS, unsure: [] })).toMatchObject({ level: 'self-care', reasons: [] });
  });

  test('is exit code 0 whatever it finds', async () => {
    const levels = ['chest-pain', 'fever', 'night-rest', 'one-leg-pain', 'diabetes'].map(async (sign) => {
      const { level } = await decide({ ...ORDINARY_ANSWERS, signs: [sign] });
      return level;
    });
    expect(await Promise.all(levels)).toEqual(LEVELS);
  });
});

describe.concurrent('an emergency', () => {
  test.for(GUIDE_SIGNS)('is decided by %s alone; what is unanswered is listed', async (sign) => {
    const { questions } = await askQuestions();
    const { level, notAsked } = await decide({ signs: [sign] });
    expect(['ambulance', 'emergency']).toContain(level);
    expect(notAsked).toEqual(questions.map(({ id }) => id));
  });

  test('is decided by a sign that one is not sure about', async () => {
    const { level, reasons } = await decide({ signs: [], unsure: ['chest-pain'] });
    expect(level).toBe('ambulance');
    expect(reasons).toMatchObject([{ id: 'chest-pain', level: 'ambulance' }]);
  });

  test('lists as not asked only what was not answered', async () => {
    const { notAsked } = await decide({ signs: ['fever'], age: '20-44', pain: 3 });
    expect(notAsked).toEqual(['onset', 'course', 'earlier', 'trigger']);
  });

  test('is not held back by a slip elsewhere; the slip is told on standard error', async () => {
    const { code, stdout, stderr } = await tryAnswers({ signs: ['fever', 'fevr'], pain: 99, sleep: 'bad' });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ level: 'emergency' });
    for (const slip of ['"fevr"', '99', '"sleep"']) expect(stderr).toContain(slip);
  });
});

describe.concurrent('refused by name, with exit code 2, is', () => {
  test('every answer that is missing', async () => {
    const message = await refusal({ signs: [], age: '20-44' });
    for (const id of ['onset', 'pain', 'course', 'earlier', 'trigger']) expect(message).toContain(`"${id}"`);
    expect(message).not.toContain('"age"');
  });

  test('an answer that is missing beside a sign that is no emergency', async () => {
    expect(await refusal({ signs: ['upper-back'] })).toContain('"onset"');
  });

  test.for([
    ['signs', 'upper-bac', 'upper-back'],
    ['signs', 'one_leg_pain', 'one-leg-pain'],
    ['unsure', 'diabetis', 'diabetes'],
  ] as const)('an unknown sign in "%s": %s, with %s as the nearest', async ([list, typed, near]) => {
    const message = await refusal({ ...ORDINARY_ANSWERS, [list]: [typed] });
    expect(message).toContain(`"${typed}"`);
    expect(message).toContain(`did you mean "${near}"?`);
  });

  test('an unknown question, with the nearest one', async () => {
    const message = await refusal({ ...ORDINARY_ANSWERS, triger: 'lifting' });
    expect(message).toContain('"triger" (did you mean "trigger"?)');
  });

  test('a word that is near to nothing, without a guess', async () => {
    const message = await refusal({ ...ORDINARY_ANSWERS, signs: ['moonlight-sonata'] });
    expect(message).toContain('"moonlight-sonata"');
    expect(message).not.toContain('did you mean');
  });

  test.for([
    ['pain', 11],
    ['pain', -1],
    ['pain', 6.5],
    ['pain', '6'],
    ['pain', true],
    ['pain', null],
    ['age', 44],
    ['age', 'old'],
    ['onset', ['under-24-hours']],
    ['trigger', {}],
  ] as const)('an impossible value: "%s" as %j', async ([id, value]) => {
    const message = await refusal({ ...ORDINARY_ANSWERS, [id]: value });
    expect(message).toContain(`"${id}"`);
    expect(message).toContain(JSON.stringify(value));
  });

  test.for([
    [{}, '"signs" is missing'],
    [{ unsure: ['fever'] }, '"signs" is missing'],
    [{ signs: 'fever' }, '"signs" isn\'t a list'],
    [{ signs: { fever: true } }, '"signs" isn\'t a list'],
    [{ signs: null }, '"signs" isn\'t a list'],
    [{ signs: [], unsure: 'fever' }, '"unsure" isn\'t a list'],
    [{ ...ORDINARY_ANSWERS, signs: [1] }, 'unknown sign in "signs": 1'],
    [[], "aren't a JSON object"],
    ['fever', "aren't a JSON object"],
    [null, "aren't a JSON object"],
    [7, "aren't a JSON object"],
  ] as const)('a wrong type: %j', async ([answers, why]) => {
    expect(await refusal(answers)).toContain(why);
  });

  test('everything at once, not only the first', async () => {
    const message = await refusal({ signs: ['upper-bac'], pain: 11, triger: 'lifting', age: '20-44' });
    for (const name of ['"upper-bac"', '11', '"triger"', '"onset"']) expect(message).toContain(name);
  });

  test.for(['', 'fever', '{"signs":["fever"]', '{"signs":["fever"],}', "{'signs':[]}"])(
    'text that is no JSON: %j',
    async (text) => {
      const { code, message } = jsonError(await tryText(text), 2);
      expect(code).toBe('bad-json');
      expect(message).toContain("aren't valid JSON");
    },
  );

  test('the same without --json: plain lines, nothing on standard output', async () => {
    const { code, stdout, stderr } = await runProgram(['triage', '--answers', '-'], {
      input: '{"signs":["upper-bac"]}',
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^unspasm: [^]*"upper-bac" \(did you mean "upper-back"\?\)/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe.concurrent('a file that cannot be read is told with exit code 1', () => {
  test('as there is none', async () => {
    const { code, message } = jsonError(await tryFile('/nowhere/answers.json'), 1);
    expect(code).toBe('unreadable');
    expect(message).toContain('/nowhere/answers.json');
    expect(message).toContain('no such file');
  });

  test('as it is a folder', async () => {
    const path = join(folder, 'a-folder');
    mkdirSync(path);
    expect(jsonError(await tryFile(path), 1).message).toContain('it is a folder');
  });

  test('without --json in plain words', async () => {
    const { code, stdout, stderr } = await runProgram(['triage', '--answers', '/nowhere/answers.json']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^unspasm: can't read \/nowhere\/answers\.json: there is no such file\n/);
  });
});

describe.concurrent('every error with --json', () => {
  const runs: [string, string[], string][] = [
    ['an unknown command', ['trage', '--json'], ''],
    ['an unknown option', ['triage', '--sings', '--json'], ''],
    ['an option without its value', ['triage', '--json', '--answers'], ''],
    ['too many arguments', ['rest', 'now', '--json'], ''],
    ['an unknown topic', ['guide', 'moonlight', '--json'], ''],
    ['an unknown country', ['triage', '--country', 'XX', '--json'], ''],
    ['answers that are no JSON', ['triage', '--answers', '-', '--json'], 'fever'],
    ['answers that are missing', ['triage', '--answers', '-', '--json'], '{"signs":[]}'],
    ['nothing to read', ['triage', '--no-input', '--json'], ''],
    ['a file that is not there', ['triage', '--answers', '/nowhere', '--json'], ''],
  ];

  test.for(runs)('is one document on standard error: %s', async ([, args, input]) => {
    const outcome = await runProgram(args, { input });
    const error = jsonError(outcome, outcome.code === 1 ? 1 : 2);
    expect(error).toEqual({
      code: expect.stringMatching(/^[a-z-]+$/i),
      message: expect.stringMatching(/\S/),
      hint: expect.stringMatching(/\S/),
    });
  });
});

describe.concurrent('every other command with --json', () => {
  test.for([['guide'], ['guide', 'first-aid'], ['guide', 'rice-ice'], ['rest'], ['medicines']])(
    '%j gives one document with its version',
    async (args) => {
      expect(await readJson([...args, '--json'])).toMatchObject({ schemaVersion: 1 });
    },
  );
});

test.concurrent('under 16 is decided without the other answers, and sends to a doctor', async () => {
  const { level, plan } = await decide({ signs: [], age: 'under-16' });
  expect(level).toBe('clinician');
  expect(plan.map(({ text }) => text).join(' ')).toMatch(/doctor/);
  expect(plan.map(({ text }) => text).join(' ')).not.toMatch(/\bice\b|heat|stretch/i);
});
