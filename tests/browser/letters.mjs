// What an instance has mailed, read as its readers do.

import assert from 'node:assert/strict';

import PostalMime from 'postal-mime';

/** Waits for the worker's tick; who waits longer than this has found a fault. */
const PATIENCE = 30_000;

/** All letters written so far. */
export async function letters(instance) {
    const mails = await instance.mails();
    return Promise.all(mails.map(async ({ name, bytes }) => ({ ...(await PostalMime.parse(bytes)), name })));
}

/** The letters to `address`, once there are `number` of them. */
export async function lettersTo(instance, address, number = 1) {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
        const found = (await letters(instance)).filter(({ to }) => to.some((one) => one.address === address));
        if (found.length >= number) return found;
        assert.ok(Date.now() < deadline, `${found.length} of ${number} mails to ${address}:\n${instance.output}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

/** The path of the first link in `letter` that `part` is in. */
export function pathIn(letter, part) {
    const link = letter.text.match(/https?:\/\/\S+/g)?.find((url) => url.includes(part));
    assert.ok(link, `no ${part} in ${letter.text}`);
    return new URL(link).pathname;
}
