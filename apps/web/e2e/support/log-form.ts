import type { Page } from 'playwright-core';

/** Opens a step of the log by its name. */
export async function goToStep(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Steps of the log' })
    .getByRole('button', { name: new RegExp(name) })
    .click();
  await page.getByRole('heading', { level: 2, name: new RegExp(name) }).waitFor();
}

/** From the last step: says yes to what it does. */
export async function sendLog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Log the visit', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, log the visit' }).click();
}
