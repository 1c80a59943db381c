import type { KindId } from "../field";
import type { SchemaError } from "../validate";

/** A validator compiled by ajv at build time; `errors` holds the violations of the last call. */
interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

declare const validators: Readonly<Record<KindId, Validator>>;
export default validators;
