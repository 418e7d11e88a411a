/** The `superion.*` settings that the server reads, with the defaults of the manifest. */
export interface Settings {
  /** Path of published MEGNet weights (HDF5) to compute features with; empty for the shipped parent. */
  readonly parentModel: string;
  readonly codeLens: { readonly enabled: boolean };
}

export const defaultSettings: Settings = { parentModel: "", codeLens: { enabled: true } };
