import tseslint from "typescript-eslint";
import { rooms } from "./scripts/lint/rooms.mjs";

/** Rooms of the core: no editor, no Node, nothing outside their arguments. */
const CORE = ["standards", "documents", "kinds", "formats", "rules", "workspace", "features", "reports"];

export default tseslint.config(
  { ignores: ["dist/**", "out/**", "node_modules/**", ".vscode-test/**", "src/kinds/generated/**"] },
  {
    files: ["src/**/*.ts", "test/**/*.ts", "scripts/**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: ["tsconfig.json", "tsconfig.server.json", "tsconfig.node.json", "tsconfig.extension.json", "tsconfig.scripts.json", "tsconfig.test.json", "tsconfig.vscode-test.json"], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": "off",
    },
  },
  { files: ["src/**/*.ts"], plugins: { rooms }, rules: { "rooms/order": "error" } },
  {
    files: CORE.map((room) => `src/${room}/**/*.ts`),
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ regex: "^(?:node:|vscode$|vscode-languageclient)", message: "The core runs everywhere: in Node, in a Web Worker and in a test." }] }],
      "no-restricted-globals": ["error", "process", "Buffer", "setTimeout", "setInterval", "fetch"],
      "no-restricted-syntax": ["error", { selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "The core has no clock: today's date comes in as a value." }],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-floating-promises": "error" },
  },
);
