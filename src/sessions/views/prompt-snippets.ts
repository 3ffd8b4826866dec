/** The programs that can show the session in progress, with how a snippet for each is made. */
const SNIPPETS = {
  bash: ({ scriptOf, file }: Parts) => scriptOf('bash').replaceAll(PLACE, inQuotes(file)),
  zsh: ({ scriptOf, file }: Parts) => scriptOf('zsh').replaceAll(PLACE, inQuotes(file)),
  fish: ({ scriptOf, file }: Parts) => scriptOf('fish').replaceAll(PLACE, inQuotes(file)),
  tmux: ({ scriptOf, file }: Parts) => tmuxLines(onOneLine(shellScript(scriptOf, file))),
  starship: ({ scriptOf, file }: Parts) => starshipLines(shellScript(scriptOf, file)),
  waybar: ({ scriptOf, file }: Parts) => waybarLines(onOneLine(shellScript(scriptOf, file))),
} as const;

export type PromptProgram = keyof typeof SNIPPETS;

export const PROMPT_PROGRAMS = Object.keys(SNIPPETS) as readonly PromptProgram[];

/** What a snippet is made from. */
interface Parts {
  /** A script in `data/prompts/`. */
  readonly scriptOf: (name: string) => string;
  /** The path of the small file about the session in progress, as far as it is known before a shell knows the home. */
  readonly file: string;
}

/** Where the path of the small file belongs in a script. */
const PLACE = 'STATE_FILE';

/**
 * What is pasted into the configuration of a program to show the session in progress there.
 * @param home the folder that shells know as `$HOME`: one configuration is often used on several computers
 */
export function promptSnippet(program: PromptProgram, parts: Parts & { readonly home: string | undefined }): string {
  const { file, home } = parts;
  const isWithin = home !== undefined && file.startsWith(`${home}/`);
  const path = isWithin ? `$HOME${escaped(file.slice(home.length))}` : escaped(file);
  return `${SNIPPETS[program]({ ...parts, file: path }).trimEnd()}\n`;
}

// Within double quotes these mean something to a shell; to fish, all but the backquote.
function escaped(path: string): string {
  return path.replaceAll(/[\\"$`]/g, '\\$&');
}

function inQuotes(path: string): string {
  return `"${path}"`;
}

function shellScript(scriptOf: Parts['scriptOf'], file: string): string {
  return scriptOf('sh').trimEnd().replaceAll(PLACE, inQuotes(file));
}

// The body of a loop follows "do", where no semicolon may stand.
function onOneLine(script: string): string {
  return script.split('\n').join('; ').replaceAll('do; ', 'do ');
}

/** Enough for what tmux shows there by itself, with the longest title of a pane, and for us. */
const TMUX_LENGTH = 80;

// tmux finds the end of a command by counting parentheses. In a status line it expands what begins with # or %, also within a command.
// An option of our own keeps our part from being added again each time that somebody reads the configuration again.
function tmuxLines(script: string): string {
  const plain = script.replaceAll('#', '##').replaceAll('%', '%%').replaceAll("'", `'"'"'`);
  return [
    '# The unspasm session in progress, in the status line. For ~/.tmux.conf.',
    'set -g status-interval 5',
    `if -F '#{e|<:#{status-right-length},${TMUX_LENGTH}}' 'set -g status-right-length ${TMUX_LENGTH}'`,
    `set -g @unspasm '#(${plain})'`,
    `if -F '#{m:*@unspasm*,#{status-right}}' '' 'set -ag status-right " #{E:@unspasm}"'`,
  ].join('\n');
}

function starshipLines(script: string): string {
  return [
    '# The unspasm session in progress, in the prompt. For ~/.config/starship.toml.',
    '[custom.unspasm]',
    `command = '''\n${script}\n'''`,
    'when = true',
    'shell = ["sh"]',
    'format = "[$output]($style) "',
    'style = "cyan"',
  ].join('\n');
}

function waybarLines(script: string): string {
  const module = { exec: script, interval: 5, format: '{}', 'hide-empty-text': true, tooltip: false };
  return [
    '// The unspasm session in progress, in the bar. For ~/.config/waybar/config.jsonc:',
    '// add "custom/unspasm" to the modules, and this beside them.',
    `"custom/unspasm": ${JSON.stringify(module, undefined, 2)}`,
  ].join('\n');
}
