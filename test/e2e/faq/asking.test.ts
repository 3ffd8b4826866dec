import { describe, expect, it } from 'vitest';
import { runProgram } from '../process.ts';
import { jsonError, readJson } from '../support/programs.ts';

interface Answer {
  readonly schemaVersion: number;
  readonly query: string;
  readonly answered: boolean;
  readonly warningSigns: unknown[];
  readonly results: readonly { id: string; title: string; text: string; score: number }[];
}

describe('a question', () => {
  it('is answered by the passage that fits, its command and its sources', async () => {
    const { code, stdout, stderr } = await runProgram(['faq', 'should I use a cold pack']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Ice in the first days {2}\[rice-ice\]\n {2}Use ice at first/);
    expect(stdout).toContain('  Note: ');
    expect(stdout).toContain('  Sources: Global Clinic, ');
    expect(stdout).toContain('\n  Run: unspasm ice\n');
    expect(stdout.match(/\(unspasm guide [a-z-]+\)/g)).toHaveLength(2);
  });

  it('needs no quotes', async () => {
    const quoted = await runProgram(['faq', 'how long does a spasm last']);
    const unquoted = await runProgram(['faq', 'how', 'long', 'does', 'a', 'spasm', 'last']);
    expect(unquoted).toEqual(quoted);
    expect(quoted.stdout).toContain('[faq-duration]');
  });

  it('that tells of a warning sign is offered nothing to do beside it but to get help', async () => {
    const { stdout } = await runProgram(['faq', '-'], {
      input:
        "I can't feel my left foot, should I stretch it?\nmy leg is numb, yoga or pilates?\nmy leg is numb, a massage?",
    });
    expect(stdout.match(/GO TO AN EMERGENCY DEPARTMENT NOW/g)).toHaveLength(3);
    expect(stdout).toContain('(unspasm guide redflag-numbness-weakness)');
    expect(stdout).not.toMatch(/unspasm (ice|heat|stretch|walk|guide (?!redflag))|\[(?!redflag)/);
  });

  it('may have slips of the finger', async () => {
    const { stdout } = await runProgram(['faq', 'wich matress is best']);
    expect(stdout).toContain('[life-sleep-mattress]');
  });

  it('that the guide does not answer is turned down, with what comes near, exit code 1', async () => {
    const { code, stdout, stderr } = await runProgram(['faq', 'heat pump rebate']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^The guide doesn't cover that\.\n\nTopics that come close:\n/);
    expect(stdout).toContain('(unspasm guide rice-heat)');
  });

  it('about a dose is turned down, and says whom to ask', async () => {
    const { code, stdout } = await runProgram(['faq', 'how many mg of naproxen per day']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^The guide doesn't cover that\. For a dose, [^]*ask\s+a\s+pharmacist/i);
  });

  it('that no topic comes near names none', async () => {
    const { stdout } = await runProgram(['faq', 'mortgage rates']);
    expect(stdout).toBe("The guide doesn't cover that.\n\nTo see all topics, run: unspasm faq --list\n");
  });

  it('that is like nothing there is turned down, too', async () => {
    const { code, stdout } = await runProgram(['faq', '???']);
    expect(code).toBe(1);
    expect(stdout).toContain('unspasm faq --list');
  });

  it.each([[['faq', '']], [['faq', '  \t ']]])('that is empty is wrong usage: %j', async (args) => {
    const error = jsonError(await runProgram([...args, '--json']), 2);
    expect(error.code).toBe('no-question');
  });

  it('may be a whole file, or hold control characters, without harm', async () => {
    const long = await runProgram(['faq', 'ice or heat? '.repeat(5000)]);
    expect(long.stdout).toContain('[faq-ice-or-heat]');
    const odd = await runProgram(['faq', 'ice\u001B[2J\u0007 pack']);
    expect(odd.code).toBe(0);
    expect(odd.stdout).not.toContain('\u001B');
  });
});

describe('as JSON', () => {
  it('is a document with the best three', async () => {
    const document = await readJson<Answer>(['faq', '--json', 'should I use a cold pack']);
    expect(document).toMatchObject({
      schemaVersion: 1,
      query: 'should I use a cold pack',
      answered: true,
      warningSigns: [],
    });
    expect(Object.keys(document)).toEqual(['schemaVersion', 'query', 'answered', 'warningSigns', 'results']);
    expect(document.results).toHaveLength(3);
    expect(document.results[0]!.id).toBe('rice-ice');
    const scores = document.results.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const result of document.results) expect(Object.keys(result)).toEqual(['id', 'title', 'text', 'score']);
  });

  it('names only passages that send to help beside a warning sign', async () => {
    const question = 'my leg is numb, yoga or pilates?';
    const { warningSigns, results } = await readJson<Answer>(['faq', '--json', question]);
    expect(warningSigns.length).toBeGreaterThan(0);
    expect(results.filter(({ id }) => !/^(redflag-|pro-when)/.test(id))).toEqual([]);
    const { stdout } = await runProgram(['faq', '--json', '-'], { input: question });
    expect((JSON.parse(stdout) as Answer).results).toEqual(results);
  });

  it('says that nothing was answered, with exit code 1 and no error', async () => {
    const { code, stdout, stderr } = await runProgram(['faq', '--json', 'ice skating lessons']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const { answered, results } = JSON.parse(stdout) as Answer;
    expect(answered).toBe(false);
    expect(results.length).toBeLessThanOrEqual(3);
    expect(results.map(({ id }) => id)).toContain('rice-ice');
  });
});

describe('questions from standard input', () => {
  const input = 'should I use a cold pack\r\n\n  heat pump rebate\ncaf\u00e9 stretches';

  it('are answered each, with a document a line', async () => {
    const { code, stdout } = await runProgram(['faq', '--json', '-'], { input });
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer);
    expect(code).toBe(0);
    expect(documents.map(({ query, answered }) => [query, answered])).toEqual([
      ['should I use a cold pack', true],
      ['heat pump rebate', false],
      ['caf\u00e9 stretches', documents[2]!.answered],
    ]);
    expect(stdout).toMatch(/^[\x00-\x7F]*$/);
  });

  it('are answered each in words', async () => {
    const { code, stdout } = await runProgram(['faq', '-'], { input });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\? should I use a cold pack\nIce in the first days/);
    expect(stdout).toContain("\n? heat pump rebate\nThe guide doesn't cover that.");
  });

  it('have to be there', async () => {
    const error = jsonError(await runProgram(['faq', '--json', '-'], { input: '\n \n' }), 2);
    expect(error.code).toBe('no-question');
  });
});
