import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './nav-drawer.module.css';
import { Sidebar } from './sidebar';

export default function NavDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Drawer.Root opened onClose={onClose} size={288} padding={0} classNames={{ content: classes.content }}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={t('nav.label')}>
        <Drawer.Body className={classes.body}>
          <Sidebar isDrawer />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
