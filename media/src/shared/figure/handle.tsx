import type { CSSProperties } from "preact";

export interface HandleProps {
  readonly class: string;
  readonly style: CSSProperties;
  readonly title?: string | undefined;
  /** Names it for screen readers. */
  readonly label: string;
  readonly value: number;
  /** The value in words. */
  readonly text: string;
  readonly onDrag: (event: PointerEvent) => void;
  readonly onDrop: () => void;
  /** An arrow key, up or down. */
  readonly onStep: (step: 1 | -1) => void;
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** Something over a figure that the pointer drags and arrow keys move. */
export function Handle(props: HandleProps) {
  const { style, title, label, value, text, onDrag, onDrop, onStep } = props;
  return (
    <div
      class={props.class}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={value}
      aria-valuetext={text}
      title={title}
      style={style}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag(event);
      }}
      onPointerUp={onDrop}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        onStep(step);
      }}
    />
  );
}
