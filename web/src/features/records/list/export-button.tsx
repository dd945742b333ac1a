import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './record-list.module.css';
import { useExport } from './use-export';
import type { List } from './use-list';

/** The list as it is shown, as a CSV file. */
export function ExportButton({ list }: { list: List }) {
  const { t } = useTranslation('records');
  const { start, progress } = useExport(list);
  const isRunning = progress !== null;
  return (
    <Button
      variant="subtle"
      color="gray"
      className={classes.wide}
      leftSection={<IconDownload size={15} />}
      disabled={isRunning}
      onClick={() => void start(list.state.filter, list.state.q)}
    >
      {isRunning ? t('list.exporting', { percent: Math.round(progress * 100) }) : t('list.export')}
    </Button>
  );
}
