import type { Context } from '../../app/context.ts';
import type { Country } from '../../content/types.ts';
import { BACK, type ChoicePrompt, type Option, type Prompter } from '../../terminal/prompter.ts';
import { paginate } from '../../text/paginate.ts';
import { findCountry } from '../core/emergency-number.ts';
import { isUpper } from '../core/levels.ts';
import type { TriageKnowledge, TriageResult } from '../core/result.ts';
import { resultBlocks, verdictStyle, verdictText } from '../views/result.ts';

interface Shown {
  readonly prompter: Prompter;
  readonly content: TriageKnowledge;
}

/** What somebody wants after a result; `start` is the command that follows it. */
export type AfterResult = 'done' | 'change' | 'go-on' | 'country' | { readonly start: string };

/** What the keys take below a page: their lines, and one for the cursor. As lines, each has one of its own. */
const KEY_ROWS = 3;
const MOST_KEYS = 6;
/** In a smaller window, a page that isn't the last has no keys but those that are needed there. */
const SMALL = { rows: 16, columns: 60 };

/**
 * Shows a result a page at a time, so that nothing scrolls away unread, and asks what comes next.
 * @param left how many screens weren't asked, or only in part
 */
export async function showResult(
  context: Context,
  { prompter, content }: Shown,
  result: TriageResult,
  left: number,
): Promise<AfterResult> {
  let shown = 0;
  const pages = () => pagesOf(context, content, result);
  const above = () =>
    pages()
      .slice(0, shown)
      .flatMap((lines, page) => spaced(withGap(result)(lines, page), context));
  for (;;) {
    const next = pages()[shown];
    if (next) context.print(spaced(withGap(result)(next, shown), context));
    shown += 1;
    const chosen = await prompter.choice({
      ...waysOn(result, left, shown < pages().length, isSmall(context)),
      intro: () => (above().length + keyRows(context) > context.size().rows ? reminder(context, result) : ''),
      above,
    });
    if (chosen === 'more') continue;
    if (chosen === 'start') return { start: firstCommand(result)! };
    return chosen === BACK ? 'change' : (chosen as AfterResult);
  }
}

// Nothing stands above the words that send somebody to get help.
function withGap({ level }: TriageResult) {
  return (lines: readonly string[], page: number): readonly string[] =>
    page === 0 && isUpper(level) ? lines : ['', ...lines];
}

// An empty line above the keys, where the window has room for it.
function spaced(lines: readonly string[], context: Context): readonly string[] {
  return lines.length + keyRows(context) < context.size().rows ? [...lines, ''] : lines;
}

function keyRows({ capabilities, size }: Context): number {
  if (capabilities.prompts === 'lines') return KEY_ROWS + MOST_KEYS;
  return isSmall({ size }) ? KEY_ROWS - 1 : KEY_ROWS;
}

function isSmall({ size }: Pick<Context, 'size'>): boolean {
  const { rows, columns } = size();
  return rows < SMALL.rows || columns < SMALL.columns;
}

// What everybody has to see comes first, on pages of its own; in a low window it takes several.
function pagesOf(context: Context, content: TriageKnowledge, result: TriageResult): string[][] {
  const { essential, further } = resultBlocks(context.page, content, result);
  const room = context.size().rows - keyRows(context) - (isUpper(result.level) ? 0 : 1);
  const roomBelowReminder = room - (result.level === 'self-care' ? 0 : 2);
  return [...paginate(essential, room, roomBelowReminder), ...paginate(further, roomBelowReminder)];
}

// Where the first page has scrolled away, where to get help stays in sight.
function reminder({ page }: Context, result: TriageResult): string {
  return result.level === 'self-care' ? '' : verdictStyle(page, result)(verdictText(result));
}

function waysOn(
  result: TriageResult,
  left: number,
  hasMore: boolean,
  small: boolean,
): Pick<ChoicePrompt, 'inline' | 'escape' | 'canGoBack' | 'default' | 'options'> {
  const upper = isUpper(result.level);
  const command = firstCommand(result);
  const isBrief = hasMore && small;
  const options: Option[] = [
    ...(command && !upper ? [{ id: 'start', label: `start ${command}`, key: 's' }] : []),
    ...(hasMore ? [{ id: 'more', label: 'more', key: 'm' }] : []),
    ...(needsCountry(result) && !isBrief ? [{ id: 'country', label: 'number for my country', key: 'n' }] : []),
    ...(isBrief ? [] : [{ id: 'change', label: 'change an answer', key: 'c' }]),
    ...(left > 0 && !isBrief ? [{ id: 'go-on', label: `answer the rest (${left} left)`, key: 'g' }] : []),
    { id: 'done', label: upper ? "I'm getting help now" : 'done', key: 'q' },
  ];
  const byDefault = upper && !hasMore ? 'done' : options[0]!.id;
  return { inline: true, escape: 'done', canGoBack: true, default: byDefault, options };
}

// A number is needed where help is: then the country is asked, once, as the answer is saved.
function needsCountry({ number: { country, guessed }, level }: TriageResult): boolean {
  return level !== 'self-care' && level !== 'clinician' && (country === undefined || guessed === true);
}

function firstCommand({ plan }: TriageResult): string | undefined {
  return plan.find((step) => step.command)?.command;
}

/**
 * Asks which country somebody is in, and saves it. Where to get help is said again, as the question may move it out of
 * the window.
 * @returns the country, or nothing where none was named
 */
export async function askCountry(
  context: Context,
  prompter: Prompter,
  result: TriageResult,
): Promise<Country | undefined> {
  const numbers = context.content.emergencyNumbers();
  const verdict = isUpper(result.level) ? `${verdictText(result).replace(/\.?$/, '.')} ` : '';
  let intro = 'Which country are you in? A name or two letters, such as UK or DE.';
  for (;;) {
    const typed = await prompter.text({
      title: 'Your country',
      intro: `${verdict}${intro}`,
      canGoBack: true,
      escape: BACK,
    });
    if (typed === BACK || typed === '') return undefined;
    const country = findCountry(numbers, typed);
    if (country) {
      await context.saveSettings({ country: country.code });
      return country;
    }
    intro = `"${typed}" isn't a country that is known here. Type its name, or two letters, such as UK or DE.`;
  }
}
