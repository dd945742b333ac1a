import { NativeSelect, Stack } from '@mantine/core';
import type { Condition } from '@vinculo/client/types';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../../lib/metadata';
import type { FieldDef } from '../../../lib/record-fields';
import { ConditionValue } from './condition-value';
import { conditionFor, OPERATOR_NAMES, OPERATORS, operatorOf, operatorsOf } from './operators';

interface ConditionEditorProps {
  field: FieldDef;
  condition: Condition;
  onChange: (condition: Condition) => void;
  onDone: () => void;
}

/** The operator and the value of one condition; the list follows while it is edited. */
export function ConditionEditor({ field, condition, onChange, onDone }: ConditionEditorProps) {
  const { t } = useTranslation('records');
  const label = useLabel()(field.labels, field.name);
  const operator = operatorOf(field.kind, condition);
  const operators = operatorsOf(field.kind);

  function choose(name: string): void {
    const next = OPERATOR_NAMES.find((candidate) => candidate === name) ?? operator;
    const keepsValue = OPERATORS[next].input === OPERATORS[operator].input;
    onChange(conditionFor(field.name, next, keepsValue ? condition.value : undefined));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isDefaultPrevented()) onDone();
  }

  return (
    <Stack gap="xs" onKeyDown={onKeyDown}>
      {operators.length > 1 ? (
        <NativeSelect
          aria-label={t('filter.operatorOf', { field: label })}
          data={operators.map((name) => ({ value: name, label: `${label} ${t(`filter.operator.${name}`)}` }))}
          value={operator}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      ) : null}
      <ConditionValue
        key={operator}
        field={field}
        operator={operator}
        value={condition.value}
        onChange={(value) => onChange(conditionFor(field.name, operator, value))}
      />
    </Stack>
  );
}
