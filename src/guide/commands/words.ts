import { type CommandDeclaration, defineCommand, JSON_FLAG } from '../../app/command.ts';
import { detectSigns } from '../../understanding/detect.ts';
import { hasSmallWord } from '../search/words.ts';
import { answerOf, openGuide, reportAnswer } from './look-up.ts';

/**
 * Why words aren't a command. `sentence`: they don't begin with a command's name. `slip`: they look like a misspelt
 * command, so that only a warning sign in them is answered. `arguments`: a command couldn't read them; they are answered
 * if they mention a sign or the guide answers them. `unlogged`: the same, and it is said that nothing was logged.
 * `entry`: the journal couldn't read them; a sign is answered, and then they are refused, as nothing was saved.
 */
export type WordsKind = 'sentence' | 'slip' | 'arguments' | 'unlogged' | 'entry';

/**
 * Answers words that somebody typed in place of a command, as a question to the guide.
 * @param refused makes the error for words that were probably meant as a command
 */
export function wordsCommand(refused: () => Error, kind: WordsKind): CommandDeclaration {
  return defineCommand({
    name: '',
    summary: '',
    description: [],
    arguments: [{ syntax: '[words...]', description: 'what is the matter, in your own words' }],
    options: { json: JSON_FLAG },
    examples: [],
    run: async ({ args, options }, context) => {
      const text = args.join(' ').trim();
      const isOneWord = !/\s/.test(text);
      // One letter of a command is easily mistyped, and a single word says little.
      if (isOneWord && kind !== 'sentence') throw refused();
      const detection = await detectSigns(context, text);
      const hasSign = detection.signs.length > 0;
      if (!hasSign && !mayAsk(text, kind)) throw refused();
      const guide = openGuide(context);
      const answer = answerOf(text, guide);
      if ((isOneWord || isArguments(kind)) && !hasSign && !answer.answered) throw refused();
      await reportAnswer(context, { guide, answer, detection }, options.json === true);
      if (kind === 'unlogged') context.note(['unspasm: nothing was logged']);
      if (kind === 'entry') throw refused();
    },
  });
}

// A list of stretches has an answer in the guide, too, but it isn't a question.
function mayAsk(text: string, kind: WordsKind): boolean {
  return kind === 'sentence' || (isArguments(kind) && hasSmallWord(text));
}

function isArguments(kind: WordsKind): boolean {
  return kind === 'arguments' || kind === 'unlogged';
}
