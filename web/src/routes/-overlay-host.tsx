import { lazy, Suspense } from 'react';
import { RecordQuestions } from '../features/records/conflict/record-questions';
import { closeOverlay, useOverlay } from '../lib/overlays';

const CommandPalette = lazy(() => import('../features/palette/components/command-palette'));
const ShortcutsHelp = lazy(() => import('../components/ui/shortcuts-help'));
const CreateRecord = lazy(() => import('../features/records/create/create-record'));

/** Shows whatever `openOverlay` was asked for. Routes may combine features; features don't know each other. */
export function OverlayHost() {
  const overlay = useOverlay();
  return (
    <Suspense>
      {overlay?.kind === 'palette' ? <CommandPalette mode={overlay.mode} onClose={closeOverlay} /> : null}
      {overlay?.kind === 'shortcuts' ? <ShortcutsHelp onClose={closeOverlay} /> : null}
      {overlay?.kind === 'create' ? (
        <CreateRecord type={overlay.type} values={overlay.values} onClose={closeOverlay} />
      ) : null}
      <RecordQuestions />
    </Suspense>
  );
}
