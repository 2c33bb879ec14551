import { initials } from '../../ui/format.ts';
import classes from './person.module.css';

/** Two letters for a colleague, the name on hover. */
export function Initials({ name, me = false }: { name: string; me?: boolean }) {
  return (
    <span className={classes.initials} data-me={me || undefined} title={name}>
      <span aria-hidden>{initials(name)}</span>
      <span className={classes.unseen}>{name}</span>
    </span>
  );
}
