import { useSuspenseQuery } from '@tanstack/react-query';
import type { Session } from '@vinculo/client/types';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormatter } from './format';
import { localeOf } from './i18n';
import { leaveToLogIn, noteSignedIn } from './leave';
import { metadataQuery, RecordTypesContext } from './metadata';
import { SessionContext, sessionQuery } from './session';
import { FormatContext } from './use-format';

/** What every part of the signed-in app asks for: who is here, what there is, and how it is written. */
export function SignedInProvider({ children }: { children: ReactNode }) {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const isSignedIn = session !== null;
  useEffect(() => {
    if (isSignedIn) noteSignedIn(true);
    else leaveToLogIn();
  }, [isSignedIn]);
  return session ? <Provided session={session}>{children}</Provided> : null;
}

function Provided({ session, children }: { session: Session; children: ReactNode }) {
  const { data } = useSuspenseQuery(metadataQuery);
  const { i18n } = useTranslation();
  const language = localeOf(i18n.language);
  const { country, timeZone, currency } = session.tenant;
  const format = useMemo(
    () => createFormatter({ language, country, timeZone, currency }),
    [language, country, timeZone, currency],
  );
  return (
    <SessionContext value={session}>
      <RecordTypesContext value={data.recordTypes}>
        <FormatContext value={format}>{children}</FormatContext>
      </RecordTypesContext>
    </SessionContext>
  );
}
