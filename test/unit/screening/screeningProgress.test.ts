import { describe, expect, it } from "vitest";
import { ProgressMeter } from "../../../server/src/screening/screeningProgress";

/** A meter with a clock of its own, in seconds. */
function meterAt(): { meter: ProgressMeter; at: (seconds: number) => void } {
  let now = 0;
  const meter = new ProgressMeter(() => now);
  return { meter, at: (seconds) => (now = 1000 * seconds) };
}

describe("the progress of a screening", () => {
  it("tells the rate and the time left from the share of bytes that was done", () => {
    const { meter, at } = meterAt();
    meter.totalBytes = 1000;
    meter.report(0, 0, false);
    at(4);
    meter.bytesRead = 300;
    meter.bytesInWork = 100;
    expect(meter.report(20, 20, false)).toMatchObject({ done: 20, total: 100, rate: 5, secondsLeft: 16 });
  });

  it("forgets how fast it went before the last ten seconds or so", () => {
    const { meter, at } = meterAt();
    meter.report(0, 0, false);
    at(1);
    meter.report(1000, 1000, false);
    for (let second = 2; second <= 20; second++) {
      at(second);
      meter.report(1000 + second, 1000 + second, false);
    }
    expect(meter.report(1021, 1021, false).rate).toBeLessThan(2);
  });

  it("tells no rate where only rows of an earlier run are gone through, and no total where none can be told", () => {
    const { meter, at } = meterAt();
    meter.report(0, 0, false);
    at(5);
    expect(meter.report(500, 0, false)).toMatchObject({ rate: null, secondsLeft: null, total: null });
  });

  it("knows the total at the end", () => {
    const { meter, at } = meterAt();
    meter.report(0, 0, false);
    at(5);
    expect(meter.report(50, 50, true)).toMatchObject({ total: 50, secondsLeft: 0 });
  });
});
