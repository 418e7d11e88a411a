export interface CountFieldProps {
  readonly count: number;
  readonly most: number;
  readonly onCount: (count: number) => void;
}

/** How many clusters, in numbers. */
export function CountField({ count, most, onCount }: CountFieldProps) {
  return (
    <label class="quantity">
      Clusters
      <input
        type="number"
        min={1}
        max={most}
        value={count}
        onChange={({ currentTarget }) => {
          const wanted = currentTarget.valueAsNumber;
          if (Number.isInteger(wanted)) onCount(wanted);
        }}
      />
    </label>
  );
}
