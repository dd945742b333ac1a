import { describe, it } from 'vitest';
import { useVisitors } from './support/browser';
import { createRecord, openCompany, PASSWORD } from './support/company';

const visitors = useVisitors();

describe('the language', () => {
  it('is switched at run time, words, dates and amounts alike, and is there at the next log-in', async () => {
    const { page, context } = await visitors.arrive();
    const ana = await openCompany({ page, context });
    const amount = { amountMinor: 1_234_550, currency: 'EUR' };
    await createRecord(page, 'opportunities', { name: 'Hornos', amount, expectedCloseOn: '2030-01-31' });
    await page.goto('/opportunities');
    await page.getByRole('gridcell', { name: '€12,345.50' }).waitFor();
    await page.getByRole('button', { name: 'Account of Ana Morales' }).click();
    await page.getByRole('menuitemradio', { name: 'Español' }).click();
    await page.getByRole('heading', { name: 'Oportunidades' }).waitFor();
    await page.getByRole('gridcell', { name: /^12\.345,50\s€$/ }).waitFor();
    await page.getByRole('gridcell', { name: '31 ene 2030' }).waitFor();

    const elsewhere = (await visitors.arrive()).page;
    await elsewhere.goto('/login');
    await elsewhere.getByLabel('E-mail').fill(ana.email);
    await elsewhere.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await elsewhere.getByRole('button', { name: 'Log in', exact: true }).click();
    await elsewhere.getByRole('heading', { name: 'Inicio' }).waitFor();
  });

  it('is that of the browser before anybody logs in, problems included', async () => {
    const { page } = await visitors.arrive({ locale: 'es-ES' });
    await page.goto('/login');
    await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
    await page.getByLabel(/Correo/).fill('nadie@example.com');
    await page.getByLabel('Contraseña', { exact: true }).fill('no es la mía 1');
    await page.getByRole('button', { name: 'Iniciar sesión' }).click();
    await page.getByText('El correo o la contraseña no son correctos').waitFor();
  });
});
