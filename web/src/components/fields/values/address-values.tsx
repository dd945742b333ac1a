import type { AddressValue } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import classes from './address-values.module.css';
import { labelKey } from './channel-values';

export function AddressValues({ values, isInCell }: { values: readonly AddressValue[]; isInCell: boolean }) {
  const { t } = useTranslation('records');
  const { language } = useFormat();
  const sorted = values.toSorted((a, b) => Number(b.isPrimary ?? false) - Number(a.isPrimary ?? false));
  const [first] = sorted;
  if (!first) return null;
  if (isInCell) return <>{[first.city, countryName(first.country, language)].filter(Boolean).join(', ')}</>;
  return (
    <ul className={classes.list}>
      {sorted.map((address, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an address has no identity besides its place.
        <li key={index}>
          <address className={classes.address}>
            {addressLines(address, language).map((line) => (
              <span key={line}>{line}</span>
            ))}
          </address>
          {address.label ? (
            <span className={classes.label}>{t(`channel.${labelKey(address.label)}`)}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** As an envelope has them: street, then postcode and town, region, country. */
export function addressLines(address: AddressValue, language: string): string[] {
  const town = [address.postalCode, address.city].filter(Boolean).join(' ');
  const lines = [address.street, town, address.region, countryName(address.country, language)];
  return lines.filter((line): line is string => !!line);
}

function countryName(code: string | undefined, language: string): string | undefined {
  if (!code) return undefined;
  try {
    return new Intl.DisplayNames(language, { type: 'region' }).of(code);
  } catch {
    return code;
  }
}
