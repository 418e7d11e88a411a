interface Progress {
  readonly state: string;
  readonly done: number;
  readonly total: number | null;
}

/** Milliseconds. */
const interval = 250;

/** Tells progress not too often, but another state and the end at once. */
export function throttled<Told extends Progress>(tell: (progress: Told) => void): (progress: Told) => void {
  let [told, state] = [-Infinity, ""];
  return (progress) => {
    const now = performance.now();
    const isLast = progress.done === progress.total;
    if (now - told < interval && progress.state === state && !isLast) return;
    [told, state] = [now, progress.state];
    tell(progress);
  };
}
