// @ts-check
import { defineConfig, globalIgnores } from "eslint/config";
import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

/** The floors of the house: a room imports from lower floors only, and rooms on one floor do not know each other. */
const floors = {
  language: 7,
  cli: 7,
  screening: 6,
  learning: 5,
  clustering: 4,
  graph: 3,
  descriptors: 3,
  migration: 3,
  crystal: 2,
  cif: 1,
};
/** `impedance` stands aside: it knows nobody, and only floor 7 knows it. */
const rooms = [...Object.keys(floors), "impedance"];
const outside = ["language", "cli", "screening"];

const mayImport = (from, to) =>
  from === to || (to === "impedance" ? floors[from] === 7 : floors[from] > floors[to]);

const forbid = (patterns) => ({ "no-restricted-imports": ["error", { patterns }] });
const path = (name) => ({
  regex: `^(\\.\\./)+${name}(/|$)`,
  message: `An import against the arrows of the house.`,
});

const roomRules = rooms.map((room) => ({
  files: [`server/src/${room}/**/*.ts`],
  rules: forbid([
    ...rooms.filter((other) => !mayImport(room, other)).map(path),
    { regex: "^vscode$|^vscode-languageclient", message: "The server knows no vscode." },
    ...(outside.includes(room)
      ? []
      : [
          path("protocol"),
          { regex: "^(node:|vscode|fs$|path$)", message: "A science room takes values and returns values." },
        ]),
  ]),
}));

export default defineConfig(
  globalIgnores(["dist", ".cache", "**/node_modules"]),
  eslint.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        setTimeout: "readonly",
        URL: "readonly",
        fetch: "readonly",
      },
    },
  },
  ...roomRules,
  {
    files: ["server/src/protocol/**/*.ts"],
    rules: forbid([{ regex: "^(\\.\\./)", message: "The protocol knows nobody." }]),
  },
  {
    files: ["client/src/**/*.ts", "media/src/**/*.{ts,tsx}"],
    rules: forbid([
      { regex: "server/src/(?!protocol/)", message: "Client and media know the server's protocol alone." },
    ]),
  },
);
