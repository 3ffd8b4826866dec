const VOID = new Set(['meta', 'line', 'rect', 'circle', '!doctype']);
const TAG = /<(\/?)([a-z!][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*)\s*(\/?)>/g;

/** What is wrong with markup: tags that aren't closed in order, and `<` or `>` that belong to no tag. */
export function problemsIn(markup: string): string[] {
  const open: string[] = [];
  const problems: string[] = [];
  const withoutStyle = markup.replace(/<style>[^<]*<\/style>/, '');
  for (const [, end, name = '', , alone] of withoutStyle.matchAll(TAG)) {
    if (VOID.has(name) || alone === '/') continue;
    if (end === '') open.push(name);
    else if (open.pop() !== name) problems.push(`</${name}> closes nothing`);
  }
  const left = withoutStyle.replace(TAG, '').match(/[<>]/g);
  return [...problems, ...open.map((name) => `<${name}> is not closed`), ...(left ? [`a lone ${left[0]}`] : [])];
}
