import { createFileRoute } from '@tanstack/react-router';
import { TeamsPage } from '../../../features/settings/components/teams/teams-page';

export const Route = createFileRoute('/_app/settings/teams')({ component: TeamsPage });
