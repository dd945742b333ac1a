import { createFileRoute, redirect } from '@tanstack/react-router';
import { AppShell } from '../features/shell/components/app-shell';
import { AppSkeleton } from '../features/shell/components/app-skeleton';
import { switchLanguage } from '../lib/i18n';
import { logInSearch } from '../lib/leave';
import { metadataQuery } from '../lib/metadata';
import { sessionQuery } from '../lib/session';
import { SignedInProvider } from '../lib/signed-in';
import { OverlayHost } from './-overlay-host';

/** Everything that needs a signed-in person. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) {
      throw redirect({ to: '/login', search: logInSearch(location.href), replace: true });
    }
    return { session };
  },
  loader: async ({ context }) => {
    await Promise.all([
      context.queryClient.ensureQueryData(metadataQuery),
      switchLanguage(context.session.user.locale),
    ]);
  },
  pendingComponent: AppSkeleton,
  component: SignedIn,
});

function SignedIn() {
  return (
    <SignedInProvider>
      <AppShell />
      <OverlayHost />
    </SignedInProvider>
  );
}
