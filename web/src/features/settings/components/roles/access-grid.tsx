import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { RoleDraft } from '@vinculo/client/resources/access';
import { useTranslation } from 'react-i18next';
import { EntityIcon } from '../../../../components/ui/entity-icon';
import { Panel } from '../../../../components/ui/panel';
import { useLabel, useRecordTypes } from '../../../../lib/metadata';
import classes from './access-grid.module.css';
import { ACTIONS, EVERY_TYPE, LEVELS, levelsOf, withLevel, withoutType } from './role-form';

interface AccessGridProps {
  draft: RoleDraft;
  onChange: (draft: RoleDraft) => void;
  isReadOnly: boolean;
}

/** Record types down, actions across. A type follows the first row until it is changed, and can go back to it. */
export function AccessGrid({ draft, onChange, isReadOnly }: AccessGridProps) {
  const { t } = useTranslation('settings');
  const label = useLabel();
  const types = useRecordTypes();
  const rowsOfGrid = [
    { type: EVERY_TYPE, name: t('roles.everyType') },
    ...types.map((info) => ({ type: info.name, name: label(info.labels.many) })),
  ];
  return (
    <Panel title={t('roles.records')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on phones it scrolls sideways, by keyboard too. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a group of inputs. */}
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('roles.records')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('roles.type')}</th>
              {ACTIONS.map((action) => (
                <th key={action} scope="col">
                  {t(`roles.action.${action}`)}
                </th>
              ))}
              <td className={classes.undo} />
            </tr>
          </thead>
          <tbody>
            {rowsOfGrid.map(({ type, name }) => {
              const { levels, isOverridden } = levelsOf(draft, type);
              const isOwn = type !== EVERY_TYPE && isOverridden;
              return (
                <tr key={type} data-own={isOwn || undefined} data-inherited={!isOverridden || undefined}>
                  <th scope="row">
                    <span className={classes.type}>
                      {type === EVERY_TYPE ? null : <EntityIcon type={type} />}
                      {name}
                    </span>
                  </th>
                  {ACTIONS.map((action) => (
                    <td key={action}>
                      <NativeSelect
                        size="xs"
                        disabled={isReadOnly}
                        className={classes.level}
                        aria-label={`${name}: ${t(`roles.action.${action}`)}`}
                        data={LEVELS.map((level) => ({ value: level, label: t(`roles.level.${level}`) }))}
                        value={levels[action]}
                        onChange={(event) => {
                          const level = LEVELS.find((each) => each === event.currentTarget.value);
                          if (level) onChange(withLevel(draft, type, action, level));
                        }}
                      />
                    </td>
                  ))}
                  <td className={classes.undo}>
                    {isOwn && !isReadOnly ? (
                      <ActionIcon
                        color="orange.8"
                        title={t('roles.undoOverride')}
                        aria-label={t('roles.undoOverrideOf', { name })}
                        onClick={() => onChange(withoutType(draft, type))}
                      >
                        <IconArrowBackUp size={16} />
                      </ActionIcon>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={classes.note}>{t('roles.recordsText')}</p>
    </Panel>
  );
}
