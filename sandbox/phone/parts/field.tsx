import { useEffect, useId, useRef } from 'react';

interface FieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: string;
  prefix?: string;
  required?: boolean;
  autoFocus?: boolean;
  maxLength?: number;
}

/** A labelled line of text. */
export function Field({
  label,
  value,
  onValue,
  hint,
  prefix,
  required = false,
  autoFocus = false,
  maxLength = 64,
}: FieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!autoFocus) return;
    // A dialog that is about to open looks for the attribute; anything else needs the call.
    input.current?.setAttribute('autofocus', '');
    input.current?.focus();
  }, [autoFocus]);
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {hint === undefined ? null : <span className="field-hint"> · {hint}</span>}
      </label>
      <span className="field-box">
        {prefix === undefined ? null : <span aria-hidden>{prefix}</span>}
        <input
          id={id}
          ref={input}
          type="text"
          value={value}
          required={required}
          maxLength={maxLength}
          autoComplete="off"
          onChange={(event) => onValue(event.target.value)}
        />
      </span>
    </div>
  );
}
