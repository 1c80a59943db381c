import { Disposable, EventEmitter, workspace } from "vscode";
import type { Memento } from "vscode";
import { State } from "vscode-languageclient";
import type { BaseLanguageClient } from "vscode-languageclient";
import { SettingsChanged } from "../server/protocol";
import type { EditorSettings } from "../server/protocol";

type KindChoice = EditorSettings["kinds"][string];

const KEY = "clausewise.kinds";

/** The kinds that a person chose for single files, kept with the workspace. */
export class KindChoices {
  private readonly emitter = new EventEmitter<void>();
  /** Fires after each choice. */
  readonly onDidChange = this.emitter.event;

  constructor(private readonly state: Memento) {}

  all(): EditorSettings["kinds"] {
    return this.state.get<EditorSettings["kinds"]>(KEY, {});
  }

  /** Chooses a kind for a file; undefined leaves the decision to the tool again. */
  async choose(uri: string, kind: KindChoice | undefined): Promise<void> {
    const { [uri]: _before, ...others } = this.all();
    await this.state.update(KEY, kind === undefined ? others : { ...others, [uri]: kind });
    this.emitter.fire();
  }
}

/** Tells the server the settings, at start and whenever they change. */
export function sendSettings(client: BaseLanguageClient, kinds: KindChoices): Disposable {
  const send = () => void client.sendNotification(SettingsChanged, settings(kinds));
  const started = client.onDidChangeState(({ newState }) => newState === State.Running && hasSettings(kinds) && send());
  const changed = workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("clausewise") && send());
  return Disposable.from(started, changed, kinds.onDidChange(send));
}

function settings(kinds: KindChoices): EditorSettings {
  const section = workspace.getConfiguration("clausewise");
  return {
    profile: section.get<EditorSettings["profile"]>("profile", "workspace"),
    // The editor hands out objects that are no plain ones, and these do not get into a worker.
    rules: { ...section.get<EditorSettings["rules"]>("rules", {}) },
    kinds: kinds.all(),
  };
}

/** At start the defaults hold on both sides, so nothing has to be sent for them. */
function hasSettings(kinds: KindChoices): boolean {
  const { profile, rules, kinds: chosen } = settings(kinds);
  return profile !== "workspace" || Object.keys(rules).length > 0 || Object.keys(chosen).length > 0;
}
