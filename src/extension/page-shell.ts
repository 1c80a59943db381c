/**
 * A whole page around a fragment. Colours and fonts are the editor's own, so that every theme is right; the only script tells the
 * extension which link was followed.
 */
export function pageShell(fragment: string, title: string): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${title.replace(/[<>&"]/g, "")}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>${fragment}</main>
<script nonce="${nonce}">
const editor = acquireVsCodeApi();
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link) return;
  event.preventDefault();
  editor.postMessage({ open: link.getAttribute("href") });
});
</script>
</body>
</html>`;
}

const STYLE = `
body { margin: 0; padding: 0; color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); font-family: var(--vscode-font-family); font-size: 14px; line-height: 1.55; }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 2rem 4rem; }
h1 { font-size: 1.7rem; font-weight: 600; line-height: 1.25; margin: 0 0 .4rem; }
h2 { font-size: 1.1rem; font-weight: 600; margin: 2.2rem 0 .6rem; padding-bottom: .25rem; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
h3 { font-size: 1rem; font-weight: 600; margin: 1.4rem 0 .4rem; }
p, ul, ol, table, pre { margin: .6rem 0; }
ul { padding-left: 1.3rem; }
li { margin: .2rem 0; }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { text-decoration: underline; color: var(--vscode-textLink-activeForeground); }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
th { font-weight: 600; color: var(--vscode-descriptionForeground); }
code { font-family: var(--vscode-editor-font-family); font-size: .92em; padding: .1em .3em; border-radius: 3px; background: var(--vscode-textCodeBlock-background); }
pre { padding: .8rem 1rem; border-radius: 4px; overflow-x: auto; background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); }
pre code { padding: 0; background: none; }
small, .quiet, footer, nav { color: var(--vscode-descriptionForeground); }
footer { margin-top: 3rem; font-size: .9em; }
`;
