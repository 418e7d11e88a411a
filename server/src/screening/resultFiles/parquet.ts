import { ByteWriter, ParquetWriter, schemaFromColumnData, type ColumnSource } from "hyparquet-writer";
import type { ScreeningHeader } from "../../protocol/screening";
import type { ResultEncoder, ResultRow } from "./encoder";
import { flatColumns } from "./flatColumns";

/** Apache Parquet with the header under the key `superion` of its metadata, and a row group a call of `rows`. */
export class ParquetEncoder implements ResultEncoder {
  private readonly bytes = new ByteWriter();
  private file: ParquetWriter | undefined;

  begin(header: ScreeningHeader): Uint8Array {
    this.file = new ParquetWriter({
      writer: this.bytes,
      schema: schemaFromColumnData({ columnData: columnsOf([]) }),
      kvMetadata: [{ key: "superion", value: JSON.stringify(header) }],
      createdBy: `superion ${header.version}`,
    });
    return this.taken();
  }

  rows(rows: readonly ResultRow[]): Uint8Array {
    if (rows.length > 0) void this.file?.write({ columnData: columnsOf(rows), rowGroupSize: rows.length });
    return this.taken();
  }

  end(): Uint8Array {
    void this.file?.finish();
    return this.taken();
  }

  /** What was written since the last time; places in the file go on. */
  private taken(): Uint8Array {
    const taken = this.bytes.getBytes().slice();
    this.bytes.index = 0;
    return taken;
  }
}

function columnsOf(rows: readonly ResultRow[]): ColumnSource[] {
  return flatColumns.map(({ name, type, cell }) => ({ name, type, nullable: true, data: rows.map(cell) }));
}
