import type { DndContextProps, Over } from '@dnd-kit/core';
import type { Pipeline } from '@vinculo/client/types';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** What a screen reader hears while a card is moved, in the person's language. */
export function useBoardAnnouncements(pipeline: Pipeline): NonNullable<DndContextProps['accessibility']> {
  const { t } = useTranslation('pipelines');
  const lastOverId = useRef<unknown>(undefined);
  return useMemo(() => {
    const nameOf = (active: { data: { current?: Record<string, unknown> | undefined } }) =>
      String(active.data.current?.name ?? '');
    const stageOf = (over: Over | null) => pipeline.stages.find(({ id }) => id === over?.id)?.name ?? '';
    return {
      screenReaderInstructions: { draggable: t('drag.instructions') },
      announcements: {
        onDragStart: ({ active }) => {
          lastOverId.current = active.data.current?.stageId;
          return t('drag.lifted', { name: nameOf(active) });
        },
        // A lifted card is over its own column at once: telling it would cut the news of the lift off.
        onDragOver: ({ active, over }) => {
          if (!over || over.id === lastOverId.current) return undefined;
          lastOverId.current = over.id;
          return t('drag.over', { name: nameOf(active), stage: stageOf(over) });
        },
        onDragEnd: ({ active, over }) =>
          over
            ? t('drag.dropped', { name: nameOf(active), stage: stageOf(over) })
            : t('drag.cancelled', { name: nameOf(active) }),
        onDragCancel: ({ active }) => t('drag.cancelled', { name: nameOf(active) }),
      },
    };
  }, [pipeline, t]);
}
