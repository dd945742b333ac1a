import { createFileRoute } from '@tanstack/react-router';
import { AuthLayout } from '../features/auth/components/auth-layout';

/** The pages one sees without being signed in. */
export const Route = createFileRoute('/_auth')({ component: AuthLayout });
