import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** A column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Explains the column when the pointer rests on it. */
  readonly hint?: string;
  /** Pixels. */
  readonly width: number;
  /** Numbers stand right. */
  readonly numeric?: boolean;
  readonly cell: (row: Row) => ComponentChildren;
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

export interface VirtualTableProps<Row> {
  /** Names the table for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly count: number;
  /** A row by its place; absent while it is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Told which rows are to be seen, the end not included. */
  readonly onVisible?: (from: number, to: number) => void;
  /** The place of the row that the keys act on. */
  readonly active: number | undefined;
  readonly onActive: (index: number) => void;
  /** Rows that are selected besides the active one. */
  readonly isSelected?: (index: number) => boolean;
  /** Enter or a double click. */
  readonly onOpen?: (index: number) => void;
  /** The space bar. */
  readonly onMark?: (index: number) => void;
  readonly sorting?: Sorting | undefined;
  readonly onSort?: (key: string) => void;
}

const rowHeight = 24;
const spareRows = 10;

/** A table of any length: only the rows that are to be seen are in the document. Keys as in an ARIA grid, by rows. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, count, rowAt, onVisible, active, onActive, isSelected, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, followScroll } = useWindow(scroller, count);
  useEffect(() => onVisible?.(first, end), [first, end, count, onVisible]);
  useEffect(() => {
    if (active !== undefined) reveal(scroller.current, active);
  }, [active]);

  const template = columns.map(({ width }) => `${width}px`).join(" ");
  const places = Array.from({ length: Math.max(0, end - first) }, (_, place) => first + place);
  return (
    <div
      ref={scroller}
      class="table"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-multiselectable={isSelected !== undefined}
      aria-activedescendant={active === undefined ? undefined : rowId(label, active)}
      style={{ "--columns": template }}
      onScroll={followScroll}
      onKeyDown={(event) => {
        handleKey(event, props, pageOf(scroller.current));
      }}
    >
      <HeaderRow {...props} />
      <div class="table-body" style={{ height: `${count * rowHeight}px` }} role="rowgroup">
        {places.map((index) => {
          const row = rowAt(index);
          return (
            <div
              key={index}
              id={rowId(label, index)}
              class={index === active ? "table-row active" : "table-row"}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === active || isSelected?.(index) === true}
              style={{ transform: `translateY(${index * rowHeight}px)` }}
              onClick={() => {
                onActive(index);
              }}
              onDblClick={() => onOpen?.(index)}
            >
              {columns.map(({ key, numeric, cell }) => (
                <div key={key} role="gridcell" class={numeric ? "numeric" : ""}>
                  {row === undefined ? "\u2026" : cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function HeaderRow<Row>({ columns, sorting, onSort }: VirtualTableProps<Row>) {
  return (
    <div class="table-header" role="row" aria-rowindex={1}>
      {columns.map(({ key, title, hint, numeric }) => {
        const sorted = sorting?.key === key;
        const direction = sorting?.descending ? "descending" : "ascending";
        return (
          <div
            key={key}
            role="columnheader"
            class={numeric ? "numeric" : ""}
            aria-sort={sorted ? direction : "none"}
            title={hint}
          >
            {onSort === undefined ? (
              title
            ) : (
              <button
                type="button"
                onClick={() => {
                  onSort(key);
                }}
              >
                {title}
                {sorted ? (sorting.descending ? " \u25be" : " \u25b4") : ""}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Which rows are to be seen, with a few to spare. */
function useWindow(scroller: { readonly current: HTMLDivElement | null }, count: number) {
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setHeight(element.clientHeight);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  const followScroll = () => {
    setTop(Math.floor((scroller.current?.scrollTop ?? 0) / rowHeight));
  };
  const end = Math.min(count, top + Math.ceil(height / rowHeight) + spareRows);
  return { first: Math.min(Math.max(0, top - spareRows), end), end, followScroll };
}

function handleKey<Row>(event: KeyboardEvent, props: VirtualTableProps<Row>, page: number): void {
  const { active = -1, count, onActive, onOpen, onMark } = props;
  // The buttons of the header have keys of their own.
  if (event.target !== event.currentTarget) return;
  const moves: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  };
  const to = moves[event.key];
  if (to !== undefined && count > 0) onActive(Math.min(Math.max(to, 0), count - 1));
  else if (event.key === "Enter" && active >= 0) onOpen?.(active);
  else if (event.key === " " && active >= 0) onMark?.(active);
  else return;
  event.preventDefault();
}

function pageOf(element: HTMLElement | null): number {
  return Math.max(1, Math.floor((element?.clientHeight ?? 0) / rowHeight) - 2);
}

function reveal(element: HTMLElement | null, index: number): void {
  if (element === null) return;
  const top = index * rowHeight;
  // The header, as high as a row, covers the first row of what is to be seen.
  const bottom = top + 2 * rowHeight;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (bottom > element.scrollTop + element.clientHeight)
    element.scrollTop = bottom - element.clientHeight;
}

function rowId(label: string, index: number): string {
  return `${label.replace(/\W+/g, "-")}-${index}`;
}
