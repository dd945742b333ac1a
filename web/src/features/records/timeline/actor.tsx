import type { EventEnvelope } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useName } from '../../../lib/names';
import classes from './actor.module.css';

/** Who did it. The product itself has no name; an import or a key of the API says what it is. */
export function Actor({ actor }: { actor: EventEnvelope['actor'] }) {
  const { t } = useTranslation('records');
  const name = useName(actor.id);
  const kind = actor.kind === 'user' ? t('value.unknown') : t(`actor.${actor.kind}`);
  return <b className={classes.actor}>{name ?? actor.name ?? kind}</b>;
}
