import { createFileRoute } from '@tanstack/react-router';
import { PipelineBoard } from '../../../features/pipelines/components/pipeline-board';

export const Route = createFileRoute('/_app/pipelines/')({ component: PipelineBoard });
