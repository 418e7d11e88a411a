import { randomBytes } from "node:crypto";
import { Uri, type Webview } from "vscode";

/** The folder of the extension that pages may read from. */
export function pageFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, "dist/panels");
}

/** The document of a page: one script and one style sheet of its own, and nothing from anywhere else. */
export function pageHtml(
  webview: Pick<Webview, "asWebviewUri" | "cspSource">,
  extensionUri: Uri,
  name: string,
  title: string,
): string {
  const nonce = randomBytes(16).toString("base64");
  const address = (file: string) =>
    webview.asWebviewUri(Uri.joinPath(pageFolder(extensionUri), file)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="${address(`${name}.css`)}" />
    <title>${escapeHtml(title)}</title>
  </head>
  <body>
    <main id="page"></main>
    <script type="module" nonce="${nonce}" src="${address(`${name}.js`)}"></script>
  </body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
