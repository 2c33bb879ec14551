/** What a desk's texts can say by themselves (T1). `status`: what a customer taps to see where things stand; `eta`: by when, in words;
 * `time`: the customer's clock now; `language`: the customer's language by its own name. */
export const VARIABLES = [
  ...['name', 'agent', 'ticket', 'topic', 'eta', 'time', 'language', 'desk', 'status'],
] as const;

/** What only the agent knows and fills in. */
export const FIELDS = ['field', 'what', 'next', 'detail'] as const;
/** See the list of the same name. */
export type Field = (typeof FIELDS)[number];

/** Every name that a text may use. */
export const NAMES: readonly string[] = [...VARIABLES, ...FIELDS];

/** Values by name; one that is absent or blank is missing. */
export type Values = Readonly<Record<string, string | undefined>>;

const NOTHING = /^[\p{C}\p{Z}\s\u115f\u1160\u3164\uffa0\u2800]*$/u;

/** Whether a reader would see nothing: spaces, line breaks, and characters that have no shape. */
export function isBlank(text: string): boolean {
  return NOTHING.test(text);
}

/** A value as it may stand in a text: without braces, which are a template's own, and without space around it. */
export function clean(value: string): string {
  return value.replaceAll('{', '(').replaceAll('}', ')').trim();
}
