type AsyncFunction = (...args: never[]) => Promise<unknown>;
type AsyncNames<M> = { [Name in keyof M]: M[Name] extends AsyncFunction ? Name : never }[keyof M];

/**
 * Functions of a module that is read when the first of them is called. A bundle keeps such a module in a file of its
 * own, so that a cold start does not read what few requests need (P2).
 */
export function deferred<M, Name extends AsyncNames<M> & string>(
  load: () => Promise<M>,
  ...names: Name[]
): Pick<M, Name> {
  const entries = names.map((name) => {
    const call = async (...args: never[]) => {
      const module = (await load()) as Record<Name, AsyncFunction>;
      return module[name](...args);
    };
    return [name, call];
  });
  return Object.fromEntries(entries) as Pick<M, Name>;
}
