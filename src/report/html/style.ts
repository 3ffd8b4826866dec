import type { Markup } from './markup.ts';

/** How the report looks: dense and calm, in grey print too; dark where the reader's screen is. */
export const STYLE: Markup = {
  markup: `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --rule: #c9d1d9; --page: #fff; --bar: #3a6ea5; --severe: #8a1f11; --gap: #dde2e7; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #a3adb8; --rule: #444c56; --page: #14181d; --bar: #7fb2e5; --severe: #f0937f; --gap: #333c46; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.4 system-ui, sans-serif; }
main { max-width: 52em; margin: 0 auto; padding: 1.2em; }
h1 { font-size: 1.5em; margin: 0; }
h2 { font-size: 1em; margin: .7em 0 .15em; border-bottom: 1px solid var(--rule); }
p, ul, ol, figure { margin: .15em 0; }
ul, ol { padding-left: 1.2em; }
li, td, th, p { overflow-wrap: anywhere; }
.small, figcaption, tfoot { color: var(--soft); font-size: .85em; }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20em, 100%), 1fr)); gap: 0 1.6em; align-items: start; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; }
th { text-align: left; font-weight: 400; }
.box tbody th { white-space: nowrap; }
thead th { color: var(--soft); font-size: .85em; vertical-align: bottom; overflow-wrap: normal; }
td, th { padding: .08em .5em .08em 0; vertical-align: top; }
section td { white-space: nowrap; }
.all td { white-space: normal; }
.box { border: 1px solid var(--rule); margin: .5em 0 0; border-collapse: separate; border-spacing: 0; padding: .25em .5em; }
.big td { font-size: 1.15em; font-weight: 700; white-space: nowrap; }
.all tbody th { white-space: nowrap; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
svg { display: block; width: 100%; height: auto; }
.axis { stroke: var(--rule); stroke-width: 1; }
.label { fill: var(--soft); font-size: 11px; }
.bar { fill: var(--bar); }
.severe { fill: var(--severe); }
.gap { fill: var(--gap); }
.session { fill: var(--ink); }
.line { border-bottom: 1px solid var(--rule); min-height: 1.8em; }
.hand { display: flex; gap: .6em; margin-top: .9em; white-space: nowrap; }
.hand span { flex: 1; border-bottom: 1px solid var(--ink); }
@page { margin: 8mm 12mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --rule: #aaa; --page: #fff; --bar: #3a6ea5; --severe: #8a1f11; --gap: #e6e6e6; }
  body { font-size: 8.8pt; line-height: 1.2; }
  h1 { font-size: 1.3em; }
  h2 { margin-top: .3em; }
  .hand { margin-top: .6em; }
  figure svg { max-height: 36mm; }
  main { max-width: none; padding: 0; }
  .two { grid-template-columns: 1fr 1fr; }
  * { print-color-adjust: exact; }
  section, figure, table.box { break-inside: avoid; }
  .all { break-before: page; break-inside: auto; }
}
`,
};
