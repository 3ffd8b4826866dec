import { type CommandDeclaration, defineCommand, JSON_FLAG } from '../../app/command.ts';
import { type Command, COMMANDS, type CommandName } from '../core/commands.ts';
import { readMinutes } from './options.ts';

/** How much longer a step can be made at once, in minutes. */
const LENGTHS = { min: 1, max: 20 };

/** What a command says about itself. */
interface Words {
  readonly summary: string;
  readonly description: string;
  readonly does: string;
}

const ANYWHERE =
  'It acts on the session in progress, in the background or in another window. Without one, it ends with exit code 1.';

const WORDS: Readonly<Record<CommandName, Words>> = {
  stop: {
    summary: 'end the session in progress',
    description:
      'Ends the session in progress early, and saves how long it was. If ice or heat has run to its end, use "unspasm done": only you know that it is off.',
    does: 'end the session',
  },
  pause: {
    summary: 'pause the session in progress',
    description: 'Pauses the session in progress. Take ice or heat off the skin meanwhile.',
    does: 'stop its clock',
  },
  resume: {
    summary: 'continue the session that is paused',
    description: 'Continues the paused session, with the time that was left.',
    does: 'start its clock again',
  },
  done: {
    summary: 'say that you have done what the session asks for',
    description:
      'Answers what the session in progress asks for: that you are ready, that your skin looks normal, or that the ice or the heat is off. In a terminal it then asks what your pain is now.',
    does: "the ice is off, or you're ready",
  },
  extend: {
    summary: 'make the current step longer',
    description:
      'Makes the current step of the session in progress longer, by a minute or by as many as you say. If that would be too long, the step gets its longest length, and you are told.',
    does: 'a minute more',
  },
};

const command = (name: CommandName): CommandDeclaration =>
  defineCommand({
    name,
    summary: WORDS[name].summary,
    unlisted: true,
    description: [WORDS[name].description, ANYWHERE],
    ...(name === 'extend' && {
      arguments: [{ syntax: '[minutes...]', description: 'how many minutes, from 1 to 20: 5, or 5m' }],
    }),
    options: { json: JSON_FLAG },
    examples: [{ command: `unspasm ${name}`, does: WORDS[name].does }],
    seeAlso: ['unspasm status', 'unspasm attach'],
    run: async ({ args, options }, context) => {
      const wanted: Command = {
        name,
        ...(args.length > 0 && { minutes: readMinutes('the length', args.join(' '), LENGTHS) }),
      };
      const { steer } = await import('../run/steer.ts');
      return steer(context, { command: wanted }, options.json !== true);
    },
  });

/** The commands that tell the session in progress to do something, by their names. */
export const STEERING = Object.fromEntries(COMMANDS.map((name) => [name, command(name)])) as Readonly<
  Record<CommandName, CommandDeclaration>
>;
