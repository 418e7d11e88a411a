import { describe, expect, it, vi } from "vitest";
import { Uri, type Webview } from "vscode";
import { pageHtml } from "../../../client/src/panels/page";

vi.mock("vscode", () => {
  const uri = (path: string) => ({ path, toString: () => `vscode-webview:${path}` });
  return {
    Uri: {
      file: uri,
      joinPath: ({ path }: { path: string }, ...parts: string[]) => uri([path, ...parts].join("/")),
    },
  };
});

const webview: Pick<Webview, "asWebviewUri" | "cspSource"> = {
  asWebviewUri: (uri) => uri,
  cspSource: "vscode-webview:",
};
const html = () => pageHtml(webview, Uri.file("/superion"), "screening", 'Screening: <a> & "b"');

describe("the document of a page", () => {
  it("allows its own script and style sheet, and nothing else", () => {
    const [, policy = ""] = /Content-Security-Policy" content="([^"]+)"/.exec(html()) ?? [];
    expect(policy).toMatch(
      /^default-src 'none'; style-src vscode-webview:; script-src 'nonce-[A-Za-z0-9+/]{22}=='$/,
    );
    const [, nonce] = /'nonce-(.+)'/.exec(policy) ?? [];
    expect(html()).not.toContain(`nonce-${nonce}`);
    expect(html().match(/<script/g)).toHaveLength(1);
    expect(html()).not.toMatch(/ style=| on\w+=|https?:/);
  });

  it("names the bundle of its panel in the folder that pages may read", () => {
    expect(html()).toContain('src="vscode-webview:/superion/dist/panels/screening.js"');
    expect(html()).toContain('href="vscode-webview:/superion/dist/panels/screening.css"');
  });

  it("takes names of files for text", () => {
    expect(html()).toContain("<title>Screening: &#60;a&#62; &#38; &#34;b&#34;</title>");
  });
});
