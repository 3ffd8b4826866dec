import { html, type Markup } from './markup.ts';

/** So many rows fit beside each other on one page. */
const ROWS = 4;

/** A table with a caption for those who hear it, a head, and as many rows as fit. */
export function table(caption: string, heads: readonly string[], rows: readonly Markup[]): Markup {
  const left = rows.length - ROWS;
  return html`<table>
<caption class="hidden">${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.slice(0, ROWS)}
${left > 0 && html`<tr><td colspan="${heads.length}">and ${left} more</td></tr>`}
</tbody>
</table>`;
}

/** A row: what it is about, and its figures. */
export function row(head: string, cells: readonly (string | number)[]): Markup {
  return html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`;
}
