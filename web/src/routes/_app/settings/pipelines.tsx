import { createFileRoute } from '@tanstack/react-router';
import { PipelinesPage } from '../../../features/settings/components/pipelines/pipelines-page';

export const Route = createFileRoute('/_app/settings/pipelines')({ component: PipelinesPage });
