// A lint rule: a room of src/ may import only from itself and from the rooms above it.
import { dirname, relative, resolve, sep } from "node:path";

/** The rooms from the ground up, with what each may touch beside the rooms named by a number: all before that place. */
const ORDER = ["standards", "documents", "kinds", "formats", "rules", "workspace", "features", "reports", "server", "cli"];

/** True when a file of `from` may import from `to`. `file` is the imported file below src/. */
function allowed(from, to, file) {
  if (from === to || from === undefined || to === undefined) return true;
  if (from === "extension") return /^server[/\\]protocol(?:\.ts)?$/.test(file);
  if (to === "extension") return false;
  if (from === "standards") return false;
  if (from === "documents") return to === "standards";
  if (from === "cli" && to === "server") return false;
  return ORDER.indexOf(to) < ORDER.indexOf(from);
}

const order = {
  meta: { type: "problem", schema: [], messages: { uphill: "`{{from}}` may not import from `{{to}}`: see the order of rooms in CONTRIBUTING.md." } },
  create(context) {
    const source = resolve(context.cwd, "src");
    const roomOf = (file) => (file.startsWith(source + sep) ? relative(source, file).split(sep)[0] : undefined);
    const from = roomOf(context.filename);
    const check = (node) => {
      const name = node.source?.value;
      if (typeof name !== "string" || !name.startsWith(".")) return;
      const target = resolve(dirname(context.filename), name);
      const to = roomOf(target);
      if (!allowed(from, to, relative(source, target))) context.report({ node: node.source, messageId: "uphill", data: { from, to } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

export const rooms = { rules: { order } };
