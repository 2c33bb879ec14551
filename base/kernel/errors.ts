/** What kind of refusal an error is; an edge turns the kind into a status. */
export type ErrorKind = 'invalid' | 'unauthorized' | 'forbidden' | 'not_found' | 'conflict' | 'too_large';

/** A refusal by the domain. `code` names it for programs; only an edge turns a code into a sentence or a status. */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(kind: ErrorKind, code: string, details: Record<string, string | number> = {}) {
    super(code);
    this.name = 'DomainError';
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

/** Makes the type checker prove that a switch is exhaustive. Throws if data from outside gets here all the same. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
