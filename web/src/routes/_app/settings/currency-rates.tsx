import { createFileRoute } from '@tanstack/react-router';
import { RatesPage } from '../../../features/settings/components/rates/rates-page';

export const Route = createFileRoute('/_app/settings/currency-rates')({ component: RatesPage });
