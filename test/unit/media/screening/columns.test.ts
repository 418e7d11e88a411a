import { expect, it } from "vitest";
import { usualColumns, usualColumnsWith } from "../../../../media/src/screening/columns";

it("shows what only some lists have behind the predicted gap, where the list has it", () => {
  expect(usualColumnsWith({ table: false, barriers: false })).toEqual(usualColumns);
  const all = usualColumnsWith({ table: true, barriers: true });
  const place = all.indexOf("bandGap");
  expect(all.slice(place, place + 4)).toEqual(["bandGap", "eHull", "tableHull", "barrier"]);
  expect(all).toHaveLength(usualColumns.length + 3);
});
