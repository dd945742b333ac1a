import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { InboundList } from './inbound-list';
import { NewInboundDialog } from './new-inbound-dialog';
import { NewWebhookDialog } from './new-webhook-dialog';
import { WebhookList } from './webhook-list';
import classes from './webhooks-page.module.css';

type Tab = 'outgoing' | 'inbound';

export function WebhooksPage({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const { t } = useTranslation(['webhooks', 'settings']);
  const [isMaking, setMaking] = useState(false);
  const isInbound = tab === 'inbound';
  const make = () => setMaking(true);
  return (
    <>
      <PageHeader
        title={t('settings:pages.webhooks')}
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={make}>
            {isInbound ? t('in.new') : t('new')}
          </Button>
        }
      />
      <PageBody width="text">
        <Tabs value={tab} onChange={(next) => onTab(next === 'inbound' ? 'inbound' : 'outgoing')}>
          <Tabs.List aria-label={t('tabs')}>
            <Tabs.Tab value="outgoing">{t('outgoing')}</Tabs.Tab>
            <Tabs.Tab value="inbound">{t('inbound')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="outgoing" pt="md">
            <p className={classes.text}>{t('text')}</p>
            {isInbound ? null : <WebhookList onNew={make} />}
          </Tabs.Panel>
          <Tabs.Panel value="inbound" pt="md">
            <p className={classes.text}>{t('in.text')}</p>
            {isInbound ? <InboundList onNew={make} /> : null}
          </Tabs.Panel>
        </Tabs>
      </PageBody>
      {isMaking && !isInbound ? <NewWebhookDialog onClose={() => setMaking(false)} /> : null}
      {isMaking && isInbound ? <NewInboundDialog onClose={() => setMaking(false)} /> : null}
    </>
  );
}
