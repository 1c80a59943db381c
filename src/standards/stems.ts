/** Words that say nothing about a title's subject. */
const EMPTY = new Set("a an and any are as at be between by during for from in into is it its of on or other per that the their these this to under use using via with within not no all".split(" "));

/** Spellings and endings that are the same word to a reader. */
const SAME: Readonly<Record<string, string>> = {
  lifecycle: "life cycle",
  "life-cycle": "life cycle",
  infosec: "information security",
  ml: "ai",
  "ai/ml": "ai",
  threats: "threat",
  supplier: "supplier",
  suppliers: "supplier",
  vendor: "supplier",
  vendors: "supplier",
  logs: "log",
  logging: "log",
  crypto: "cryptography",
  cryptographic: "cryptography",
  organisational: "organization",
  organizational: "organization",
  organisation: "organization",
  dev: "development",
  personnel: "people",
};

const ENDINGS = /(?:isations?|izations?|ising|izing|ised|ized|ises|izes|ise|ize|ations?|ments?|ities|ity|ional|ions?|ings?|ies|ied|ers?|ors?|ed|es|e|s|y|al|ive|ance|ence)$/;

/** The words of a title that carry its subject, cut to their stems, without regard to case, spelling and order. */
export function contentStems(title: string): ReadonlySet<string> {
  const words = title.normalize("NFKC").toLowerCase().replace(/[’']s\b/g, "").match(/[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)*/gu) ?? [];
  const spelled = words.flatMap((word) => (SAME[word] ?? word).split(/[\s/-]+/)).flatMap((word) => (SAME[word] ?? word).split(" "));
  return new Set(spelled.filter((word) => !EMPTY.has(word)).map(stemOf));
}

function stemOf(word: string): string {
  if (word.length < 5) return word.replace(/(?<=[^s]{2})s$/, "");
  const cut = word.replace(ENDINGS, "");
  return cut.length >= 3 ? cut : word;
}
