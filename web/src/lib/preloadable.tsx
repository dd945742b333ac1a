import { type ComponentType, lazy, useState } from 'react';

type Loader<Props> = () => Promise<{ default: ComponentType<Props> }>;

/**
 * A component in a chunk of its own, like `lazy`, that is drawn at once when `preload` has fetched it before. `lazy`
 * suspends even then, and React shows what it stood in for at least a third of a second: what is typed meanwhile
 * would be lost.
 */
export function preloadable<Props extends object>(load: Loader<Props>) {
  let loaded: ComponentType<Props> | undefined;
  const Lazy = lazy(load);

  // biome-ignore lint/correctness/noComponentHookFactories: called once a chunk, at the top of a module, as `lazy` is.
  function Preloadable(props: Props) {
    // Chosen once, so that it isn't drawn anew when the chunk arrives.
    const [Chosen] = useState<ComponentType<Props>>(() => loaded ?? Lazy);
    return <Chosen {...props} />;
  }

  async function preload(): Promise<void> {
    const { default: component } = await load();
    loaded = component;
  }

  return Object.assign(Preloadable, { preload });
}
