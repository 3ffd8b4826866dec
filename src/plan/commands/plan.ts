import { defineCommand, JSON_FLAG } from '../../app/command.ts';

export const command = defineCommand({
  name: 'plan',
  summary: 'what to do without pain, to lower the risk of another spasm',
  description: [
    "Shows this week, the four weeks before it, and what comes next: core exercises, in levels that follow what you did and how it felt, and walks that are built up over months. Guided sessions and exercise that you log count. A session that you skipped through doesn't.",
    'In the first days of an episode, exercise waits, and the plan says what is fine now.',
  ],
  options: { json: JSON_FLAG },
  examples: [
    { command: 'unspasm plan', does: 'show your plan, and start what comes next' },
    { command: 'unspasm stretch core --level 2', does: 'do the core exercises at another level' },
  ],
  seeAlso: ['unspasm exercise', 'unspasm stretch', 'unspasm today'],
  subcommands: { remind: () => import('./remind.ts') },
  // Loaded only here: what a plan needs would otherwise be loaded with every command.
  run: async ({ options }, context) => (await import('./show-plan.ts')).showPlan(context, options.json === true),
});
