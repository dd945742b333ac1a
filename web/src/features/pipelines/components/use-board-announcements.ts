import type { DndContextProps, Over } from '@dnd-kit/core';
import type { Pipeline } from '@vinculo/client/types';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** What a screen reader hears while a card is moved, in the person's language. */
export function useBoardAnnouncements(pipeline: Pipeline): NonNullable<DndContextProps['accessibility']> {
  const { t } = useTranslation('pipelines');
  return useMemo(() => {
    const nameOf = (active: { data: { current?: Record<string, unknown> | undefined } }) =>
      String(active.data.current?.name ?? '');
    const stageOf = (over: Over | null) => pipeline.stages.find(({ id }) => id === over?.id)?.name ?? '';
    return {
      screenReaderInstructions: { draggable: t('drag.instructions') },
      announcements: {
        onDragStart: ({ active }) => t('drag.lifted', { name: nameOf(active) }),
        onDragOver: ({ active, over }) =>
          over ? t('drag.over', { name: nameOf(active), stage: stageOf(over) }) : undefined,
        onDragEnd: ({ active, over }) =>
          over
            ? t('drag.dropped', { name: nameOf(active), stage: stageOf(over) })
            : t('drag.cancelled', { name: nameOf(active) }),
        onDragCancel: ({ active }) => t('drag.cancelled', { name: nameOf(active) }),
      },
    };
  }, [pipeline, t]);
}
