/** A cell as the recorder sees it. */
export interface Cell {
  readonly sign: string;
  readonly ink: string;
}

/** A row of cells that are inked alike. */
export function inked(text: string, ink = ''): Cell[] {
  return Array.from(text, (sign) => ({ sign, ink }));
}

/** A screen, from its lines; all as wide as the first. */
export function screenOf(...lines: string[]): Cell[][] {
  return lines.map((line) => inked(line.padEnd(lines[0]!.length)));
}

/** What is wrong with a piece of XML: tags that don't match, signs that aren't escaped. Nothing when it is well-formed. */
export function faultsOf(xml: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const text = xml.replace(/<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g, (_, end, name, __, alone) => {
    if (end) {
      const last = open.pop();
      if (last !== name) faults.push(`</${name}> after <${last}>`);
    } else if (!alone) open.push(name);
    return '';
  });
  if (open.length > 0) faults.push(`never closed: ${open.join(', ')}`);
  if (/[<>]|&(?!(?:amp|lt|gt|quot);)|[\u0000-\u0008\u000B-\u001F]/.test(text.replace(/&(?:amp|lt|gt|quot);/g, '')))
    faults.push('signs that are not escaped');
  return faults;
}
