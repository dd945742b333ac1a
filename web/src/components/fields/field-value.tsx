import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../lib/metadata';
import type { FieldDef } from '../../lib/record-fields';
import { asAddresses, asChannels, asMoney, asStrings, isEmptyValue } from '../../lib/records/value-shapes';
import { useFormat } from '../../lib/use-format';
import classes from './field-value.module.css';
import { AddressValues } from './values/address-values';
import { ChannelValues } from './values/channel-values';
import { OptionBadge } from './values/option-badge';
import { TeamValue, UserValue } from './values/person-value';
import { ReferenceValue } from './values/reference-value';
import { PipelineValue, StageValue } from './values/stage-value';
import { TagList } from './values/tag-list';

interface FieldValueProps {
  field: FieldDef;
  value: unknown;
  /** `cell`: one line of a list, where links don't take the focus. `page`: as much room as it needs. */
  variant?: 'cell' | 'page';
}

/** Shows the value of any field as the person reads it. Nothing for one that is not set. */
export function FieldValue({ field, value, variant = 'page' }: FieldValueProps) {
  const format = useFormat();
  if (isEmptyValue(value)) return null;
  const isInCell = variant === 'cell';
  const text = String(value);

  switch (field.kind) {
    case 'longText':
      return <span className={isInCell ? classes.text : classes.long}>{text}</span>;
    case 'number':
    case 'integer':
      return <span className="tabular">{format.number(Number(value))}</span>;
    case 'money': {
      const money = asMoney(value);
      return money ? (
        <span className="tabular">{format.money(money.amountMinor, money.currency)}</span>
      ) : null;
    }
    case 'url':
      return (
        <a
          className={classes.link}
          href={text}
          target="_blank"
          rel="noreferrer"
          tabIndex={isInCell ? -1 : undefined}
        >
          {text.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
        </a>
      );
    case 'boolean':
      return <BooleanValue isOn={value === true} />;
    case 'date':
      return <span className="tabular">{format.date(text)}</span>;
    case 'dateTime':
      return (
        <time className="tabular" dateTime={text} title={format.dateTime(text)}>
          {isInCell ? shortMoment(text, format) : format.dateTime(text)}
        </time>
      );
    case 'tags':
      return <TagList tags={asStrings(value)} isOneLine={isInCell} />;
    case 'emails':
      return <ChannelValues values={asChannels(value)} scheme="mailto" isInCell={isInCell} />;
    case 'phones':
      return <ChannelValues values={asChannels(value)} scheme="tel" isInCell={isInCell} />;
    case 'addresses':
      return <AddressValues values={asAddresses(value)} isInCell={isInCell} />;
    case 'select':
      return <OptionValue field={field} value={text} />;
    case 'multiSelect':
      return (
        <span className={classes.choices}>
          {asStrings(value).map((chosen) => (
            <OptionValue key={chosen} field={field} value={chosen} fallbackColor="gray" />
          ))}
        </span>
      );
    case 'reference':
      return <ReferenceValue id={text} to={field.to ?? []} isInCell={isInCell} />;
    case 'user':
      return <UserValue id={text} />;
    case 'team':
      return <TeamValue id={text} />;
    case 'stage':
      return <StageValue id={text} />;
    case 'pipeline':
      return <PipelineValue id={text} />;
    default:
      return (
        <span className={classes.text} title={text}>
          {text}
        </span>
      );
  }
}

interface OptionValueProps {
  field: FieldDef;
  value: string;
  fallbackColor?: string;
}

function OptionValue({ field, value, fallbackColor }: OptionValueProps) {
  const label = useLabel();
  const option = field.options?.find((candidate) => candidate.value === value);
  return <OptionBadge label={label(option?.labels, value)} color={option?.color ?? fallbackColor} />;
}

const WEEK_MS = 7 * 86_400_000;

/** How long ago says more than a date while it is recent. */
function shortMoment(iso: string, format: ReturnType<typeof useFormat>): string {
  const isRecent = Math.abs(Date.now() - Date.parse(iso)) < WEEK_MS;
  return isRecent ? format.relative(iso) : format.date(iso);
}

function BooleanValue({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation();
  const Glyph = isOn ? IconCircleCheckFilled : IconCircleDashed;
  return (
    <span className={classes.check} data-on={isOn || undefined}>
      <Glyph size={15} aria-hidden />
      {isOn ? t('value.yes') : t('value.no')}
    </span>
  );
}
