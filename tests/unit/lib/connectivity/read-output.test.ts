import { expect, test } from '@jest/globals';
import { digCommand, pingCommand, readBatch } from '#lib/connectivity/probe-commands.js';
import { firstLine, percentile, readDig, readHttp, readPing } from '#lib/connectivity/read-output.js';

test('BusyBox and iputils say the same', () => {
  const busybox =
    '64 bytes from 10.0.0.7: seq=0 ttl=62 time=12.5 ms\n2 packets transmitted, 1 packets received, 50% packet loss';
  const iputils =
    '64 bytes from 10.0.0.7: icmp_seq=1 ttl=62 time=12.5 ms\n2 packets transmitted, 1 received, 50% packet loss, time 201ms';
  const read = { sent: 2, received: 1, roundTrips: [12.5] };
  expect([readPing(busybox), readPing(iputils), readPing('ping: bad address')]).toEqual([
    read,
    read,
    undefined,
  ]);
});

test("curl's complaint may stand before or after its numbers", () => {
  const complaint = 'curl: (28) Connection timed out after 3001 milliseconds';
  for (const text of [`${complaint}\n\n000 0.000000 0.000000`, `\n000 0.000000 0.000000\n${complaint}`]) {
    expect(readHttp(text)?.status).toBe(0);
    expect(firstLine(text)).toBe(complaint);
  }
  expect(readHttp('10.0.0.7:4711\n200 0.001 0.002')).toEqual({ status: 200, body: '10.0.0.7:4711' });
});

test('a batch that breaks off has results only for what ended', () => {
  expect(readBatch('#begin 1\nok\n#end 1 0\n#begin 2\nhalf', 2)).toEqual([
    { output: 'ok', exitCode: 0 },
    undefined,
  ]);
});

test('no answer is told from an answer that is not understood', () => {
  expect(readDig(';; no servers could be reached')?.status).toBe('NO ANSWER');
  expect(readDig('sh: dig: not found')).toBeUndefined();
});

test('nothing but addresses and names gets into a command', () => {
  expect(() => pingCommand('10.0.0.1; reboot', 1)).toThrow('no IPv4 address');
  expect(() => digCommand('10.0.0.1', 'a$(reboot)', 'udp')).toThrow('no DNS name');
});

test('percentiles are samples, by nearest rank', () => {
  expect([percentile([3, 1, 2], 50), percentile([3, 1, 2], 99), percentile([], 50)]).toEqual([2, 3, null]);
});
