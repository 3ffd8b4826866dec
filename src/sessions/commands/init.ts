import { defineCommand } from '../../app/command.ts';
import { UsageError } from '../../errors.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { PROMPT_PROGRAMS, promptSnippet } from '../views/prompt-snippets.ts';

export const command = defineCommand({
  name: 'init',
  summary: 'show the session in progress in your prompt or status bar',
  unlisted: true,
  description: [
    'Prints what to paste into the configuration of your shell, of tmux or of a status bar. It then shows an icon of the session in progress and the time left. It reads a small file, so it costs next to nothing, even at each prompt. For a shell it also sets up what the Tab key completes.',
    'Bash:\n  unspasm init bash >> ~/.bashrc',
    'Zsh:\n  unspasm init zsh >> ~/.zshrc',
    'fish:\n  unspasm init fish >> ~/.config/fish/config.fish',
    'tmux:\n  unspasm init tmux >> ~/.tmux.conf',
    'Starship:\n  unspasm init starship >> ~/.config/starship.toml',
    'Waybar: paste it into ~/.config/waybar/config.jsonc.',
  ],
  arguments: [{ syntax: '<program>', description: PROMPT_PROGRAMS.join(', '), values: PROMPT_PROGRAMS }],
  options: {},
  examples: [{ command: 'unspasm init bash', does: 'print the lines for Bash' }],
  seeAlso: ['unspasm help shell', 'unspasm status'],
  run: ({ args }, { content, env, places, printText }) => {
    const typed = args[0]!.toLowerCase();
    const program = PROMPT_PROGRAMS.find((one) => one === typed);
    if (program === undefined) {
      throw new UsageError(`there is nothing to paste for "${args[0]}"${didYouMean(typed, PROMPT_PROGRAMS)}`, {
        code: 'unknown-program',
        hint: `use one of these: ${PROMPT_PROGRAMS.join(', ')}`,
      });
    }
    printText(promptSnippet(program, { scriptOf: content.promptScript, file: places.stateFile, home: env['HOME'] }));
  },
});
