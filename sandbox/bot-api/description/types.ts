/** The shape of the description: how methods and types are written down. */

/** What is known of one parameter or field; absent keys mean "no limit" and "not required". */
export type Field = {
  /** Alternatives joined by `|`; `X[]` is an array of X. Basic ones: String, Integer, Float, Boolean, True, InputFile. */
  type: string;
  required?: true;
  enum?: (string | number)[];
  min?: number;
  max?: number;
  /** What min and max count; characters are those of Unicode, after parsing. */
  unit?: 'characters' | 'bytes' | 'items';
};
/** Parameters or fields by name, in the order of the documentation. */
export type Fields = Record<string, Field>;
/** A method: what it returns and what it takes. */
export type Method = { returns: string; fields: Fields };
/** An object and its fields. */
export type ObjectType = { fields: Fields };
/** `by` is the field whose value tells the alternatives apart, absent where none does. */
export type UnionType = { union: string[]; by?: string };
/** The whole of the Bot API, at a version and its date (ISO). */
export type Description = {
  version: string;
  date: string;
  methods: Record<string, Method>;
  types: Record<string, ObjectType | UnionType>;
};
