import { type PointerEvent, useState } from 'react';
import { type Widths, withinLimits } from './column-widths';

interface ResizingOptions {
  widths: Widths;
  onWidths: (widths: Record<string, number>) => void;
}

/** For the edge of a column: dragging it sets its width, a double press gives it the usual one. */
export function useResizing(name: string, width: number, { widths, onWidths }: ResizingOptions) {
  const [start, setStart] = useState<{ x: number; width: number } | null>(null);
  const stop = () => setStart(null);
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      // The pointer stays with the edge however fast it leaves it.
      event.currentTarget.setPointerCapture(event.pointerId);
      setStart({ x: event.clientX, width });
    },
    onPointerMove: (event: PointerEvent) => {
      if (start) onWidths({ ...widths, [name]: withinLimits(start.width + event.clientX - start.x) });
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onDoubleClick: () => {
      const { [name]: _, ...others } = widths;
      onWidths(others);
    },
  };
  return { isResizing: start !== null, handlers };
}
