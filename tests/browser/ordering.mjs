// A line-up put in order: with the keyboard and the mouse where scripts run, with plain buttons where not.

import assert from 'node:assert/strict';

const SPEAKERS = '.role-group ~ .role-group .lineup-row';
const PATIENCE = 5000;

/** Moves the first speaker down and up again by keys alone, then drags them to the end (A-2, U-12). */
export async function reorderByKeyboardAndMouse(organiser) {
    const { page } = organiser;
    const [first, second, third] = await speakers(page);
    await tabTo(page, first, 'down');
    await page.keyboard.press('Enter');
    await assertMoved(page, [second, first, third], `${first} moved to 2 of 3`);
    assert.deepEqual(await focused(page), { name: first, way: 'down' });
    await page.keyboard.press('Enter');
    await assertMoved(page, [second, third, first], `${first} moved to 3 of 3`);
    assert.deepEqual(await focused(page), { name: first, way: null }, 'where there is no further down, the row has the focus');
    await tabTo(page, first, 'up');
    await page.keyboard.press('Enter');
    await assertMoved(page, [second, first, third], `${first} moved to 2 of 3`);
    assert.deepEqual(await focused(page), { name: first, way: 'up' });
    await drag(page, SPEAKERS, 1, 2);
    await assertMoved(page, [second, third, first], `${first} moved to 3 of 3`);
    await page.reload();
    assert.deepEqual(await speakers(page), [second, third, first], 'the order is kept');
}

/** Moves the last speaker up, page after page. */
export async function reorderByButtons(organiser) {
    const { page } = organiser;
    const [first, second, third] = await speakers(page);
    for (const order of [[first, third, second], [third, first, second]]) {
        await organiser.press(`${SPEAKERS}[data-name="${third}"] .up`);
        assert.deepEqual(await speakers(page), order);
        assert.ok((await page.locator('#moved').innerText()).includes(third));
        assert.ok(page.url().endsWith(`#${await page.locator(`[data-name="${third}"]`).getAttribute('id')}`));
    }
}

function speakers(page) {
    return page.locator(SPEAKERS).evaluateAll((rows) => rows.map((row) => row.dataset.name));
}

async function tabTo(page, name, way) {
    for (let steps = 0; steps < 80; steps += 1) {
        await page.keyboard.press('Tab');
        const at = await focused(page);
        if (at.name === name && at.way === way) return;
    }
    assert.fail(`the keyboard does not reach ${way} of ${name}`);
}

function focused(page) {
    return page.evaluate(() => ({
        name: document.activeElement.closest('.lineup-row')?.dataset.name ?? null,
        way: ['up', 'down'].find((way) => document.activeElement.classList.contains(way)) ?? null,
    }));
}

/** What is said and shown once the server has taken it. */
async function assertMoved(page, order, words) {
    const deadline = Date.now() + PATIENCE;
    const isSaid = async () => (await page.locator('#moved[role=status]').innerText()).includes(words);
    while (!(await isSaid()) && Date.now() < deadline) await page.waitForTimeout(50);
    assert.ok(await isSaid(), `“${words}” is not said`);
    assert.deepEqual(await speakers(page), order);
}

async function drag(page, rows, from, to) {
    // The mouse goes by the window, in which both have to be.
    await page.locator(rows).nth(to).scrollIntoViewIfNeeded();
    const grip = await page.locator(rows).nth(from).locator('.grip').boundingBox();
    const goal = await page.locator(rows).nth(to).boundingBox();
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(goal.x + 20, goal.y + goal.height - 4, { steps: 8 });
    await page.mouse.up();
}
