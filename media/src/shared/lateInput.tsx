import type { TargetedInputEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

export interface LateInputProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: "text" | "search";
  readonly placeholder?: string;
  readonly class?: string;
  readonly isWrong?: boolean;
  /** How long a pause of the typing is. */
  readonly quietMilliseconds?: number;
}

/** An input that tells its value when the typing pauses, and at once by Enter or when it is left. */
export function LateInput(props: LateInputProps) {
  const {
    label,
    value,
    onValue,
    type = "text",
    placeholder,
    isWrong = false,
    quietMilliseconds = 500,
  } = props;
  const [text, setText] = useState(value);
  const tell = () => {
    if (text !== value) onValue(text);
  };
  // Of the time when the pause ends: what was told at once is not told again, and no choice made meanwhile is lost.
  const tellNow = useRef(tell);
  tellNow.current = tell;
  useEffect(() => {
    setText(value);
  }, [value]);
  useEffect(() => {
    const timer = setTimeout(() => {
      tellNow.current();
    }, quietMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  const attributes = {
    class: props.class,
    "aria-label": label,
    "aria-invalid": isWrong,
    placeholder,
    spellcheck: false,
    value: text,
    onInput({ currentTarget }: TargetedInputEvent<HTMLInputElement>) {
      setText(currentTarget.value);
    },
    onBlur: tell,
    onKeyDown({ key }: KeyboardEvent) {
      if (key === "Enter") tell();
    },
  };
  return type === "search" ? <input type="search" {...attributes} /> : <input type="text" {...attributes} />;
}
