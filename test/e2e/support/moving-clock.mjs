// Preloaded into a product that a journey runs for itself: each SIGUSR2 takes the whole process ten days on.
const DAYS = 10;

let aheadMs = 0;
const RealDate = globalThis.Date;
const now = () => RealDate.now() + aheadMs;

// A proxy and no subclass: dates that Node makes itself stay instances of it.
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

process.on('SIGUSR2', () => {
  aheadMs += DAYS * 86_400_000;
});
