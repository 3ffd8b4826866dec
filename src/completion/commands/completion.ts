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
  summary: 'a script that lets Tab complete commands in your shell',
  description: [
    'Writes a script for a shell: with it the Tab key completes commands, options, the names of stretches, passages and settings, and the ids of entries. The script asks unspasm each time, so that it stays true after an update.',
    'Bash, with the package bash-completion:\n  mkdir -p ~/.local/share/bash-completion/completions\n  cd ~/.local/share/bash-completion/completions\n  unspasm completion bash > unspasm',
    'Bash without it, in ~/.bashrc:\n  eval "$(unspasm completion bash)"',
    'Zsh, in ~/.zshrc, behind compinit:\n  eval "$(unspasm completion zsh)"',
    'fish:\n  unspasm completion fish > ~/.config/fish/completions/unspasm.fish',
    'PowerShell, in the file that $PROFILE names:\n  unspasm completion powershell | Out-String | Invoke-Expression',
  ],
  arguments: [{ syntax: '<shell>', description: SHELLS.join(', '), values: SHELLS }],
  options: {},
  examples: [{ command: 'unspasm completion bash', does: 'the script for Bash' }],
  run: ({ args }, { content, printText }) => {
    const typed = args[0]!.toLowerCase();
    const script = SCRIPTS.get(typed);
    if (script === undefined) {
      throw new UsageError(`there is no completion for "${args[0]}"${didYouMean(typed, SHELLS)}`, {
        code: 'unknown-shell',
        hint: `shells: ${SHELLS.join(', ')}`,
      });
    }
    printText(`${content.completionScript(script).trimEnd()}\n`);
  },
});
