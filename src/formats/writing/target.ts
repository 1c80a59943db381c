import type { Language } from "../../documents/document";
import type { KindId } from "../../kinds/field";
import type { Reading } from "../format";
import type { DocumentReadings } from "../readings";

/** A way to write a document anew. */
export interface Target {
  /** As the command line takes it. */
  readonly id: string;
  /** How people call it, alone: `Hugging Face model card`. */
  readonly title: string;
  /** The same with its article, inside a sentence. */
  readonly form: string;
  /** What it is good for, in a few words. */
  readonly about: string;
  readonly language: Language;
  /** The formats that it writes, by the ids of those that read them: what is written so already need not be written so again. */
  readonly formats: readonly string[];
  readonly kinds: readonly KindId[];
  /** True when the text of a Markdown file is taken over below the fields. */
  readonly takesBody?: true;
  /** The name of a new file about what is called `slug`, which may be empty. */
  fileName(slug: string, kind: KindId): string;
  /** The text of the new file. `readBack` says how a text would be read. */
  write(reading: Reading, readBack: (text: string) => DocumentReadings): string;
}
