// Passkeys as an organiser uses them, with a device that Chromium plays (WebAuthn domain of its protocol).

import assert from 'node:assert/strict';
import { after, before, describe as story, test } from 'node:test';

import { Instance, OPEN } from './instance.mjs';
import { Organiser } from './organiser.mjs';
import { launch } from './visitor.mjs';

const RANA = 'rana@institute.example';
const ACCOUNT = '/organise/account';
const COOKIES = ['convoke'];

let instance;
let browser;

before(async () => {
    instance = await Instance.start(OPEN, [], { name: 'localhost' });
    await instance.convoke(OPEN, 'user', 'add', RANA, '--role', 'owner');
    browser = await launch();
});

after(async () => {
    await browser?.close();
    await instance?.remove();
});

for (const language of ['en', 'ar']) {
    story(`passkeys in ${language}`, () => {
        let organiser;
        let device;

        before(async () => {
            organiser = await Organiser.arrive(browser, instance.base, { language, width: language === 'ar' ? 320 : 1280 });
            device = await plugIn(organiser);
            await organiser.signIn(instance, RANA);
        });

        test('s_09_one is added on the page of the account', async () => {
            await organiser.visit(ACCOUNT, 'passkeys-none');
            assert.equal(await organiser.page.locator('.table').count(), 0);
            await organiser.submit({ passkey: 'Phone' }, 'passkey-form');
            await organiser.assertDone('passkey-added');
            await organiser.inspect('passkeys-one');
            assert.deepEqual(await organiser.page.locator('.table th[scope=row]').allInnerTexts(), ['Phone']);
            assert.equal((await device.credentials()).length, 1);
        });

        test('a device that has one makes no second', async () => {
            await organiser.page.locator('passkey-form [type=submit]').click();
            await organiser.page.locator('passkey-form .problem').waitFor();
            await organiser.inspect('passkeys-stopped');
            assert.equal((await device.credentials()).length, 1);
        });

        test('s_09_it signs in without address and code', async () => {
            await organiser.page.locator('.desk-menu summary').click();
            await organiser.press('form[action="/sign-out"] button');
            await organiser.open(`/sign-in?lang=${language}&next=/organise/team`);
            await organiser.inspect('sign-in-passkey');
            await organiser.press('passkey-form button');
            assert.equal(new URL(organiser.page.url()).pathname, '/organise/team');
            const [{ signCount }] = await device.credentials();
            assert.ok(signCount > 1, `${signCount}`);
        });

        test('s_09_a device whose owner does not unlock it signs nobody in', async () => {
            const stranger = await Organiser.arrive(browser, instance.base, { language });
            const locked = await plugIn(stranger, { isUserVerified: false });
            for (const credential of await device.credentials()) await locked.add(credential);
            await stranger.open(`/sign-in?lang=${language}`);
            await stranger.page.locator('passkey-form button').click();
            await stranger.page.locator('passkey-form .problem').waitFor();
            await stranger.inspect('sign-in-passkey-stopped');
            assert.equal(new URL(stranger.page.url()).pathname, '/sign-in');
            await stranger.leave(['convoke-passkey']);
        });

        test('s_05_once removed it signs nobody in', async () => {
            await organiser.open(ACCOUNT);
            await organiser.press('form[action$="/remove"][action*="/passkeys/"] button');
            await organiser.assertDone('passkey-removed');
            await organiser.page.locator('.desk-menu summary').click();
            await organiser.press('form[action="/sign-out"] button');
            await organiser.open(`/sign-in?lang=${language}`);
            await organiser.press('passkey-form button', 422);
            assert.ok(await organiser.page.locator('.summary li').isVisible());
            await organiser.inspect('sign-in-passkey-refused');
            organiser.assertAllHeld();
            await organiser.leave();
        });
    });
}

test('without scripts a code by mail is what there is', async () => {
    const organiser = await Organiser.arrive(browser, instance.base, { scripts: false });
    await organiser.open('/sign-in');
    assert.equal(await organiser.page.locator('passkey-form').isVisible(), false);
    await organiser.signIn(instance, RANA);
    await organiser.open(ACCOUNT);
    assert.equal(await organiser.page.locator('passkey-form').isVisible(), false);
    organiser.assertAllHeld();
    await organiser.leave(COOKIES);
});

/** A device within the computer of a visitor. */
async function plugIn({ context, page }, more = {}) {
    const session = await context.newCDPSession(page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
        options: {
            protocol: 'ctap2',
            transport: 'internal',
            hasResidentKey: true,
            hasUserVerification: true,
            isUserVerified: true,
            automaticPresenceSimulation: true,
            ...more,
        },
    });
    return {
        credentials: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
        add: (credential) => session.send('WebAuthn.addCredential', { authenticatorId, credential }),
    };
}
