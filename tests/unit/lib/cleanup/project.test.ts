import { describe, expect, test } from '@jest/globals';
import {
  projectBudget,
  projectCertificate,
  projectLease,
  projectNode,
  projectPod,
} from '#lib/cleanup/project.js';
import { parseQuantity } from '#lib/cleanup/quantity.js';

test.each([
  ['250m', 0.25],
  ['4', 4],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['1e3', 1000],
  ['1E', 1e18],
  ['12E3', 12_000],
  ['.5', 0.5],
  ['100k', 100_000],
  ['16391244Ki', 16_391_244 * 1024],
  ['', undefined],
  ['Gi', undefined],
  ['1 Gi', undefined],
  ['1KiB', undefined],
])('the quantity %j is %j', (text, value) => {
  expect(parseQuantity(text)).toBe(value);
});

describe('a node', () => {
  const metadata = {
    name: 'mi-1',
    uid: 'u',
    resourceVersion: '7',
    creationTimestamp: '2026-11-22T10:00:00Z',
  };
  test('is kept as what is judged', () => {
    expect(
      projectNode({
        metadata,
        spec: { providerID: 'eks-hybrid:///r/c/mi-1', unschedulable: true },
        status: {
          addresses: [{ type: 'InternalIP', address: '10.0.0.4' }],
          allocatable: { cpu: '3920m', memory: '1Gi' },
          capacity: { cpu: '4' },
          conditions: [{ type: 'Ready', status: 'Unknown', lastTransitionTime: '2026-11-22T11:00:00Z' }],
        },
      }),
    ).toEqual({
      name: 'mi-1',
      uid: 'u',
      resourceVersion: '7',
      providerId: 'eks-hybrid:///r/c/mi-1',
      createdAt: Date.UTC(2026, 10, 22, 10),
      labels: {},
      annotations: {},
      unschedulable: true,
      ready: { status: 'Unknown', since: Date.UTC(2026, 10, 22, 11) },
      internalIp: '10.0.0.4',
      allocatable: { cpuMillis: 3920, memoryBytes: 2 ** 30 },
      vcpus: 4,
    });
  });
  test('that has told nothing yet is known as far as it goes', () => {
    expect(projectNode({ metadata })).toMatchObject({
      providerId: '',
      ready: null,
      internalIp: null,
      vcpus: null,
    });
    expect(projectNode({ metadata: { name: 'mi-1' } })).toBeUndefined();
  });
});

describe('a pod', () => {
  const metadata = { namespace: 'n', name: 'p', uid: 'u' };
  const asks = (cpu: string, restartPolicy?: string) => ({
    name: cpu,
    resources: { requests: { cpu } },
    ...(restartPolicy === undefined ? {} : { restartPolicy }),
  });
  test('asks for its containers, sidecars, the largest init container and the overhead', () => {
    const containers = [asks('100m'), asks('200m')];
    const of = (initContainers: ReturnType<typeof asks>[]) =>
      projectPod({ metadata, spec: { containers, initContainers, overhead: { cpu: '10m' } } })?.requests
        .cpuMillis;
    expect(of([])).toBe(310);
    expect(of([asks('50m', 'Always')])).toBe(360);
    expect(of([asks('1'), asks('2')])).toBe(2010);
  });
  test('tells where it keeps data, who owns it and that it goes', () => {
    const volumes = [
      { name: 'tmp', emptyDir: { medium: 'Memory' } },
      { name: 'cache', emptyDir: {} },
    ];
    const owner = { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 's', uid: 'o' };
    const pod = projectPod({
      metadata: {
        ...metadata,
        deletionTimestamp: '2026-11-22T11:00:00Z',
        annotations: { 'kubernetes.io/config.mirror': 'x' },
        ownerReferences: [
          { ...owner, kind: 'Other' },
          { ...owner, controller: true },
        ],
      },
      spec: { containers: [], nodeName: 'mi-1', volumes },
      status: { phase: 'Running' },
    });
    expect(pod).toMatchObject({
      nodeName: 'mi-1',
      localVolume: 'cache',
      controllerKind: 'StatefulSet',
      isTerminating: true,
      isMirror: true,
      phase: 'Running',
    });
  });
});

test('budgets without a status allow nothing, and without a selector pick nothing', () => {
  const metadata = { namespace: 'n', name: 'b' };
  expect(projectBudget({ metadata, spec: {} })).toEqual({
    ...metadata,
    selector: null,
    disruptionsAllowed: 0,
  });
});

test('only undecided certificates of nodes count', () => {
  const spec = { request: '', signerName: 'kubernetes.io/kubelet-serving', username: 'system:node:mi-1' };
  const decided = { conditions: [{ type: 'Approved', status: 'True' }] };
  expect(projectCertificate({ spec })).toEqual({ node: 'mi-1', createdAt: null });
  expect(projectCertificate({ spec, status: decided })).toBeUndefined();
  expect(projectCertificate({ spec: { ...spec, username: 'alice' } })).toBeUndefined();
});

test('a lease without a time was never renewed', () => {
  expect(projectLease({ metadata: { name: 'mi-1' }, spec: {} })).toEqual({ node: 'mi-1', renewedAt: null });
});
