import { type CommandDeclaration, defineCommand, JSON_FLAG } from '../../app/command.ts';
import { detectSigns } from '../../understanding/detect.ts';
import { answerOf, openGuide, reportAnswer } from './answer.ts';

/**
 * Answers words that somebody typed in place of a command, as a question to the guide.
 * @param refused makes the error for words that were probably meant as a command
 * @param isSlip whether they look like a misspelt command: then only a warning sign is answered
 */
export function wordsCommand(refused: () => Error, isSlip: boolean): CommandDeclaration {
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
      if (isOneWord && isSlip) throw refused();
      const detection = await detectSigns(context, text);
      const hasSign = detection.signs.length > 0;
      if (isSlip && !hasSign) throw refused();
      const guide = openGuide(context);
      const answer = answerOf(text, guide);
      if (isOneWord && !hasSign && !answer.answered) throw refused();
      await reportAnswer(context, { guide, answer, detection }, options.json === true);
    },
  });
}
