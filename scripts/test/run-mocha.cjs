// Runs mocha on the files named in its arguments, behind the time limit of a test in milliseconds. Mocha's own command takes a quarter of a
// second to read options that nobody gives.
const { resolve } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Mocha } = require("mocha");
const CountingReporter = require("./counting-reporter.cjs");

// Most code of a short run is run a few times: to optimise it as early as in a server takes more time than it saves.
if (process.env.CLAUSEWISE_SHARE) setFlagsFromString("--interrupt-budget=1000000");

const [timeout, ...files] = process.argv.slice(2);
const mocha = new Mocha({ reporter: CountingReporter, timeout: Number(timeout) });
for (const file of files) mocha.addFile(resolve(file));
mocha.loadFilesAsync().then(() => mocha.run());
