import { type ReactNode, Suspense, useState } from 'react';

interface TargetProps {
  onClick?: () => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
}

interface LazyPopupProps {
  /** Fetches the chunk; called as soon as somebody seems about to press. */
  preload: () => Promise<unknown>;
  /** The button alone. */
  target: (props: TargetProps) => ReactNode;
  /** The same button together with what it opens, opened from the start. */
  popup: ReactNode;
}

/** Keeps menus and pop-overs (and the positioning library under them) out of the first page load. */
export function LazyPopup({ preload, target, popup }: LazyPopupProps) {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <Suspense fallback={target({})}>{popup}</Suspense>;
  const warmUp = () => void preload();
  return target({ onClick: () => setWanted(true), onPointerEnter: warmUp, onFocus: warmUp });
}
