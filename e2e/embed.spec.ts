import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { SCENARIO } from './fixtures/scenario.ts';

/** A course page that frames a scenario, names an origin for it, and writes down what it is told. */
function coursePage(portside: string, named: string): string {
  return `<!doctype html><html lang="en"><title>Course</title><body>
<iframe title="Portside" width="1200" height="760" src="${portside}?editor=plain&embed=${encodeURIComponent(named)}#/scenario/the-flag-that-wins"></iframe>
<script>
  window.heard = [];
  addEventListener('message', ({ origin, data }) => window.heard.push({ origin, data }));
</script></body></html>`;
}

let courses: Server;
let course = '';

/** A course's own server, on this machine like the page's: browsers do not let a page of elsewhere frame a local one. */
test.beforeAll(async ({ baseURL }) => {
  courses = createServer((request, response) => {
    const named = request.url === '/right' ? course : 'http://other.test';
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(coursePage(new URL(baseURL ?? '').href, named));
  });
  await new Promise<void>((ready) => {
    courses.listen(0, '127.0.0.1', ready);
  });
  course = `http://127.0.0.1:${(courses.address() as AddressInfo).port}`;
});
test.afterAll(() => {
  courses.close();
  courses.closeAllConnections();
});

test('a framed scenario tells its course, and nobody else, of score and completion', async ({ page, baseURL }) => {
  const { origin } = new URL(baseURL ?? '');
  const heard = () => page.evaluate(() => (window as unknown as { heard: { origin: string; data: unknown }[] }).heard);
  const frame = page.frameLocator('iframe');

  await test.step('ready, then the score as it changes, then completion', async () => {
    await page.goto(`${course}/right`);
    await frame.getByRole('tab', { name: /10-kubeadm\.conf/ }).click();
    const editor = frame.getByRole('textbox', { name: new RegExp(`${SCENARIO.dropIn}$`) });
    const text = await editor.inputValue();
    await editor.fill(text.replace(' --anonymous-auth=true', ''));
    const apply = async () => {
      await frame.getByRole('button', { name: /^daemon-reload/ }).click();
      await frame.getByRole('button', { name: /^Restart/ }).click();
    };
    await apply();
    await expect.poll(async () => (await heard()).length).toBeGreaterThan(1);
    await editor.fill(text.replace(SCENARIO.flags, ''));
    await apply();
    await expect
      .poll(async () => (await heard()).at(-1)?.data)
      .toMatchObject({
        source: 'portside',
        version: 1,
        kind: 'completed',
        scenario: 'the-flag-that-wins',
        met: 3,
        tasks: 3,
        score: 100,
        solved: true,
      });
    const [first, second] = await heard();
    expect(first).toMatchObject({ origin, data: { kind: 'ready', met: 0, score: 0 } });
    expect(second).toMatchObject({ origin, data: { kind: 'score', met: 1 } });
  });

  await test.step('it answers the course that asks, and no other question', async () => {
    const before = (await heard()).length;
    const ask = (data: unknown) =>
      page.evaluate(
        ([message, target]) => document.querySelector('iframe')?.contentWindow?.postMessage(message, String(target)),
        [data, origin],
      );
    await ask({ target: 'portside', version: 1, kind: 'tell-me-more' });
    await ask({ target: 'portside', version: 1, kind: 'ask' });
    await expect.poll(async () => (await heard()).length).toBe(before + 1);
    expect((await heard()).at(-1)?.data).toMatchObject({ kind: 'score', score: 100 });
  });

  await test.step('in a page of another origin than the address names it works, and tells nothing', async () => {
    await page.goto(`${course}/wrong`);
    await expect(frame.getByRole('heading', { level: 1, name: SCENARIO.title })).toBeVisible();
    await expect(frame.getByRole('list', { name: 'Tasks' })).toBeVisible();
    expect(await heard()).toEqual([]);
  });
});
