import type { Table, TableRow } from '../page/page.ts';
import { html, type Markup } from './markup.ts';

/** A table with a caption, which is for screen readers alone unless it is a box. */
export function tableMarkup(table: Table): Markup {
  const { caption, isBox, heads, rows, foot } = table;
  const width = heads?.length ?? 1 + (rows[0]?.cells.length ?? 0);
  const lines = rows.map((line) => rowMarkup(line, width));
  return html`<table${isBox && html` class="box"`}>
<caption${!isBox && html` class="hidden"`}>${caption}</caption>
${heads && html`<thead><tr>${heads.map(headMarkup)}</tr></thead>`}
<tbody${isBox && html` class="big"`}>
${lines}</tbody>
${foot !== undefined && html`<tfoot><tr><td colspan="${width}">${foot}</td></tr></tfoot>`}
</table>`;
}

function headMarkup(head: string): Markup {
  return head === '' ? html`<td></td>` : html`<th scope="col">${head}</th>`;
}

// A row without figures says how many others there are.
function rowMarkup({ head, cells }: TableRow, width: number): Markup {
  return cells.length === 0
    ? html`<tr><td colspan="${width}">${head}</td></tr>
`
    : html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`;
}
