import type { FeatureContext } from "../features/context";
import type { Language } from "../documents/document";
import { languageOf } from "../documents/read";
import { buildCatalogue, catalogue as shippedCatalogue } from "../standards/catalogue";
import type { Catalogue, Overlay } from "../standards/catalogue";
import { isProfile } from "../workspace/folder";
import { WorkspaceIndex } from "../workspace/workspace-index";
import type { IndexedDocument } from "../workspace/workspace-index";
import type { EditorSettings } from "./protocol";
import { defaultSettings, withSettings } from "./settings";

/** Today as `YYYY-MM-DD`. */
export type Clock = () => string;

const LANGUAGES: Readonly<Record<string, Language>> = { yaml: "yaml", json: "json", jsonc: "json", markdown: "markdown" };

/** What one client works on: the index, its settings, and which files are open in editors. */
export class Session {
  /** True once the client can open the tool's pages. */
  pages = false;
  private settings: EditorSettings = defaultSettings;
  private catalogue: Catalogue = shippedCatalogue;
  private readonly open = new Set<string>();
  private incomplete = true;
  private today: string;
  private readonly index: WorkspaceIndex;

  constructor(
    private readonly clock: Clock,
    /** Whether a file is there, whatever it is; undefined as long as nobody knows. */
    private readonly exists: (uri: string) => boolean | undefined = () => undefined,
  ) {
    this.today = clock();
    this.index = new WorkspaceIndex(this.indexSettings());
  }

  /** What features need. A new day is noticed here, since every answer begins with it. */
  context(): FeatureContext {
    const today = this.clock();
    if (today !== this.today) {
      this.today = today;
      this.index.setSettings(this.indexSettings());
    }
    return { index: this.index, catalogue: this.catalogue, today, pages: this.pages, incomplete: this.incomplete };
  }

  setFolders(folders: readonly { uri: string; name: string }[]): void {
    this.index.setFolders(folders);
  }

  setSettings(settings: Partial<EditorSettings>): void {
    this.settings = { ...defaultSettings, ...settings };
    this.index.setSettings(this.indexSettings());
  }

  /** Says whether all files of the workspace were read: only then what is not among them is missed. */
  setWhole(whole: boolean): void {
    this.index.setWhole(whole);
  }

  /** The first reading of the workspace has ended, or a person stopped it: counts are no longer on their way. */
  endFirstReading(): void {
    this.incomplete = false;
  }

  /** Files of any sort came or went, or it is known only now whether they are there. */
  filesTurned(uris: readonly string[]): void {
    for (const uri of uris) this.index.fileChanged(uri);
  }

  setOverlays(overlays: readonly Overlay[]): void {
    this.catalogue = overlays.length > 0 ? buildCatalogue(overlays) : shippedCatalogue;
  }

  /** Takes in the text of an editor. Undefined for a language that is none of ours. */
  updateOpen(uri: string, languageId: string, text: string): IndexedDocument | undefined {
    const language = LANGUAGES[languageId] ?? languageOf(uri);
    if (!language) return undefined;
    this.open.add(uri);
    return this.index.update(uri, language, text);
  }

  /** The editor of a file was closed; what it holds on disk comes back through `updateClosed`. */
  closeOpen(uri: string): void {
    this.open.delete(uri);
  }

  /** Takes in a file that no editor has open. What is none of ours is forgotten at once. */
  updateClosed(uri: string, text: string): void {
    const language = languageOf(uri);
    if (!language || this.open.has(uri)) return;
    const { readings } = this.index.update(uri, language, text);
    const ours = readings.readings.length > 0 || readings.recognitions.some((one) => one.candidate);
    if (!ours && readings.references().all.length === 0 && this.index.findings(uri).length === 0) this.index.remove(uri);
  }

  remove(uri: string): void {
    if (!this.open.has(uri)) this.index.remove(uri);
  }

  /** Forgets a file that is gone, or everything below a folder; what an editor still shows of it comes back with the next change. */
  removeBelow(uri: string): void {
    this.index.remove(uri);
    for (const { uri: one } of this.index.all()) if (one.startsWith(`${uri}/`)) this.index.remove(one);
  }

  isOpen(uri: string): boolean {
    return this.open.has(uri);
  }

  openUris(): string[] {
    return [...this.open];
  }

  /** True for a file at a root that sets the folder up. */
  isProfile(uri: string): boolean {
    return isProfile(this.index.folderOf(uri), uri);
  }

  /** The overlay files that the profiles name, as URIs. An address with a scheme of its own is not a local file. */
  overlayUris(): string[] {
    return this.index.folderList().flatMap(({ uri, profile }) => {
      const path = profile.catalogueOverlay;
      if (path === undefined || /^[a-z][a-z0-9+.-]*:/i.test(path)) return [];
      return [new URL(path, `${uri}/`).href];
    });
  }

  /** True when the profile of the file's folder leaves it out. */
  leavesOut(uri: string): boolean {
    return this.index.leavesOut(uri);
  }

  private indexSettings() {
    return {
      today: this.today,
      adjust: (profile: Parameters<typeof withSettings>[0]) => withSettings(profile, this.settings),
      forced: (uri: string) => this.settings.kinds[uri],
      exists: this.exists,
    };
  }
}
