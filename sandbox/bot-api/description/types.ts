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
export type Fields = Record<string, Field>;
export type Method = { returns: string; fields: Fields };
export type ObjectType = { fields: Fields };
/** `by` is the field whose value tells the alternatives apart, absent where none does. */
export type UnionType = { union: string[]; by?: string };
export type Description = {
  version: string;
  date: string;
  methods: Record<string, Method>;
  types: Record<string, ObjectType | UnionType>;
};
