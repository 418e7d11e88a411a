export interface LeftOutProps {
  readonly title: string;
  readonly entries: readonly { readonly name: string; readonly reason: string }[];
}

/** A list that opens: what was left out of something, each with the reason; nothing where all is there. */
export function LeftOut({ title, entries }: LeftOutProps) {
  if (entries.length === 0) return null;
  return (
    <details class="menu">
      <summary>
        {entries.length} {title}
      </summary>
      <ul class="undescribed">
        {entries.map(({ name, reason }, place) => (
          <li key={place}>
            <strong>{name}</strong>: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
