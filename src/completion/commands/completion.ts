import { defineCommand } from '../../app/command.ts';
import { UsageError } from '../../errors.ts';
import { didYouMean } from '../../text/did-you-mean.ts';

/** The script of each shell, under the name that the shell looks for. */
const SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['bash', 'unspasm.bash'],
  ['zsh', '_unspasm'],
  ['fish', 'unspasm.fish'],
  ['powershell', 'unspasm.ps1'],
]);
const SHELLS = [...SCRIPTS.keys()];

export const command = defineCommand({
  name: 'completion',
  summary: 'make the Tab key complete commands in your shell',
  unlisted: true,
  description: [
    'Prints a script for your shell. With it, the Tab key completes commands, options, stretches, topics, settings and the ids of entries. The script asks unspasm each time, so it still works after an update.',
    'Bash, with the bash-completion package:\n  mkdir -p ~/.local/share/bash-completion/completions\n  cd ~/.local/share/bash-completion/completions\n  unspasm completion bash > unspasm',
    'Bash without that package, in ~/.bashrc:\n  eval "$(unspasm completion bash)"',
    'Zsh, in ~/.zshrc, after compinit:\n  eval "$(unspasm completion zsh)"',
    'fish:\n  unspasm completion fish > ~/.config/fish/completions/unspasm.fish',
    'PowerShell, in your profile ($PROFILE):\n  unspasm completion powershell | Out-String | Invoke-Expression',
  ],
  arguments: [{ syntax: '<shell>', description: SHELLS.join(', '), values: SHELLS }],
  options: {},
  examples: [{ command: 'unspasm completion bash', does: 'print the script for Bash' }],
  run: ({ args }, { content, printText }) => {
    const typed = args[0]!.toLowerCase();
    const script = SCRIPTS.get(typed);
    if (script === undefined) {
      throw new UsageError(`there is no completion script for "${args[0]}"${didYouMean(typed, SHELLS)}`, {
        code: 'unknown-shell',
        hint: `use one of these: ${SHELLS.join(', ')}`,
      });
    }
    printText(`${content.completionScript(script).trimEnd()}\n`);
  },
});
