import { expect, test } from 'vitest';
import { API_SENTENCES } from './apiSentences.table.ts';

const KUBELET = { kubelet: 'node01', address: '10.0.0.11', port: 10250, certificate: true, status: 401 };

const FACTS = {
  user: 'Bob',
  by: 'Eve',
  as: 'Ann',
  verb: 'get',
  what: 'pods',
  why: 'no',
  message: 'no',
  plugin: 'P',
  error: 'no',
};

test('each reason of the API server is a whole sentence', () => {
  for (const sentence of Object.values(API_SENTENCES)) expect(sentence(FACTS)).toMatch(/^[A-Z].*[^.][.!?]$/);
});

test('of the second hop it is said whom the kubelet saw', () => {
  const told = API_SENTENCES['api-kubelet-refused'];
  expect(told({ ...KUBELET, as: 'kube-apiserver-kubelet-client' })).toBe(
    'The API server asked the kubelet of node01 at 10.0.0.11:10250, and was known there as kube-apiserver-kubelet-client. The kubelet answered 401.',
  );
  expect(told({ ...KUBELET, as: 'system:anonymous', certificate: false })).toContain('it has no certificate to show');
});
