import type { RecordData } from '@vinculo/client/types';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecordType } from '../../../lib/metadata';
import { preloadable } from '../../../lib/preloadable';
import { useShortcuts } from '../../../lib/shortcuts';
import { usePreload } from '../../../lib/use-preload';
import { ACTIVITY_GLYPHS, ACTIVITY_KINDS, type ActivityKind } from './activity-kinds';
import classes from './composer.module.css';
import { closeDraft, openDraft, setDraft, useDraft } from './drafts';

const DraftForm = preloadable(() => import('./draft-form'));

/** Writes down what happened or is to be done. One line until somebody means to write. */
export function Composer({ regarding }: { regarding: RecordData }) {
  const { t } = useTranslation('records');
  usePreload(DraftForm.preload);
  const info = useRecordType('activity');
  const draft = useDraft(regarding.id);
  const open = (kind: ActivityKind) => openDraft(regarding.id, kind);
  useShortcuts([
    { keys: 'n', label: t('composer.write.note'), group: t('keys.record'), run: () => open('note') },
    { keys: 't', label: t('composer.write.task'), group: t('keys.record'), run: () => open('task') },
  ]);
  if (!info) return null;
  return (
    <section
      className={classes.composer}
      aria-label={t('composer.title')}
      data-open={draft ? true : undefined}
    >
      <fieldset className={classes.kinds} aria-label={t('composer.kind')}>
        {ACTIVITY_KINDS.map((kind) => (
          <KindButton key={kind} kind={kind} isOn={draft?.kind === kind} onClick={() => open(kind)} />
        ))}
      </fieldset>
      {draft ? (
        <Suspense>
          <DraftForm
            key={draft.kind}
            info={info}
            draft={draft}
            regardingId={regarding.id}
            onChange={(next) => setDraft(regarding.id, next)}
            onClose={() => closeDraft(regarding.id, draft)}
          />
        </Suspense>
      ) : null}
    </section>
  );
}

function KindButton({ kind, isOn, onClick }: { kind: ActivityKind; isOn: boolean; onClick: () => void }) {
  const { t } = useTranslation('records');
  const { glyph: Glyph } = ACTIVITY_GLYPHS[kind];
  return (
    <button type="button" className={classes.kind} aria-pressed={isOn} onClick={onClick}>
      <Glyph size={15} stroke={1.7} aria-hidden />
      {t(`activity.${kind}`)}
    </button>
  );
}
