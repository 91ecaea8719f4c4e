import { LINES, SCENARIO } from '../fixtures/scenario.ts';
import { expect, test } from '../fixtures/test.ts';

/** What assistive technology is told of each region, in the four states that matter: names, roles, states, order. */
test.use({ editor: 'plain', contextOptions: { reducedMotion: 'reduce' } });

test('start', async ({ bench }) => {
  const { page } = bench;
  await expect(page.getByRole('banner')).toMatchAriaSnapshot(`
    - link "Portside, home"
    - heading "The flag that wins" [level=1]
    - button "Undo" [disabled]
    - button "Redo" [disabled]
    - button "Start over"
    - button "Keys"
    - combobox "Theme"
  `);
  const { files, strip, kubelet } = bench;
  await expect(page.getByRole('region', { name: 'Briefing' })).toMatchAriaSnapshot(`
    - region "Briefing":
      - heading "Briefing" [level=2]
  `);
  await expect(page.getByRole('region', { name: 'Tasks' })).toMatchAriaSnapshot(`
    - region "Tasks":
      - list "Tasks":
        - listitem:
          - text: "not met:"
          - heading "A stranger is refused at 10250" [level=3]
          - paragraph: /Expected 401 for a stranger, got 200/
        - listitem:
          - text: "not met:"
          - heading "A known user without rights is refused too" [level=3]
        - listitem:
          - text: "waiting:"
          - heading "It stays closed after a restart" [level=3]
  `);
  await expect(page.getByRole('region', { name: 'Must keep working' })).toMatchAriaSnapshot(`
    - region "Must keep working":
      - list:
        - listitem /node01 is Ready/: "works: node01 is Ready"
        - listitem /logs come back/: "works: kubectl logs"
        - listitem /command runs/: "works: kubectl exec"
  `);
  await expect(page.getByRole('region', { name: 'Hints' })).toMatchAriaSnapshot(`
    - region "Hints":
      - heading "Hints" [level=2]
      - text: 0 of 3 opened
      - button "Next hint"
  `);
  await expect(files.region).toMatchAriaSnapshot(`
    - region "Files":
      - tablist "Files":
        - tab "config.yaml" [selected]
        - tab "10-kubeadm.conf"
      - button "Open file…"
      - tabpanel "config.yaml":
        - textbox "Text of /var/lib/kubelet/config.yaml"
        - button /\\d+ notes/
  `);
  await expect(page.getByRole('separator', { name: 'Height of requests and journal' })).toBeVisible();
  await expect(strip.region).toMatchAriaSnapshot(`
    - region "On disk, loaded, running":
      - term: on disk
      - definition: as at the start
      - term: the same as
      - term: loaded by systemd
      - definition: /unit from/
      - term: the same as
      - term: running
      - definition: /pid \\d+/
      - button "daemon-reload"
      - button "Stop kubelet"
      - button "Restart kubelet"
  `);
  await expect(page.getByRole('tablist', { name: 'Requests and journal' })).toMatchAriaSnapshot(`
    - tablist "Requests and journal":
      - tab "Requests" [selected]
      - tab "Journal"
      - tab "Configuration"
      - tab "Who may do what"
      - tab "Timeline"
  `);
  await expect(page.getByRole('tabpanel', { name: 'Requests' })).toMatchAriaSnapshot(`
    - tabpanel "Requests":
      - region "Requests":
        - paragraph: Nothing asked yet. Type a curl line or take a ready one.
        - group "Your guess":
          - radio "no guess" [checked]
          - radio "200"
          - radio "refused"
        - textbox "Request line"
        - button "Ask"
        - group "Help with the line":
          - button "Form"
          - button "Attacks"
        - list "Ready requests"
  `);
  await expect(page.getByRole('heading', { name: 'The kubelet on node01', level: 2 })).toBeVisible();
  await expect(kubelet.ports).toMatchAriaSnapshot(`
    - region "Ports":
      - list:
        - listitem:
          - paragraph: 10250 open
        - listitem:
          - paragraph: 10255 closed
        - listitem:
          - paragraph: 10248 open
  `);
  await expect(kubelet.pipeline).toMatchAriaSnapshot(`
    - region "Pipeline":
      - paragraph: Ask something, and the request travels through these gates.
  `);
  await expect(kubelet.settings).toMatchAriaSnapshot(`
    - region "Effective configuration":
      - heading "Effective configuration" [level=3]
      - button "All values"
      - table:
        - rowgroup:
          - row "Setting Value Source"
        - rowgroup:
          - row /authentication.anonymous.enabled true risky/
  
  `);
  await expect(page.getByRole('contentinfo')).toContainText('node01 Ready');
});

test('refused: at the door, and for want of rights', async ({ bench, page }) => {
  const { requests, kubelet, files, strip } = bench;
  await requests.send(LINES.readOnly, 'refused');
  await expect(bench.news).toContainText('Answer: refused.');
  await expect(kubelet.pipeline).toMatchAriaSnapshot(`
    - region "Pipeline":
      - list "Gates of request 1":
        - listitem:
          - button "Connect, refused"
          - text: /refused. .*10255/
        - listitem:
          - button "TLS, not reached"
        - listitem:
          - button "Route, not reached"
        - listitem:
          - button "Authenticate, not reached"
        - listitem:
          - button "Authorize, not reached"
        - listitem:
          - button "Handle, not reached"
      - group "Travel":
        - button "Replay"
        - button "Step back"
        - button "Play"
        - button "Step forward" [disabled]
        - combobox "Speed"
  `);
  await files.open('10-kubeadm.conf');
  await files.replace(SCENARIO.flags, '');
  await strip.apply();
  await requests.send(LINES.bob, '403');
  await expect(bench.news).toContainText('Answer: 403.');
  await expect(requests.log).toMatchAriaSnapshot(`
    - list "Requests asked":
      - listitem:
        - button "${LINES.readOnly}"
        - text: "refused guessed refused: right"
        - button "Compare with request 1"
        - button "Change one thing of request 1"
      - listitem:
        - button "${LINES.bob}" [pressed]
        - text: /403 guessed 403. right/
        - button "Change one thing of request 2"
  `);
  await expect(kubelet.answer).toMatchAriaSnapshot(`
    - region "Answer":
      - paragraph: "403"
      - paragraph: /^refused. /
      - list "Three questions":
        - listitem:
          - heading "Did it reach?" [level=4]
          - paragraph:
            - strong: Yes.
        - listitem:
          - heading "Who am I?" [level=4]
          - paragraph:
            - strong: bob.
        - listitem:
          - heading "May I?" [level=4]
          - paragraph:
            - strong: "403."
          - list:
            - listitem:
              - button "authorization.mode Webhook, config.yaml line 11"
          - button "2 SubjectAccessReviews"
          - button "Smallest Role"
  `);
  await expect(page.getByRole('region', { name: 'Ports' })).toContainText('10250 open, request 2 came here');
});

test('solved', async ({ bench, page }) => {
  const { files, strip } = bench;
  await files.open('10-kubeadm.conf');
  await files.replace(SCENARIO.flags, '');
  await strip.daemonReload.click();
  await strip.restart.click();
  await expect(bench.news).toContainText('The kubelet is running.');
  await expect(bench.news).toContainText('Task met: A stranger is refused at 10250.');
  await expect(bench.news).toContainText('Scenario solved.');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - region "Solved":
      - heading "Solved" [level=2]
      - heading "What happened here" [level=3]
      - paragraph: /A flag on the command line beats config.yaml/
    - region "Briefing"
    - region "Tasks":
      - list "Tasks":
        - listitem:
          - text: "met:"
          - heading "A stranger is refused at 10250" [level=3]
        - listitem:
          - text: "met:"
        - listitem:
          - text: "met:"
    - region "Must keep working"
    - region "Hints"
    - region "Files":
      - tablist "Files":
        - tab "config.yaml"
        - tab "10-kubeadm.conf , changed" [selected]
  `);
});

test('crashed', async ({ bench, page }) => {
  const { files, strip, journal, kubelet } = bench;
  await files.open('10-kubeadm.conf');
  await files.replace(SCENARIO.flags, '');
  await strip.daemonReload.click();
  await files.open('config.yaml');
  await files.replace('  mode: Webhook', '  mode: Maybe');
  await strip.restart.click();
  await expect(bench.news).toContainText('The kubelet exited; systemd waits before it starts it again.');
  await expect(bench.news).toContainText('Does not work any more: node01 is Ready.');
  await expect(strip.region).toMatchAriaSnapshot(`
    - region "On disk, loaded, running":
      - term: running
      - definition: ended with status 1
      - paragraph:
        - text: /systemd starts it again in \\d+ s/
        - button "Wait"
      - button "daemon-reload"
      - button "Stop kubelet"
      - button "Restart kubelet"
  `);
  await journal.tab.click();
  await expect(page.getByRole('tablist', { name: 'Requests and journal' })).toMatchAriaSnapshot(`
    - tablist "Requests and journal":
      - tab "Requests"
      - tab "Journal , the kubelet does not start" [selected]
  `);
  await expect(journal.region).toMatchAriaSnapshot(`
    - region "Journal":
      - list:
        - listitem:
          - text: error
          - time
          - text: /unknown authorization mode Maybe/
          - button "config.yaml line 11"
        - listitem:
          - text: warning
      - paragraph: /systemd starts it again in \\d+ s/
  `);
  await expect(kubelet.ports).toMatchAriaSnapshot(`
    - region "Ports":
      - list:
        - listitem:
          - paragraph: 10250 closed
        - listitem:
          - paragraph: 10255 closed
        - listitem:
          - paragraph: 10248 closed
  `);
  await expect(kubelet.settings).toContainText('No kubelet is running, so nothing is in effect.');
});
