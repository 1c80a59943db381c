import type { KindId } from "./field";
import validators from "./generated/validators";

/** One violation of a kind's schema, as the compiled validator gives it. */
export interface SchemaError {
  /** JSON Pointer to the value. */
  readonly instancePath: string;
  /** The keyword of JSON Schema that was violated. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key that was violated, where the keyword is about keys and not about values. */
  readonly propertyName?: string;
}

/** Every violation of the kind's schema in a plain value, in the order of the validator. */
export function schemaErrors(kind: KindId, value: unknown): readonly SchemaError[] {
  const validate = validators[kind];
  return validate(value) ? [] : (validate.errors ?? []);
}
