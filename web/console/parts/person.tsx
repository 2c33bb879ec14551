import { VisuallyHidden } from '@mantine/core';
import { initials } from '../../ui/format.ts';
import classes from './person.module.css';

interface Props {
  readonly name: string;
  /** It is the colleague who looks. */
  readonly me?: boolean;
  /** The name stands beside it and need not be read twice. */
  readonly decorative?: boolean;
}

/** Two letters for a colleague, the name on hover. */
export function Initials({ name, me = false, decorative = false }: Props) {
  return (
    <span className={classes.initials} data-me={me || undefined} title={name}>
      <span aria-hidden>{initials(name)}</span>
      {decorative ? null : <VisuallyHidden>{name}</VisuallyHidden>}
    </span>
  );
}
