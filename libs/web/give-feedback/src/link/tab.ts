const memory = new Map<string, string>();

/** What this tab remembers until it is closed. A browser that refuses sessionStorage remembers until the page is reloaded. */
export const tab = {
  get(key: string): string | null {
    try {
      return sessionStorage.getItem(key) ?? memory.get(key) ?? null;
    } catch {
      return memory.get(key) ?? null;
    }
  },
  set(key: string, value: string): void {
    try {
      sessionStorage.setItem(key, value);
    } catch {
      memory.set(key, value);
    }
  },
  drop(key: string): void {
    memory.delete(key);
    try {
      sessionStorage.removeItem(key);
    } catch {
      // Refused: then nothing was stored there either.
    }
  },
};
