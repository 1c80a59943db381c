/** A security risk file of at least `size` characters: many different risks of the usual length, all of them right. */
export function riskFile(size) {
  const threats = ["data_poisoning", "evasion", "model_extraction", "prompt_injection", "supply_chain"];
  const levels = [
    ["possible", "major", "high"],
    ["unlikely", "moderate", "medium"],
    ["likely", "minor", "medium"],
  ];
  const lines = ["kind: security-risk", "id: bench-risks", "scope: Scoring service and its training pipeline", "owner: Information security officer", "review: { last: 2026-09-01, next: 2099-09-01 }", "risks:"];
  let length = lines.join("\n").length;
  for (let number = 1; length < size; number++) {
    const [likelihood, consequence, level] = levels[number % levels.length];
    const block = [
      `  - id: R-${String(number).padStart(4, "0")}`,
      `    title: Feed ${number} carries records that a partner did not send`,
      `    category: security`,
      `    threat: ${threats[number % threats.length]}`,
      `    affects: [integrity]`,
      `    asset: feed-${number}`,
      `    owner: Data engineering lead`,
      `    likelihood: ${likelihood}`,
      `    consequence: ${consequence}`,
      `    level: ${level}`,
      `    treatment:`,
      `      option: modify`,
      `      controls: ["iso27001:A.5.21", "iso42001:A.7.5"]`,
      `      actions:`,
      `        - { what: Sign and verify the files of feed ${number}, owner: Data platform, due: 2099-11-30, status: in_progress }`,
      `    residual: { likelihood: rare, consequence: minor, level: low }`,
    ];
    lines.push(...block);
    length += block.join("\n").length + 1;
  }
  return `${lines.join("\n")}\n`;
}
