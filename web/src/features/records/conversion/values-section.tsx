import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldInput } from '../../../components/fields/field-input';
import type { RefusedFields } from '../../../lib/field-problem';
import { useRecordType } from '../../../lib/metadata';
import { fieldsNamed } from '../../../lib/record-fields';
import classes from './convert-lead.module.css';
import { Section } from './section';

interface ValuesSectionProps {
  type: string;
  names: readonly string[];
  values: Record<string, unknown>;
  refused: RefusedFields;
  onChange: (values: Record<string, unknown>) => void;
  isOn?: boolean;
  onToggle?: (isOn: boolean) => void;
}

export function ValuesSection({
  type,
  names,
  values,
  refused,
  onChange,
  isOn = true,
  onToggle,
}: ValuesSectionProps) {
  const { t } = useTranslation('records');
  const info = useRecordType(type);
  if (!info) return null;
  const errors = refused.fields[type] ?? {};
  return (
    <Section
      type={type}
      action={
        onToggle ? (
          <Switch
            size="xs"
            checked={isOn}
            onChange={(event) => onToggle(event.currentTarget.checked)}
            aria-label={t('convert.withOpportunity')}
          />
        ) : null
      }
    >
      {isOn ? (
        <div className={classes.fields}>
          {fieldsNamed(info, names).map((field) => (
            <div key={field.name} data-wide={field.kind === 'emails' || field.kind === 'phones' || undefined}>
              <FieldInput
                field={field}
                value={values[field.name]}
                errors={errorsOf(errors, field.name)}
                onChange={(value) => onChange({ ...values, [field.name]: value })}
              />
            </div>
          ))}
        </div>
      ) : null}
    </Section>
  );
}

/** From `emails.0.value` of the part to `0.value` of the field. */
function errorsOf(errors: Record<string, string>, field: string): Record<string, string> {
  const own = Object.entries(errors).filter(([path]) => path === field || path.startsWith(`${field}.`));
  return Object.fromEntries(own.map(([path, text]) => [path.slice(field.length + 1), text]));
}
