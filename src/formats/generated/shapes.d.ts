import type { SchemaError } from "../../kinds/validate";

/** A validator compiled by ajv at build time; `errors` holds the violations of the last call. */
interface Validator {
  (value: unknown): boolean;
  errors?: readonly (SchemaError & { readonly schemaPath: string })[] | null;
}

/** By format and version, e.g. `cyclonedx-1.6`. */
declare const shapes: Readonly<Partial<Record<string, Validator>>>;
export default shapes;
