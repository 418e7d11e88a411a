import { useEffect, useState } from "preact/hooks";

export interface LateInputProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly placeholder?: string;
  readonly class?: string;
  readonly isWrong?: boolean;
}

const quietMilliseconds = 500;

/** An input that tells its value when the typing pauses, and at once by Enter or when it is left. */
export function LateInput(props: LateInputProps) {
  const { label, value, onValue, placeholder, isWrong = false } = props;
  const [text, setText] = useState(value);
  const tell = () => {
    if (text !== value) onValue(text);
  };
  useEffect(() => {
    setText(value);
  }, [value]);
  useEffect(() => {
    const timer = setTimeout(tell, quietMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return (
    <input
      type="text"
      class={props.class}
      aria-label={label}
      aria-invalid={isWrong}
      placeholder={placeholder}
      spellcheck={false}
      value={text}
      onInput={({ currentTarget }) => {
        setText(currentTarget.value);
      }}
      onBlur={tell}
      onKeyDown={({ key }) => {
        if (key === "Enter") tell();
      }}
    />
  );
}
