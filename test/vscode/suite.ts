import "./activation.test";
import "./diagnostics.test";
import "./hover.test";
import "./reading-aids.test";
import "./trees.test";
import "./pages.test";
import "./documents.test";
import "./manifest.test";
