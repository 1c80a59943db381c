import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require("vscode-jsonrpc/node");

/** Longest wait for diagnostics before a server counts as stuck, in milliseconds. */
const STUCK_AFTER = 60_000;

/**
 * A language server driven over standard input and output by a plain client that takes pushed diagnostics.
 * `settings` answers the server's requests for configuration.
 */
export class DrivenServer {
  constructor(name, script, args, settings) {
    this.name = name;
    this.child = spawn(process.execPath, [script, ...args], { stdio: ["pipe", "pipe", "ignore"] });
    this.connection = createMessageConnection(new StreamMessageReader(this.child.stdout), new StreamMessageWriter(this.child.stdin));
    this.waiting = undefined;
    this.connection.onNotification("textDocument/publishDiagnostics", (params) => {
      if (params.uri === this.waiting?.uri) this.waiting.resolve(params);
    });
    this.connection.onRequest("workspace/configuration", ({ items }) => items.map(({ section }) => settings[section] ?? null));
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.onRequest("window/workDoneProgress/create", () => null);
    this.connection.listen();
    this.settings = settings;
  }

  /** Initialises the server with `workspaceUri` as its only folder. */
  async start(workspaceUri) {
    await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: workspaceUri,
      workspaceFolders: [{ uri: workspaceUri, name: "bench" }],
      capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument: { publishDiagnostics: { versionSupport: true } } },
    });
    await this.connection.sendNotification("initialized", {});
    await this.connection.sendNotification("workspace/didChangeConfiguration", { settings: this.settings });
  }

  /** Opens a text and waits for its first diagnostics. */
  async open(uri, text) {
    this.version = 1;
    const answer = this.diagnostics(uri);
    await this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return (await answer).diagnostics.length;
  }

  /** Makes one change and gives the milliseconds until the diagnostics that follow it. */
  async change(uri, range, text) {
    const answer = this.diagnostics(uri);
    const start = performance.now();
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: ++this.version },
      contentChanges: [{ range, text }],
    });
    await answer;
    return performance.now() - start;
  }

  diagnostics(uri) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${this.name} gave no diagnostics within a minute.`)), STUCK_AFTER);
      this.waiting = { uri, resolve: (params) => (clearTimeout(timer), (this.waiting = undefined), resolve(params)) };
    });
  }

  /** The most memory the process has used so far, in MB (resident set, as the kernel counts it; Linux only, else undefined). */
  peakMemory() {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, "utf8");
      return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  stop() {
    this.connection.dispose();
    this.child.kill();
  }
}
