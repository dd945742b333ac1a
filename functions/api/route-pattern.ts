/** A documented path as the router writes it: `/contacts/:id` for `/contacts/{id}`. */
export function patternOf(path: string): string {
  return path.replaceAll(/\{([^}]+)\}/g, ':$1');
}
