/** Where the keys of sealed secrets come from. */
export interface Sealing {
  /** The keys that this process knows; `renewed` looks for those that were added since. */
  ring(options?: { renewed: boolean }): Promise<KeyRing>;
}

/** Random material by key id. What is sealed names its key, so that older values open after a new key became current. */
export interface KeyRing {
  readonly current: string;
  readonly keys: ReadonlyMap<string, string>;
}
