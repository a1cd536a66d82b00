import type { Browser, Page } from 'playwright-core';
import { MailServer } from '@tracker/testing/mail-server';
import { findingsEverywhere, launchBrowser, openWindow } from './support/browser';
import { runTracker, type RunningTracker } from './support/running-tracker';

const HEAD = 'head@hub.example';
const NEW_PASSWORD = 'three brass rooms';
const mailServer = new MailServer();
let tracker: RunningTracker;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await mailServer.start();
  tracker = await runTracker('2024-11-20', {
    ...{ SMTP_URL: mailServer.url, MAIL_FROM: 'music@hub.example' },
  });
  await tracker.addUser({ email: HEAD, role: 'head' });
  browser = await launchBrowser();
  page = (await openWindow(browser)).page;
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
  await mailServer.stop();
}, 60_000);

const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

it('brings a link by email from the sign-in page, with which a new password is chosen', async () => {
  await page.goto(tracker.url);
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await heading('Choose a new password');
  const address = page.getByLabel('Email address');
  await press('Email me a link');
  await page.getByText('Type your email address.').waitFor();
  await address.fill('head');
  await press('Email me a link');
  await page.getByText('That does not look like an email address.').waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await address.fill(HEAD);
  await press('Email me a link');
  await heading('Check your email');
  await page.getByText(/^If head@hub\.example is the address of an account/).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);

  const arrived = () => mailServer.at(HEAD)[0]?.parsed.text;
  for (let tries = 0; !arrived() && tries < 100; tries += 1) await page.waitForTimeout(200);
  const link = /http\S+token=\S+/.exec(arrived() ?? '')?.[0] ?? '';
  await page.goto('about:blank');
  await page.goto(link);
  await heading('Choose your password');
  await page.getByLabel('New password').fill(NEW_PASSWORD);
  await press('Set the password');
  await heading('Your password is set');

  await page.goto(tracker.url);
  await page.getByLabel('Email address').fill(HEAD);
  await page.getByRole('textbox', { name: /^Password/ }).fill(NEW_PASSWORD);
  await press('Sign in');
  await heading('Today');
}, 90_000);

it('says the same of an address that nobody has', async () => {
  const other = (await openWindow(browser)).page;
  await other.goto(`${tracker.url}/#/forgotten-password`);
  await other.getByLabel('Email address').fill('nobody@hub.example');
  await other.getByRole('button', { name: 'Email me a link' }).click();
  await other.getByText(/^If nobody@hub\.example is the address of an account/).waitFor();
}, 60_000);
