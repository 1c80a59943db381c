/** Something made from all files that is brought up to date file by file: only those that changed since it was last looked at are asked again. */
export class KeptView<View> {
  private readonly stale = new Set<string>();

  constructor(
    private readonly view: View,
    /** Replaces what one file gives to the view. */
    private readonly put: (view: View, uri: string) => void,
  ) {}

  /** A file came, went or changed. */
  changed(uri: string): void {
    this.stale.add(uri);
  }

  /** The view as the files stand now. */
  current(): View {
    for (const uri of this.stale) this.put(this.view, uri);
    this.stale.clear();
    return this.view;
  }
}
