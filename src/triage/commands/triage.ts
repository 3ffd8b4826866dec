import { JSON_OPTION, type CommandDeclaration, type Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { evaluate } from '../core/evaluate.ts';
import { isUpper } from '../core/levels.ts';
import { readAnswers } from '../core/read-answers.ts';
import { resultOf, type TriageKnowledge } from '../core/result.ts';
import { harmless } from '../../text/sanitize.ts';
import { questionsDocument, resultDocument } from '../views/document.ts';
import { questionsLines, resultLines } from '../views/result.ts';
import { holdInterview, type Keeping } from './interview.ts';
import { countryCodes } from '../number.ts';
import { knowledgeOf } from '../knowledge.ts';
import { emergencyNumber, namedCountry } from '../number.ts';
import { keepResult } from './save.ts';

export const command: CommandDeclaration = {
  name: 'triage',
  summary: 'check the warning signs: where to get help, and what to do now',
  description: [
    'Goes through the warning signs of back pain, the most urgent first, says where to get help, and then what you can do yourself. It takes a minute or two; one key answers a screen.',
    'It is no diagnosis. In an emergency, call your local emergency number first. The result is kept in the journal on this computer, unless --no-save is given.',
  ],
  options: [
    {
      flags: '--country <code>',
      description: 'your country, for its emergency number: GB, DE, US ...',
      values: countryCodes,
    },
    { flags: '--answers <file>', description: 'take the answers from a JSON file, or - for standard input' },
    { flags: '--questions', description: 'list all that can be asked, with the ids for --answers' },
    { flags: '--no-save', description: "don't keep the result in the journal" },
    JSON_OPTION,
  ],
  examples: [
    { command: 'unspasm triage', does: 'ask' },
    { command: 'unspasm triage --country GB', does: 'ask, and name the numbers of the United Kingdom' },
    { command: 'unspasm triage --questions --json', does: 'what can be answered, as JSON' },
    { command: `echo '{"signs":["fever"]}' | unspasm triage --answers - --json`, does: 'decide without asking' },
  ],
  seeAlso: ['unspasm guide warning-signs', 'unspasm help exit-codes'],
  withoutInput: 'give the answers with --answers FILE, or --answers - for standard input',
  run,
};

async function run({ options }: Invocation, context: Context): Promise<void> {
  const content = knowledgeOf(context);
  const json = Boolean(options['json']);
  const save = options['save'] !== false;
  if (options['questions']) {
    if (json) return context.printJson(questionsDocument(content));
    return context.print(questionsLines(context.page, content));
  }
  const typed = options['country'] as string | undefined;
  if (options['answers'] !== undefined)
    return decide(context, content, typed, options['answers'] as string, { json, save });
  const country = namedCountry(context, typed);
  return holdInterview(context, content, () => emergencyNumber(context, country), { json, save });
}

function decide(
  context: Context,
  content: TriageKnowledge,
  typed: string | undefined,
  file: string,
  { json, save }: Keeping,
): void {
  const { answers, ignored } = readAnswers(content, context.readText(file));
  // A slip in the country is one more that must not hold an emergency back.
  const country = namedCountry(context, typed, isUpper(evaluate(content, answers).level));
  const result = resultOf(content, answers, emergencyNumber(context, country));
  if (json) context.printJson(resultDocument(result));
  else context.print(resultLines(context.page, content, result, true));
  if (save) keepResult(context, answers, result);
  context.note(ignored.map((problem) => harmless(`unspasm: passed over, as the signs alone decide: ${problem}`)));
}
