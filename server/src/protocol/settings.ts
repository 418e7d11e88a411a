/** How loud a diagnostic is; `off` hides it. */
export const loudnesses = ["error", "warning", "information", "hint", "off"] as const;
export type Loudness = (typeof loudnesses)[number];

/** The `superion.*` settings that the server reads, with the defaults of the manifest. */
export interface Settings {
  /** `superion` or `thesis`, which ship, or the path of a model that the user trained. */
  readonly model: string;
  /** Path of published MEGNet weights (HDF5) to compute features with; empty for the shipped parent. */
  readonly parentModel: string;
  readonly codeLens: { readonly enabled: boolean };
  /** `columnNames`: behind each value of a loop, the name of its column. */
  readonly inlayHints: { readonly enabled: boolean; readonly columnNames: boolean };
  readonly hover: { readonly enabled: boolean };
  readonly completion: { readonly enabled: boolean };
  /** `dictionaries`: paths of dictionaries of the user, in DDL1 or DDLm. */
  readonly cif: { readonly dictionaries: readonly string[] };
  /** By the code of a problem: what it is shown as, in place of what Superion finds right. */
  readonly diagnostics: { readonly severity: Readonly<Record<string, Loudness>> };
  /** By file name, or `*` for all files: a line such as `Fe=2, S1=-2`. */
  readonly oxidationStates: Readonly<Record<string, string>>;
}

export const defaultSettings: Settings = {
  model: "superion",
  parentModel: "",
  codeLens: { enabled: true },
  inlayHints: { enabled: true, columnNames: false },
  hover: { enabled: true },
  completion: { enabled: true },
  cif: { dictionaries: [] },
  diagnostics: { severity: { "name-unknown": "off" } },
  oxidationStates: {},
};
