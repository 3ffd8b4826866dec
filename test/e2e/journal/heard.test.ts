import { doubtful } from '../../understanding/doubtful.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTerminals } from '../terminal.ts';
import { HURRIED } from '../support/hurried.ts';
import { forgetPeople, newPerson } from './person.ts';

afterEach(async () => {
  await closeTerminals();
  forgetPeople();
});

const NUMB = 'my left foot is numb since this morning';
const SIGN = 'New or worse numbness, tingling or weakness in a leg';

describe('a note that tells of a warning sign', () => {
  it('is answered before anything else, in the words of triage, with the number to call', async () => {
    const stdout = await newPerson({ UNSPASM_COUNTRY: 'GB' }).does(['log', '6', NUMB]);
    expect(stdout).toMatch(
      /^┏[^]*GO TO AN EMERGENCY DEPARTMENT NOW[^]*999 or 112[^]*You\s+wrote\s+"[^"]+"\s+\(New\s+or\s+worse\s+numbness/,
    );
    expect(stdout).toMatch(/unspasm triage[^]*\nLogged for .*pain 6/);
  });

  it('is kept with the sign, and today comes back to it, and offers nothing else, until it was checked', async () => {
    const anna = newPerson();
    await anna.does(['log', '6', NUMB]);
    expect(anna.entries()).toMatchObject([{ pain: 6, note: NUMB, signs: ['leg-numbness-weakness'] }]);
    const today = await anna.does(['today']);
    expect(today.replace(/\s+/g, ' ')).toMatch(
      new RegExp(
        `mentions a possible warning sign: "[^"]+" \\(${SIGN}\\)\\.[^]*Next: Check the warning signs first\\.[^]*\\(unspasm triage\\)`,
      ),
    );
    expect(today).not.toMatch(/Next: (?!Check the warning signs)/);
    expect(today).not.toMatch(/Ice|Heat|Warmth/);
    await anna.does(['triage', '--answers', '-'], { input: '{"signs":["leg-numbness-weakness"]}' });
    await anna.does(['log', 'seen']);
    expect(await anna.document(['today'])).toMatchObject({ heard: null });
  });

  it('is all that today says where no episode is known: nobody with it is told to go swimming', async () => {
    const anna = newPerson();
    await anna.does(['log', '--note', NUMB]);
    const today = await anna.does(['today']);
    expect(today.replace(/\s+/g, ' ')).toMatch(
      /mentions a possible warning sign: [^:]*Next: [^:]*\(unspasm triage\)[^:\w]*$/,
    );
  });

  it('is heard in what was taken, too', async () => {
    const anna = newPerson();
    expect(await anna.does(['log', '--medicine', 'a whole packet of paracetamol'])).toContain('GO TO AN EMERGENCY');
    expect(anna.entries()).toMatchObject([{ signs: ['overdose'] }]);
    expect(await anna.does(['log', '--medicine', 'ibuprofen'])).toMatch(/^Logged/);
  });

  it('is a warning before a session', async () => {
    const anna = newPerson();
    await anna.does(['log', '6', NUMB]);
    const { stderr } = await anna.run(['walk', '--no-save'], { clock: HURRIED });
    expect(stderr.replace(/\s+/g, ' ')).toContain('mentions a possible warning sign');
  });

  it('leaves standard output to the document', async () => {
    const { stdout, stderr } = await newPerson().run(['log', '6', NUMB, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ entry: { signs: ['leg-numbness-weakness'] } });
    expect(stderr).toContain('GO TO AN EMERGENCY DEPARTMENT NOW');
  });

  it('is heard where it is typed on a terminal, too', async () => {
    const anna = newPerson();
    const terminal = anna.startTerminal(['log', '6', NUMB]);
    expect((await terminal.exited()).code).toBe(0);
    expect(terminal.transcript()).toMatch(/GO TO AN EMERGENCY DEPARTMENT NOW[^]*Logged for/);
  });

  it('is on the disk with what it may tell of before anything is asked: a window closed at the question loses nothing', async () => {
    const anna = newPerson();
    const { text, sign } = doubtful();
    const terminal = anna.startTerminal(['log', '6', text], { ownProcess: true });
    await terminal.waitFor('Do you mean this?');
    expect(anna.entries()).toMatchObject([{ pain: 6, note: text, unsure: [sign.id] }]);
    await terminal.hangUp();
    await terminal.exited();
    expect(anna.entries()).toHaveLength(1);
  });

  it('may be changed, and then tells of nothing any more', async () => {
    const anna = newPerson();
    const id = await anna.logs('6', NUMB);
    await anna.does(['log', 'edit', id, '--note', 'just stiff, no numbness']);
    expect(anna.entries()[0]).not.toHaveProperty('signs');
  });
});

describe('words that mention a warning sign and are not saved', () => {
  it.each([
    [['log', '6', NUMB, '--at', 'soon'], 2],
    [['log', '6', NUMB, '--trigger', 'liftin'], 2],
    [['log', '6', '--note', NUMB, '--medicine', 'ibuprofen', '--at', 'tomorrow'], 2],
    [['log', '--medicine', 'a whole packet of paracetamol', '--at', 'soon'], 2],
    [['log', 'edit', 'zzzzz', '--note', NUMB], 1],
    [['log', 'seen', '--note', NUMB, '--at', 'soon'], 2],
    [['exercise', 'swim', '30m', NUMB, '--at', 'soon'], 2],
  ])('are answered once before the refusal: %j', async (args, code) => {
    const anna = newPerson();
    const outcome = await anna.run(args);
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toMatch(/^┏[^]*GO TO AN EMERGENCY DEPARTMENT NOW[^]*\nunspasm: (?!.*EMERGENCY)/);
    expect(outcome.stderr.match(/EMERGENCY DEPARTMENT NOW/g)).toHaveLength(1);
    expect(anna.text()).toBe('');
  });

  it.each([
    [['log', '6', NUMB]],
    [['log', '6', '--note', '-']],
    [['exercise', 'swim', '30m', NUMB]],
    [['log', 'seen', '--note', NUMB]],
  ])('are answered once where the journal cannot be written: %j', async (args) => {
    const outcome = await newPerson({ UNSPASM_DATA_DIR: '/dev/null/journal' }).run(args, { input: NUMB });
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toMatch(/^┏[^]*GO TO AN EMERGENCY DEPARTMENT NOW[^]*the entry couldn't be saved/);
    expect(outcome.stderr).toContain(JSON.stringify(NUMB));
    expect(outcome.stderr.match(/EMERGENCY DEPARTMENT NOW/g)).toHaveLength(1);
  });
});

describe('thoughts of ending one’s life', () => {
  it('get an answer of their own, with a line that listens', async () => {
    const stdout = await newPerson({ UNSPASM_COUNTRY: 'US' }).does(['log', '--note', 'I want to end my life']);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/It is good that you said it\..*call 911.*988 \(United States/);
    expect(stdout).not.toContain('Go to an emergency department now'.toUpperCase());
  });

  it('get it again from today and before a session, and not triage, which has no question on them', async () => {
    const anna = newPerson({ UNSPASM_COUNTRY: 'US' });
    await anna.does(['log', '--note', 'I want to end my life']);
    const { stderr } = await anna.run(['walk', '--no-save'], { clock: HURRIED });
    for (const said of [await anna.does(['today']), stderr]) {
      expect(said.replace(/\s+/g, ' ')).toMatch(/It is good that you said it\..*988 \(United States/);
      expect(said).not.toContain('unspasm triage');
    }
  });

  it('get it where it is only perhaps meant, too, and a question is not refused', async () => {
    const { code, stdout } = await newPerson().run(['faq', 'if this back does not quit i am going to end it']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^It is good that you said it\./);
    expect(stdout).not.toContain('no answer');
  });
});

describe('a question that tells of a warning sign', () => {
  it('is answered with what triage says, before the passage', async () => {
    const stdout = await newPerson().does(['faq', 'is it normal that my leg is numb']);
    expect(stdout).toMatch(/GO TO AN EMERGENCY DEPARTMENT NOW[^]*Numb or weak legs/);
  });

  it('names them in its document, with the words that told of them', async () => {
    const document = await newPerson().document(['faq', 'i peed myself and my back is in bits']);
    expect(document).toMatchObject({ warningSigns: [{ id: 'ces-control-pee', level: 'emergency', sure: true }] });
  });

  it.each(['can stress cause fever', 'how do i stop cramps', 'do people need an x-ray after a fall'])(
    'names none where none is told of: %s',
    async (question) => {
      const { stdout } = await newPerson().run(['faq', '--json', question]);
      expect(JSON.parse(stdout)).toMatchObject({ warningSigns: [] });
    },
  );
});

describe('a note without a sign', () => {
  it.each(['no fever, just stiff', 'the ice numbs it nicely', 'cabin fever', 'felt better after the walk'])(
    'is kept, and nothing is said: %s',
    async (note) => {
      const anna = newPerson();
      expect(await anna.does(['log', '4', note])).toMatch(/^Logged for .*\n$/);
      expect(anna.entries()[0]).not.toHaveProperty('signs');
    },
  );
});
