import { createFileRoute } from '@tanstack/react-router';
import { CompanyPage } from '../../../features/settings/components/company/company-page';

export const Route = createFileRoute('/_app/settings/company')({ component: CompanyPage });
