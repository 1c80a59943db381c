import type { FeatureContext } from "../features/context";
import { placeAddress } from "../features/evidence-place";
import { pageAt as clauseOrRulePage } from "../features/page";
import type { Page } from "../features/page";
import { clausePageUri, lostPageAt, PAGE_SCHEME } from "../features/page-address";
import { QUESTIONS } from "../workspace/advice";
import type { Answers } from "../workspace/advice";
import { advicePage } from "./advice-page";
import { lostPage } from "./lost-page";
import { report, REPORT_TITLE } from "./report/report";
import type { ReportLinks } from "./report/links";

/** The address of the report about the workspace. */
export const REPORT_PAGE = `${PAGE_SCHEME}:/report`;

/** The address of the advice that follows from these answers: one letter per question, `y` or `n`. Its last part names the tab. */
export function advicePageUri(answers: Answers): string {
  return `${PAGE_SCHEME}:/advice?${QUESTIONS.map(({ id }) => (answers[id] ? "y" : "n")).join("")}`;
}

/** Links of a page in an editor. */
const editorLinks: ReportLinks = { place: ({ uri }, range) => placeAddress({ uri, range }), clause: clausePageUri };

/** The page at an address: of a clause, of a rule, the report, the advice, or what is lost in another format; undefined when there is none. */
export function anyPageAt(context: FeatureContext, uri: string, version: string): Page | undefined {
  const name = uri.replace(/^clausewise:\/*/, "");
  if (name === "report") return { title: REPORT_TITLE, html: report({ ...context, version }, editorLinks).html };
  const letters = /^advice\?([yn]+)$/.exec(name)?.[1];
  if (letters?.length === QUESTIONS.length) return advicePage(Object.fromEntries(QUESTIONS.map(({ id }, index) => [id, letters[index] === "y"])) as Answers);
  const lost = lostPageAt(uri);
  if (lost) return lostPage(context, lost);
  return clauseOrRulePage(context, uri);
}
