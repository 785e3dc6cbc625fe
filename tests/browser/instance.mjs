// A convoke of its own for a test: a fresh data folder, a clock moved by faketime, a free port.

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = new URL('../..', import.meta.url).pathname;
const BINARY = process.env.CONVOKE_BIN ?? join(ROOT, 'target/debug/convoke');

/** Registration for the roundtable is open. */
export const OPEN = '2022-11-20 10:00:00';
/** Five minutes after it has closed. */
export const CLOSED = '2022-11-24 22:05:00';

export class Instance {
    #server;
    #ended;
    #output = '';
    #isNamed = false;
    #settings = {};

    /**
     * Starts a server at `moment` (UTC) and imports `samples` of `tests/samples`. Its pages are found at `name`,
     * where one is given: browsers make no passkeys for addresses of the net. `settings` gives more of them, by
     * where that is.
     */
    static async start(moment, samples, { name, settings } = {}) {
        const instance = new Instance();
        if (name) {
            instance.#isNamed = true;
            instance.base = `http://${name}:${await freePort()}`;
        }
        if (settings) instance.#settings = await settings(instance.base);
        instance.folder = await mkdtemp(join(tmpdir(), 'convoke-browser-'));
        await instance.serve(moment);
        for (const sample of samples) {
            await instance.convoke(moment, 'event', 'import', join(ROOT, 'tests/samples', `${sample}.toml`));
        }
        return instance;
    }

    /** Runs a command of convoke at `moment` and gives its standard output. */
    async convoke(moment, ...words) {
        const { stdout } = await run('faketime', [moment, BINARY, ...words], this.#options());
        return stdout;
    }

    /** Serves from `moment` on, where it served before if it did; `base` is then where. */
    async serve(moment) {
        const server = spawn('faketime', [moment, BINARY, 'serve'], { ...this.#options(), detached: true });
        this.#server = server;
        this.#ended = new Promise((resolve) => server.once('close', resolve));
        server.stderr.on('data', (bytes) => (this.#output += bytes));
        this.base = await new Promise((resolve, reject) => {
            createInterface(server.stdout).on('line', (line) => {
                this.#output += `${line}\n`;
                const ready = line.match(/^listening on (http:\S+)$/);
                if (ready) resolve(this.#isNamed ? this.base : ready[1].replace(/\/$/, ''));
            });
            server.once('error', reject);
            server.once('exit', (code) =>
                reject(new Error(`convoke ended with ${code}:\n${this.#output}`)),
            );
        });
    }

    /** Ends the server as an operator would, and waits for it. */
    async halt() {
        if (!this.#ended) return;
        // faketime waits beside the server and passes no signal on: both are told.
        process.kill(-this.#server.pid, 'SIGTERM');
        await this.#ended;
        this.#ended = undefined;
    }

    /** Ends the server and removes its data. */
    async remove() {
        await this.halt();
        await rm(this.folder, { recursive: true, force: true });
    }

    /** All that the server has said. */
    get output() {
        return this.#output;
    }

    /** The mails written so far, as `{ name, bytes }`. */
    async mails() {
        const folder = join(this.folder, 'mail');
        const names = await readdir(folder).catch(() => []);
        return Promise.all(
            names
                .filter((name) => name.endsWith('.eml'))
                .sort()
                .map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
        );
    }

    #options() {
        return {
            cwd: this.folder,
            env: {
                PATH: process.env.PATH,
                TZ: 'UTC',
                // Time-outs go by the machine's own clock; only the time of day is moved.
                FAKETIME_DONT_FAKE_MONOTONIC: '1',
                CONVOKE_DATA_DIR: this.folder,
                // Who is signed in stays so where it serves again from another moment.
                CONVOKE_LISTEN: `127.0.0.1:${this.base ? new URL(this.base).port : 0}`,
                ...(this.#isNamed && { CONVOKE_BASE_URL: this.base }),
                ...this.#settings,
            },
        };
    }
}

/** A port that nobody listens on. */
async function freePort() {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address();
    await new Promise((resolve) => server.close(resolve));
    return port;
}
