/** What the app knows of every request, logged in or not. */
export interface RequestFacts {
  requestId: string;
  userAgent: string;
  ip: string;
}

/** Hono variables of the routes that need no session. */
export interface PublicEnv {
  Variables: RequestFacts;
}
