import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../../components/ui/key-hint';
import classes from './palette-footer.module.css';

export function PaletteFooter() {
  const { t } = useTranslation('palette');
  return (
    <div className={classes.footer} aria-hidden>
      <span>
        <KeyHint keys="ArrowUp" /> <KeyHint keys="ArrowDown" /> {t('footer.move')}
      </span>
      <span>
        <KeyHint keys="Enter" /> {t('footer.choose')}
      </span>
      <span>
        <KeyHint keys="Escape" /> {t('footer.close')}
      </span>
    </div>
  );
}
