import { expect, test } from 'vitest';
import { WEB_SERVICES } from './webService.table.ts';
import { matchTemplate, refusal } from './webService.ts';

const ask = (endpoint: string, path: string, method = 'GET', accept = '*/*') =>
  refusal(matchTemplate(WEB_SERVICES[endpoint] ?? [], path), method, accept);

test('takes variables from the path', () => {
  expect(matchTemplate(WEB_SERVICES.run ?? [], '/run/default/web/123/nginx/')?.parameters).toEqual({
    podNamespace: 'default',
    podID: 'web',
    uid: '123',
    containerName: 'nginx',
  });
  expect(matchTemplate(WEB_SERVICES.logs ?? [], '/logs/pods/a/0.log')?.parameters).toEqual({ logpath: 'pods/a/0.log' });
});

test('refuses paths, methods and types in that order', () => {
  expect(ask('pods', '/pods/x', 'POST')?.body).toBe('404: Page Not Found');
  expect(ask('exec', '/exec/a/b/c', 'DELETE')).toMatchObject({
    status: 405,
    headers: [['Allow', 'GET, POST'], expect.anything()],
  });
  expect(ask('pods', '/pods', 'GET', 'text/html')?.body).toBe(
    '406: Not Acceptable\n\nAvailable representations: application/json',
  );
  expect(ask('pods', '/pods', 'GET', 'text/html, application/json;q=0.5')).toBeNull();
  expect(ask('containerLogs', '/containerLogs/a/b/c', 'GET', 'image/png')).toBeNull();
});

test('the index of pprof has no path', () => {
  expect(ask('pprof', '/debug/pprof/')?.status).toBe(404);
  expect(ask('pprof', '/debug/pprof/heap')).toBeNull();
});
