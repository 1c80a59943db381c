/** Deep colours with light words, where the page is dark. */
function onDark(selector: string): string {
  return `${selector} { --ok: #4caf7a; --part: #d6a92b; --stand-in: #e08a45; --gap: #e0746c;
  --heat-0: #24463a; --heat-1: #4a4a26; --heat-2: #664a20; --heat-3: #753f28; --heat-4: #7c3230; --ink: #f1f3f4; --paper: #16191c; }`;
}

/** Looks of what only the report has. Colours are variables, so that an editor's theme or the file's own colours fill them. */
export const REPORT_STYLE = `
.report { --ok: #2e7d4f; --part: #b58900; --stand-in: #c4661f; --gap: #b3413b; --line: color-mix(in srgb, currentColor 18%, transparent); --soft: color-mix(in srgb, currentColor 6%, transparent);
  --heat-0: #cfe6d4; --heat-1: #e6e7b8; --heat-2: #f6d9a0; --heat-3: #f0b48f; --heat-4: #e58f86; --ink: #1d2428; --paper: #fff; }
.report h2, .report h3, .report thead { break-after: avoid; } .report tbody tr:first-child { break-before: avoid; } .report p { orphans: 3; widows: 3; }
.report .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem; margin: 1rem 0; }
.report .card { border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.2rem; break-inside: avoid; }
.report .card h3 { margin: 0; }
.report .big { font-size: 2rem; font-weight: 600; line-height: 1.2; margin: .3rem 0 .6rem; }
.report .big span { font-size: .9rem; font-weight: 400; }
.report .bar { display: block; border-radius: 3px; overflow: hidden; background: var(--soft); }
.report .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: 0; margin: .6rem 0; }
.report .state-evidenced { fill: var(--ok); } .report .state-partly { fill: var(--part); } .report .state-placeholder { fill: var(--stand-in); } .report .state-missing { fill: var(--gap); }
.report .chip { white-space: nowrap; padding-left: .55rem; border-left: 4px solid var(--line); }
.report .state-text-evidenced { border-color: var(--ok); } .report .state-text-partly { border-color: var(--part); } .report .state-text-placeholder { border-color: var(--stand-in); } .report .state-text-missing { border-color: var(--gap); }
.report .numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .6rem 1.5rem; margin: 1.2rem 0; }
.report .numbers div { border-left: 3px solid var(--line); padding-left: .8rem; }
.report .numbers dt { font-size: .85rem; opacity: .8; } .report .numbers dd { margin: 0; font-weight: 600; }
.report .table { overflow-x: auto; }
.report caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.report td, .report th { overflow-wrap: break-word; width: auto; }
.report table { table-layout: auto; }
.report time { white-space: nowrap; }
.report tr { break-inside: avoid; } .report thead { display: table-header-group; }
.report .heat { width: 100%; max-width: 52rem; height: auto; margin: .6rem 0; break-inside: avoid; font-size: 13px; }
.report .heat-0 { fill: var(--heat-0); } .report .heat-1 { fill: var(--heat-1); } .report .heat-2 { fill: var(--heat-2); } .report .heat-3 { fill: var(--heat-3); } .report .heat-4 { fill: var(--heat-4); }
.report .heat text { fill: currentColor; } .report .heat .level { fill: var(--ink); opacity: .88; font-size: 11px; } .report .heat .tally { fill: var(--ink); font-size: 17px; font-weight: 600; }
.report .heat .axis-name { font-weight: 600; }
.report .ring { fill: color-mix(in srgb, var(--paper) 65%, transparent); stroke: var(--ink); stroke-width: 1.4; stroke-dasharray: 3 2; } .report .dot { fill: var(--ink); stroke: var(--paper); stroke-width: 1; }
.report .heat .ring-text { fill: var(--ink); font-size: 10.5px; } .report .heat .dot-text { fill: var(--paper); font-size: 10.5px; font-weight: 600; }
.report .arrow { stroke: var(--ink); stroke-width: 1.6; } .report .arrow-head { fill: var(--ink); }
${onDark("body.vscode-dark .report, body.vscode-high-contrast:not(.vscode-high-contrast-light) .report")}
`;

/** Looks of the file: what an editor's theme gives to a page there. */
export const FILE_STYLE = `
:root { color-scheme: light dark; --text: #1d2428; --back: #fff; --link: #0b5cad; --quiet: #566068; }
@media screen and (prefers-color-scheme: dark) { :root { --text: #dfe4e8; --back: #16191c; --link: #7db7f5; --quiet: #9aa5ad; } ${onDark("html body .report")} }
body { margin: 0; color: var(--text); background: var(--back); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 2.5rem 2rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; } h2 { font-size: 1.25rem; margin: 2.6rem 0 .8rem; } h3 { font-size: 1.02rem; margin: 1.4rem 0 .4rem; }
a { color: var(--link); } .quiet { color: var(--quiet); }
table { width: 100%; border-collapse: collapse; font-size: .92em; margin: .6rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 18%, transparent); }
thead th { color: var(--quiet); } tbody th { font-weight: 500; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .92em; }
@page { margin: 16mm 14mm; }
@media print { :root { color-scheme: light; --text: #000; --back: #fff; --link: #000; --quiet: #444; } body { font-size: 10pt; } main { max-width: none; padding: 0; } h2 { margin-top: 1.8rem; } table { font-size: 8.5pt; } .report .table { overflow: visible; } th, td { padding: .25rem .7rem .25rem 0; } a { text-decoration: none; } svg, .chip { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
