/** What the app knows of every request, logged in or not. */
export interface RequestFacts {
  requestId: string;
  userAgent: string;
  ip: string;
  /** The browser's own token, by which a user's devices are known again; a new one where it brought none. */
  device: string;
}

/** Hono variables of the routes that need no session. */
export interface PublicEnv {
  Variables: RequestFacts;
}
