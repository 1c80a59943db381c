import "./activation.test";
import "./workspace-reading.test";
import "./completion.test";
import "./diagnostics.test";
import "./fixes.test";
import "./links.test";
import "./hover.test";
import "./reading-aids.test";
import "./navigation.test";
import "./trees.test";
import "./pages.test";
import "./documents.test";
import "./reports.test";
import "./write-as.test";
import "./manifest.test";
// The last, since it leaves a git repository behind.
import "./changed-clauses.test";
