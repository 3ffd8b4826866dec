import { html, type Markup } from './markup.ts';

/** How many rows of each table fit on one page. */
const ROWS = 4;

/** A table with a caption for screen readers, a head, and as many rows as fit. */
export function table(caption: string, heads: readonly string[], rows: readonly Markup[]): Markup {
  const rest = rows.length - ROWS;
  return html`<table>
<caption class="hidden">${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.slice(0, ROWS)}
${rest > 0 && html`<tr><td colspan="${heads.length}">and ${rest} more</td></tr>`}
</tbody>
</table>`;
}

/** A row: its heading, and its figures. */
export function row(head: string, cells: readonly (string | number)[]): Markup {
  return html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`;
}
