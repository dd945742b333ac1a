import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { pipelinesQuery } from '../../../../lib/workspace';
import { LostReasons } from './lost-reasons';
import { PipelineEditor } from './pipeline-editor';
import classes from './pipelines-page.module.css';

export function PipelinesPage() {
  const { t } = useTranslation('settings');
  const { data } = useSuspenseQuery(pipelinesQuery);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title={t('pages.pipelines')}
        actions={
          <Button leftSection={<IconPlus size={16} />} disabled={isAdding} onClick={() => setAdding(true)}>
            {t('pipelines.add')}
          </Button>
        }
      />
      <PageBody width="text">
        <div className={classes.stack}>
          {isAdding ? <PipelineEditor onSaved={() => setAdding(false)} /> : null}
          {data.items.map((pipeline) => (
            <PipelineEditor key={`${pipeline.id} ${pipeline.version}`} pipeline={pipeline} />
          ))}
          <LostReasons />
        </div>
      </PageBody>
    </>
  );
}
