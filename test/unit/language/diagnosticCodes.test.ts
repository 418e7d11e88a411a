import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = process.cwd();
const sources = readdirSync(join(root, "server/src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
  .map((name) => readFileSync(join(root, "server/src", name), "utf8"));
/** Of files that are read as CIF, of tables of measurements, of impedance, of clusters, of paths. */
const page = ["diagnostics", "measurements", "impedance-problems", "clustering", "migration"]
  .map((name) => readFileSync(join(root, "docs", `${name}.md`), "utf8"))
  .join("\n");
const documented = [...page.matchAll(/^### (\S+)$/gm)].map(([, code = ""]) => code);

describe("the pages on problems", () => {
  it("has a section for every code of a problem in the source", () => {
    const codes = new Set(sources.flatMap(problemCodes));
    expect(codes.size).toBeGreaterThan(50);
    expect([...codes].filter((code) => !documented.includes(code)).sort()).toEqual([]);
  });

  it("has no section for a code that the source does not have, and none twice", () => {
    expect(
      documented.filter(
        (code) => !sources.some((text) => text.includes(`"${code}"`) || text.includes(`[${code}]`)),
      ),
    ).toEqual([]);
    expect(new Set(documented).size).toBe(documented.length);
  });

  it("says something under each heading", () => {
    const sections = page.split(/^### /m).slice(1);
    expect(sections.filter((section) => section.split("\n").slice(1).join("").trim().length < 40)).toEqual(
      [],
    );
  });
});

/** What stands as first argument of a call that makes a problem, or as `code` of an object. */
function problemCodes(source: string): string[] {
  const codes: string[] = [];
  const makers = new Set(["error", "warning", "information", "hint", "deprecation", "problem"]);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression, arguments: given } = node;
      const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
      if (makers.has(name) && given[0]) codes.push(...kebabLiterals(given[0]));
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === "code")
      codes.push(...kebabLiterals(node.initializer));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true));
  return codes;
}

/** The texts of an expression that have the form of a code. */
function kebabLiterals(expression: ts.Expression): string[] {
  if (ts.isConditionalExpression(expression))
    return [...kebabLiterals(expression.whenTrue), ...kebabLiterals(expression.whenFalse)];
  return ts.isStringLiteral(expression) && /^[a-z]+(-[a-z0-9]+)+$/.test(expression.text)
    ? [expression.text]
    : [];
}
