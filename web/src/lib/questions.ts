import { useSyncExternalStore } from 'react';

export interface Question<Asked, Answer> {
  asked: Asked;
  /** `null` when the person gave up. */
  answer: (answer: Answer | null) => void;
}

/** A question that code far from any screen may ask; whoever shows it answers. Several wait for one another. */
export function createQuestions<Asked, Answer>() {
  let waiting: readonly Question<Asked, Answer>[] = [];
  const listeners = new Set<() => void>();

  function set(next: typeof waiting): void {
    waiting = next;
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    ask: (asked: Asked): Promise<Answer | null> =>
      new Promise((resolve) => {
        const question: Question<Asked, Answer> = {
          asked,
          answer: (answer) => {
            set(waiting.filter((other) => other !== question));
            resolve(answer);
          },
        };
        set([...waiting, question]);
      }),
    useQuestion: () => useSyncExternalStore(subscribe, () => waiting[0]),
  };
}
