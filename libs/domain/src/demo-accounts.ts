/** Where every account of the demo hub has its address; the domain is reserved, so nobody else is there. */
export const DEMO_DOMAIN = 'demo.example';

/** The password of every demo account; public, which is why nobody signs in with it in production. */
export const DEMO_PASSWORD = 'visit-every-school';

/** Whether an account's address is one of the demo hub's. */
export const isDemoAddress = (email: string): boolean =>
  email.trim().toLowerCase().endsWith(`@${DEMO_DOMAIN}`);
