// Those who have no account: speakers who answer, and people who register.

import assert from 'node:assert/strict';

import { field, send } from './form.mjs';
import { lettersTo, pathIn } from './letters.mjs';
import { Visitor } from './visitor.mjs';

/** Answers as a speaker does, by the link in the mail. */
export async function answer(browser, instance, person, said, { scripts }) {
    const [letter] = await lettersTo(instance, person.email);
    const path = pathIn(letter, '/lineup/');
    const speaker = await Visitor.arrive(browser, instance.base, { language: path.split('/')[1], scripts });
    await speaker.open(path);
    await speaker.inspect(`speaker-to-${said}`);
    if (said === 'decline') await speaker.page.locator('details.withdraw summary').click();
    await speaker.follow(() => speaker.page.locator(`[name=answer][value=${said}]`).first().click());
    assert.ok(await speaker.page.locator('.appearing-done[role=status]').isVisible());
    await speaker.inspect(`speaker-to-${said}-done`);
    await speaker.leave();
}

/** Registers on the public form. */
export async function register(browser, instance, slug, { name, email, language, mode }, { scripts }) {
    const guest = await Visitor.arrive(browser, instance.base, { language, scripts });
    await guest.open(`/${language}/events/${slug}/register`);
    await field(guest.page, 'name').fill(name);
    await field(guest.page, 'email').fill(email);
    await guest.page.locator(`[name=mode][value=${mode}]`).check();
    await guest.follow(() => send(guest.page));
    await guest.leave();
}
