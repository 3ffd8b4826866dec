import { type Answer, defineCommand, flag, JSON_FLAG, text, without, words } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { UsageError } from '../../errors.ts';
import { evaluate } from '../core/evaluate.ts';
import { isUpper } from '../core/levels.ts';
import { readAnswers, type ReadAnswers } from '../core/read-answers.ts';
import { resultOf, type TriageKnowledge } from '../core/result.ts';
import { sanitize } from '../../text/sanitize.ts';
import { questionsDocument, resultDocument } from '../views/document.ts';
import { questionsLines, resultLines } from '../views/result.ts';
import { holdInterview } from './interview.ts';
import { knowledgeOf } from '../knowledge.ts';
import { countryCodes, emergencyNumber, namedCountry } from '../number.ts';
import { saveResult } from './save.ts';

export const command = defineCommand({
  name: 'triage',
  summary: 'check for warning signs: where to get help, and what to do now',
  description: [
    'Asks about the warning signs of back pain, the most urgent first. Then it says where to get help, and what you can do yourself. It takes a minute or two. One key answers each screen.',
    "It isn't a diagnosis. In an emergency, call your local emergency number first. The result is saved in the journal on this computer. With --no-save it isn't.",
  ],
  exclusive: [['answers', 'questions']],
  options: {
    // An empty one, too, must not hold an emergency back.
    country: words('<code>', 'use the emergency number of this country: GB, DE, US ...', countryCodes),
    answers: text('<file>', 'read the answers from a JSON file, or - for standard input'),
    questions: flag('list all signs and questions, with the ids for --answers'),
    save: without("don't save the result in the journal"),
    json: JSON_FLAG,
  },
  examples: [
    { command: 'unspasm triage', does: 'check for warning signs' },
    { command: 'unspasm triage --country GB', does: 'show the emergency number of the United Kingdom' },
    { command: 'unspasm triage --questions --json', does: 'list what can be answered, as JSON' },
    {
      command: `echo '{"signs":["fever"]}' | unspasm triage --answers - --json`,
      does: 'get a result without being asked',
    },
  ],
  seeAlso: ['unspasm guide warning-signs', 'unspasm help exit-codes'],
  withoutInput: 'use --answers FILE, or --answers - for standard input',
  endsDialogue: true,
  run: ({ options }, context) => {
    const content = knowledgeOf(context);
    if (options.questions) {
      return {
        document: () => questionsDocument(content),
        lines: () => questionsLines(context.page, content),
      };
    }
    const save = options.save !== false;
    if (options.answers !== undefined) return decide(context, content, options.country, options.answers, save);
    const country = namedCountry(context, options.country);
    return holdInterview(context, content, country, { json: options.json === true, save });
  },
});

async function decide(
  context: Context,
  content: TriageKnowledge,
  typed: string | undefined,
  file: string,
  save: boolean,
): Promise<Answer> {
  const { answers, ignored } = await readWithTimes(content, context.readText(file), context.now());
  // A slip in the country is one more that must not hold an emergency back.
  const country = namedCountry(context, typed, isUpper(evaluate(content, answers).level));
  const result = resultOf(content, answers, emergencyNumber(context, country));
  return {
    document: () => resultDocument(result),
    lines: () => resultLines(context.page, result),
    after: () => {
      if (save) saveResult(context, answers, result);
      context.note(
        ignored.map((problem) => sanitize(`unspasm: ignored, because the signs alone decide the result: ${problem}`)),
      );
    },
  };
}

// Few answers have a day or a time, so what reads one is loaded only where ids alone aren't enough.
async function readWithTimes(content: TriageKnowledge, given: string, now: Date): Promise<ReadAnswers> {
  try {
    const read = readAnswers(content, given);
    if (read.ignored.length === 0) return read;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
  const { readOnset } = await import('../core/read-onset.ts');
  return readAnswers(content, given, (question, typed) => readOnset(question, typed, now));
}
