import { JSON_OPTION, type CommandDeclaration, type Invocation } from '../command.ts';
import type { Country } from '../content/types.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { nearest } from '../text/nearest.ts';
import { findCountry, guessNumber, numberIn, type EmergencyNumber } from '../triage/emergency-number.ts';
import { readAnswers } from '../triage/read-answers.ts';
import { resultOf, type TriageKnowledge } from '../triage/result.ts';
import { questionsDocument, resultDocument } from '../views/documents.ts';
import { questionsLines, resultLines } from '../views/triage.ts';
import { holdInterview } from './triage/interview.ts';
import { knowledgeOf } from './triage/knowledge.ts';
import { keepResult } from './triage/save.ts';

export const command: CommandDeclaration = {
  name: 'triage',
  summary: 'check the warning signs: where to get help, and what to do now',
  description: [
    'Goes through the warning signs of back pain, the most urgent first, says where to get help, and then what you can do yourself. It takes under a minute; one key answers a screen.',
    'It is no diagnosis. In an emergency, call your local emergency number first.',
  ],
  options: [
    { flags: '--country <code>', description: 'your country, for its emergency number: GB, DE, US …' },
    { flags: '--answers <file>', description: 'take the answers from a JSON file, or - for standard input' },
    { flags: '--questions', description: 'list all that can be asked, with the ids for --answers' },
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
  if (options['questions']) {
    if (json) return context.printJson(questionsDocument(content));
    return context.print(questionsLines(context.page, content));
  }
  const country = namedCountry(context, options['country'] as string | undefined);
  const findNumber = () => emergencyNumber(context, country);
  if (options['answers'] === undefined) return holdInterview(context, content, findNumber, json);
  decide(context, content, findNumber(), options['answers'] as string, json);
}

function decide(
  context: Context,
  content: TriageKnowledge,
  number: EmergencyNumber,
  file: string,
  json: boolean,
): void {
  const { answers, ignored } = readAnswers(content, context.readText(file));
  const result = resultOf(content, answers, number);
  if (json) context.printJson(resultDocument(result));
  else context.print(resultLines(context.page, content, result, true));
  keepResult(context, answers, result);
  context.note(ignored.map((problem) => `unspasm: passed over, as the signs alone decide: ${problem}`));
}

/** The country that the option or the environment names. @throws UsageError when it is none */
function namedCountry(context: Context, option: string | undefined): Country | undefined {
  const code = option || context.env['UNSPASM_COUNTRY'] || context.settings.country;
  if (!code) return undefined;
  const numbers = context.content.emergencyNumbers();
  const country = findCountry(numbers, code);
  if (country) return country;
  const known = numbers.countries.flatMap(({ code: one, name }) => [one, name]);
  const from = option === undefined ? 'UNSPASM_COUNTRY' : '--country';
  throw new UsageError(`${from}: "${code}" is no country code${nearest(code, known)}`, {
    code: 'unknown-country',
    hint: 'two letters, as GB, DE, US or NZ',
  });
}

/** The number to call there; else a guess that says that it is one. */
function emergencyNumber({ content, whereabouts }: Context, country: Country | undefined): EmergencyNumber {
  const numbers = content.emergencyNumbers();
  return country ? numberIn(numbers, country) : guessNumber(numbers, whereabouts());
}
