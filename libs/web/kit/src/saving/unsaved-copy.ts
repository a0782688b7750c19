/** What the server has not taken yet, in this browser only: a page that is closed meanwhile loses nothing. */
export class UnsavedCopy<Kept> {
  /** False where the browser keeps nothing (storage switched off or full). */
  works = true;

  constructor(
    private readonly storage: () => Storage | undefined,
    private readonly key: string,
    /** Null for what an older page, or anything else, has put under our key. */
    private readonly parse: (value: unknown) => Kept | null,
  ) {}

  read(): Kept | null {
    const text = this.orNothing((storage) => storage.getItem(this.key));
    if (text === null) return null;
    try {
      return this.parse(JSON.parse(text));
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }

  keep(kept: Kept): void {
    this.orNothing((storage) => storage.setItem(this.key, JSON.stringify(kept)));
  }

  drop(): void {
    this.orNothing((storage) => storage.removeItem(this.key));
  }

  private orNothing<Result>(access: (storage: Storage) => Result): Result | null {
    try {
      const storage = this.storage();
      return storage ? access(storage) : null;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.works = false;
      return null;
    }
  }
}
