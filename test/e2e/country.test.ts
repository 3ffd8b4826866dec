import { describe, expect, test } from 'vitest';
import type { Variables } from './harness/environment.ts';
import { runProgram, type Outcome } from './process.ts';
import { ORDINARY_ANSWERS } from './support/triage.ts';
import { jsonError, readJson } from './support/programs.ts';

interface Numbers {
  readonly emergencyNumber: string;
  readonly emergencyCountry?: { readonly code: string; readonly name: string; readonly guessed: boolean };
}

const FEVER = '{"signs":["fever"]}';
const FALLBACK = 'your local emergency number (112 works on most mobile phones)';

function numbersFor(args: string[], env: Variables = {}): Promise<Numbers> {
  return readJson(['triage', '--answers', '-', '--json', ...args], { input: FEVER, env });
}

function resultFor(args: string[], env: Variables = {}): Promise<Outcome> {
  return runProgram(['triage', '--answers', '-', ...args], { input: FEVER, env });
}

describe.concurrent('a country that was named', () => {
  test('GB has 999', async () => {
    const numbers = await numbersFor(['--country', 'GB']);
    expect(numbers).toMatchObject({
      emergencyNumber: '999 or 112',
      emergencyCountry: { code: 'GB', name: 'United Kingdom', guessed: false },
    });
  });

  test('NZ has 111, and the country is named with it', async () => {
    const numbers = await numbersFor(['--country', 'NZ']);
    expect(numbers).toMatchObject({ emergencyNumber: '111', emergencyCountry: { name: 'New Zealand' } });
    const { stdout } = await resultFor(['--country', 'NZ']);
    expect(stdout).toMatch(/\b111\b/);
    expect(stdout).toContain('New Zealand');
  });

  test('US has 911', async () => {
    expect(await numbersFor(['--country', 'US'])).toMatchObject({ emergencyNumber: '911' });
  });

  test('can be written in lower case', async () => {
    expect(await numbersFor(['--country', 'gb'])).toEqual(await numbersFor(['--country', 'GB']));
  });

  test('can be set in UNSPASM_COUNTRY; the option is stronger', async () => {
    const env = { UNSPASM_COUNTRY: 'de' };
    expect(await numbersFor([], env)).toMatchObject({ emergencyNumber: '112', emergencyCountry: { code: 'DE' } });
    expect(await numbersFor(['--country', 'NZ'], env)).toMatchObject({ emergencyNumber: '111' });
  });

  test('may be named as people name it', async () => {
    expect(await numbersFor(['--country', 'UK'])).toMatchObject({ emergencyCountry: { code: 'GB' } });
    expect(await numbersFor([], { UNSPASM_COUNTRY: 'New Zealand' })).toMatchObject({ emergencyNumber: '111' });
  });

  test('has no number of its own where none was checked', async () => {
    expect(await numbersFor(['--country', 'AD'])).toMatchObject({ emergencyNumber: FALLBACK });
  });
});

describe.concurrent('a country that there is not', () => {
  const input = JSON.stringify(ORDINARY_ANSWERS);

  test('is refused with exit code 2', async () => {
    const { code, stdout, stderr } = await runProgram(['triage', '--answers', '-', '--country', 'XX'], { input });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`--country: "XX" isn't a country`);
  });

  test('is refused where a script has none to give, whatever the settings name', async () => {
    const args = ['triage', '--answers', '-', '--country', ''];
    const { code, stderr } = await runProgram(args, { input, env: { UNSPASM_COUNTRY: 'GB' } });
    expect([code, stderr]).toEqual([2, expect.stringContaining('--country: "" isn\'t a country')]);
  });

  test('is refused as JSON with --json', async () => {
    const outcome = await runProgram(['triage', '--answers', '-', '--country', 'XX', '--json'], { input });
    expect(jsonError(outcome, 2).code).toBe('unknown-country');
  });

  test.each(['XX', ''])('does not hold an emergency back, and is named: %j', async (country) => {
    const { code, stdout, stderr } = await resultFor(['--country', country, '--json']);
    expect({ code, ...(JSON.parse(stdout) as object) }).toMatchObject({ code: 0, level: 'emergency' });
    expect(stderr).toContain(`unspasm: --country: "${country}" isn't a country`);
  });

  test('does not hold help back where it stands in UNSPASM_COUNTRY, which is named', async () => {
    const { code, stdout, stderr } = await resultFor([], { UNSPASM_COUNTRY: 'XX' });
    expect(code).toBe(0);
    expect(stdout).toContain('Call your local emergency number');
    expect(stderr).toContain('UNSPASM_COUNTRY');
  });

  test('is refused before anything is asked', async () => {
    const { code, stderr } = await runProgram(['triage', '--country', 'XX'], { input: 'none\n' });
    expect(code).toBe(2);
    expect(stderr).not.toContain('1/11');
  });

  test('is not mistaken for one that has nothing to do with it', async () => {
    const { stderr } = await resultFor(['--country', 'UX']);
    expect(stderr).not.toMatch(/did you mean "(?!UK|US|UA|UG|UY|UZ|UM)/);
  });
});

describe.concurrent('without a country', () => {
  test('time zone and locale that agree give a guess, shown as one, with the fallback', async () => {
    const { emergencyNumber, emergencyCountry } = await numbersFor([], { TZ: 'Europe/London', LANG: 'en_GB.UTF-8' });
    expect(emergencyNumber).toMatch(/^999 or 112 if you are in the United Kingdom \(a guess\)/);
    expect(emergencyNumber).toContain(FALLBACK);
    expect(emergencyCountry).toEqual({ code: 'GB', name: 'United Kingdom', guessed: true });
  });

  test('the guess is shown as one in the text', async () => {
    const { stdout } = await resultFor([], { TZ: 'Europe/London', LANG: 'en_GB.UTF-8' });
    const text = stdout.replace(/[\s┃]+/g, ' ');
    expect(text).toContain(`999 or 112 if you are in the United Kingdom (a guess); otherwise ${FALLBACK}`);
  });

  test.for([
    { TZ: 'UTC', LANG: 'en_US.UTF-8' },
    { TZ: 'Europe/Berlin', LANG: 'en_US.UTF-8' },
    { TZ: 'America/New_York', LANG: 'de_DE.UTF-8' },
    { TZ: 'America/New_York', LANG: 'C' },
    { TZ: 'Europe/London', LANG: 'en_US.UTF-8' },
    { TZ: 'Pacific/Auckland', LANG: 'en_GB.UTF-8' },
    { TZ: 'EST5EDT', LANG: 'en_US.UTF-8' },
    { TZ: ':', LANG: 'en_US.UTF-8' },
  ])('%j gives the fallback, and never 911 or 111', async (env) => {
    expect(await numbersFor([], env)).not.toHaveProperty('emergencyCountry');
    const { stdout } = await resultFor([], env);
    expect(stdout.replace(/[\s┃|]+/g, ' ')).toContain(`Call ${FALLBACK}`);
    expect(stdout).not.toMatch(/911|111|999/);
  });

  test('a result below an emergency names no number but the fallback', async () => {
    const input = JSON.stringify({ ...ORDINARY_ANSWERS, signs: ['upper-back'] });
    const { stdout } = await runProgram(['triage', '--answers', '-'], { input });
    expect(stdout).not.toMatch(/911|111|999/);
  });
});
