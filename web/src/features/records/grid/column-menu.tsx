import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconEyeOff,
  IconFilter,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldDef } from '../../../lib/record-fields';
import { ColumnMenuButton } from './column-menu-button';
import type { HeaderProps } from './header-cell';
import { moveColumn } from './move-column';

interface ColumnMenuProps {
  field: FieldDef;
  index: number;
  label: string;
  props: HeaderProps;
}

export default function ColumnMenu({ field, index, label, props }: ColumnMenuProps) {
  const { t } = useTranslation('records');
  const { fields, onSort, onColumns, onFilter } = props;
  const names = fields.map(({ name }) => name);
  const last = names.length - 1;
  return (
    <Menu defaultOpened position="bottom-end" width={200}>
      <Menu.Target>
        <ColumnMenuButton label={label} />
      </Menu.Target>
      <Menu.Dropdown
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        <Menu.Item leftSection={<IconArrowUp size={15} />} onClick={() => onSort(field.name)}>
          {t('list.ascending')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={15} />} onClick={() => onSort(`-${field.name}`)}>
          {t('list.descending')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFilter size={15} />} onClick={() => onFilter(field.name)}>
          {t('list.filterBy')}
        </Menu.Item>
        {index === 0 ? null : (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconArrowLeft size={15} />}
              disabled={index <= 1}
              onClick={() => onColumns(moveColumn(names, field.name, index - 1))}
            >
              {t('list.moveLeft')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowRight size={15} />}
              disabled={index === last}
              onClick={() => onColumns(moveColumn(names, field.name, index + 1))}
            >
              {t('list.moveRight')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconEyeOff size={15} />}
              onClick={() => onColumns(names.filter((name) => name !== field.name))}
            >
              {t('list.hide')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
