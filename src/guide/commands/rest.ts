import { JSON_OPTION, type CommandDeclaration, type Invocation } from '../../app/command.ts';
import type { Context } from '../../app/context.ts';
import { SCHEMA_VERSION } from '../../schema-version.ts';
import { positionLines } from '../views/rest.ts';

export const command: CommandDeclaration = {
  name: 'rest',
  summary: 'positions to lie in that ease the back',
  description: ['Shows the positions to lie in that take the load off a sore back.'],
  options: [JSON_OPTION],
  examples: [{ command: 'unspasm rest', does: 'the positions, step by step' }],
  seeAlso: ['unspasm guide rest-positions', 'unspasm triage'],
  run,
};

function run({ options }: Invocation, { content, page, print, printJson }: Context): void {
  const positions = content.positions();
  if (options['json']) printJson({ schemaVersion: SCHEMA_VERSION, positions });
  else print(positions.flatMap((position) => ['', ...positionLines(page, position)]));
}
