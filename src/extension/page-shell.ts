import { REPORT_STYLE } from "../server/protocol";

/** What the shell's script tells the extension: that it waits for content, or which link was followed. */
export type PageMessage = { readonly ready: true } | { readonly open: string };

/**
 * The frame that a page's fragment is put into. Colours and fonts are the editor's own, so that every theme is right. Its script
 * asks for the content, puts it in, and keeps the place that was scrolled to when the content changes or the page was hidden.
 * Web addresses are left to the editor, which follows them by itself.
 */
export function pageShell(): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<style nonce="${nonce}">${STYLE}${REPORT_STYLE}</style>
</head>
<body>
<main aria-live="off"></main>
<script nonce="${nonce}">
const editor = acquireVsCodeApi();
const main = document.querySelector("main");
let restored = false;
window.addEventListener("message", ({ data }) => {
  main.innerHTML = data.html;
  main.classList.toggle("wide", main.querySelector(".report") !== null);
  document.title = data.title;
  if (!restored) window.scrollTo(0, editor.getState()?.top ?? 0);
  restored = true;
});
window.addEventListener("scroll", () => editor.setState({ top: window.scrollY }), { passive: true });
window.addEventListener("click", (event) => {
  const href = event.target.closest("a[href]")?.getAttribute("href");
  if (!href || /^(https?:|#)/.test(href)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  editor.postMessage({ open: href });
}, { capture: true });
editor.postMessage({ ready: true });
</script>
</body>
</html>`;
}

const STYLE = `
body { margin: 0; padding: 0; color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); font-family: var(--vscode-font-family); font-size: 14px; line-height: 1.55; }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 2rem 4rem; }
main.wide { max-width: 76rem; }
h1 { font-size: 1.6rem; font-weight: 600; line-height: 1.25; margin: 0 0 .4rem; }
h2 { font-size: 1.1rem; font-weight: 600; margin: 2.2rem 0 .6rem; padding-bottom: .25rem; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
h3 { font-size: 1rem; font-weight: 600; margin: 1.4rem 0 .4rem; }
p, ul, ol, table, pre { margin: .6rem 0; }
ul { padding-left: 1.3rem; }
li { margin: .2rem 0; }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { text-decoration: underline; color: var(--vscode-textLink-activeForeground); }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th:first-child { width: 32%; }
th:last-child { width: 16%; }
tbody td:last-child { color: var(--vscode-descriptionForeground); }
td { overflow-wrap: anywhere; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
thead th { font-weight: 600; color: var(--vscode-descriptionForeground); }
tbody th { font-weight: 500; }
dl { margin: .6rem 0; }
dt { font-weight: 600; margin-top: .8rem; }
dd { margin: .15rem 0 0; line-height: 1.8; }
blockquote { margin: .6rem 0; padding: .1rem 1rem; border-left: 3px solid var(--vscode-textBlockQuote-border); background: var(--vscode-textBlockQuote-background); }
code { font-family: var(--vscode-editor-font-family); font-size: .92em; padding: .1em .3em; border-radius: 3px; background: var(--vscode-textCodeBlock-background); }
pre { padding: .8rem 1rem; border-radius: 4px; overflow-x: auto; background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); }
pre code { padding: 0; background: none; }
small, .quiet, footer, nav { color: var(--vscode-descriptionForeground); }
footer { margin-top: 3rem; font-size: .9em; }
`;
