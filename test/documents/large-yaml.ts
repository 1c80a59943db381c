import type { readYaml } from "../../src/documents/yaml";

const item = (number: number) => `  - id: R-${number}
    title: "Feed ${number}: records that nobody sent"
    # looked at in spring
    affects: [integrity]
    note: |
      first [ line

      last line
    residual: { level: low }

`;
/** A register of so many risks, large enough to be read in stretches. */
export const largeYaml = (items: number) => `# a register\nkind: security-risk\nrisks:   # the list\n${Array.from({ length: items }, (_, index) => item(index)).join("")}scope: Feeds\n`;

/** What was read, without the memory of how. */
export const tree = ({ parts, problems, comments }: ReturnType<typeof readYaml>) => ({ parts, problems, comments });
