// An identity provider on this machine, for tests: oidc-provider with its own pages for development, where
// anybody signs in as whoever they say. An account's name is the mail address that it has; how it begins says what
// is wrong with what the provider gives for it.
//
//   node provider.mjs REDIRECT-URI…      prints `issuer: URL` when it is ready; ends with its standard input

import { createServer } from 'node:http';

import { SignJWT, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import { Provider } from 'oidc-provider';

const CLIENT = { client_id: 'convoke', client_secret: 'a secret between the two' };
/** How a name begins, and what the identity token says then instead of the truth. */
const LIES = {
    'nonce-': { nonce: 'of another question' },
    'audience-': { aud: 'another-client' },
    'issuer-': { iss: 'https://evil.example' },
    'expired-': { iat: 1_000_000_000, exp: 1_000_000_600 },
    // No lie: the address is told where it is asked for, and there alone.
    'asked-': { email: undefined, email_verified: undefined },
    // Nor one: it is told nowhere, since what tells it is broken.
    'mute-': { email: undefined, email_verified: undefined },
};

// Its warnings are for those who run it for people; nobody reads them here.
console.info = console.warn = () => {};

const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const jwk = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' };
jwk.kid = await calculateJwkThumbprint(jwk);
const stranger = (await generateKeyPair('RS256')).privateKey;

const server = createServer().listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const issuer = `http://localhost:${server.address().port}`;

const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: process.argv.slice(2), grant_types: ['authorization_code'], response_types: ['code'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    // Where it is `true`, as by the letter of the standard, the address is told at the user info endpoint alone.
    conformIdTokenClaims: false,
    cookies: { keys: ['for tests'] },
    features: { devInteractions: { enabled: true }, userinfo: { enabled: true } },
    findAccount: (_, sub) => ({
        accountId: sub,
        claims: () => ({ sub, ...(sub.startsWith('silent-') ? {} : { email: sub, email_verified: !sub.startsWith('unverified-') }) }),
    }),
    jwks: { keys: [jwk] },
    pkce: { required: () => true },
});

provider.use(async (context, next) => {
    await next();
    if (context.path === '/token' && context.body?.id_token) {
        context.body = { ...context.body, id_token: await told(context.body.id_token) };
    }
    if (context.path === '/me' && context.body?.sub?.startsWith('mute-')) {
        context.status = 500;
        context.body = {};
    }
});

/** The token that is given, where it is not the true one. */
async function told(token) {
    const said = JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
    const header = { alg: 'RS256', kid: jwk.kid };
    const lie = Object.entries(LIES).find(([beginning]) => said.sub.startsWith(beginning));
    if (lie) return new SignJWT({ ...said, ...lie[1] }).setProtectedHeader(header).sign(await importJWK(jwk, 'RS256'));
    if (said.sub.startsWith('forged-')) return new SignJWT(said).setProtectedHeader(header).sign(stranger);
    return token;
}

server.on('request', provider.callback());
process.stdin.resume().once('end', () => process.exit());
console.log(`issuer: ${issuer}`);
