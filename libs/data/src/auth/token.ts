import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits that fit into a cookie and an address. */
export const newToken = () => randomBytes(32).toString('base64url');

/** What is kept of a token. Nobody can guess 256 bits, so a plain hash is enough. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest();
