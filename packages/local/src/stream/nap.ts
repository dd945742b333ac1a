/** A pause that can be cut short. An interruption while nobody naps cuts the next nap. */
export function createNap(ms: number) {
  let wake: (() => void) | undefined;
  let isDue = false;

  function take(): Promise<void> {
    if (isDue) {
      isDue = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        wake = undefined;
        isDue = false;
        resolve();
      };
      const timer = setTimeout(end, ms);
      wake = end;
    });
  }

  function interrupt(): void {
    if (wake) wake();
    else isDue = true;
  }

  return { take, interrupt };
}
