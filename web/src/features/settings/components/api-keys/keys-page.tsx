import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { KeyList } from './key-list';
import classes from './keys-page.module.css';
import { NewKeyDialog } from './new-key-dialog';

export function KeysPage() {
  const { t } = useTranslation('settings');
  const [isMaking, setMaking] = useState(false);
  return (
    <>
      <PageHeader
        title={t('pages.keys')}
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
            {t('keys.new')}
          </Button>
        }
      />
      <PageBody width="text">
        <p className={classes.text}>{t('keys.text')}</p>
        <KeyList onNew={() => setMaking(true)} />
      </PageBody>
      {isMaking ? <NewKeyDialog onClose={() => setMaking(false)} /> : null}
    </>
  );
}
