import { execFileSync } from 'node:child_process';
import { createCipheriv, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '#lib/action/errors.js';
import { restoreFiles } from '#lib/terraform/bundle-extract.js';
import { CHUNK_BYTES, type BundleManifest, type Provenance } from '#lib/terraform/bundle-format.js';
import { encodeHeader } from '#lib/terraform/bundle-header.js';
import {
  createBundleKey,
  recoverBundleKey,
  type BundleKey,
  type DataKeyService,
  type KeySource,
} from '#lib/terraform/bundle-key.js';
import { entriesProblem, pathProblem } from '#lib/terraform/bundle-paths.js';
import { openBundle, sealBundle, type SealRequest } from '#lib/terraform/bundle.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const PROVENANCE: Provenance = {
  repositoryId: 99,
  repository: 'octo-org/platform',
  pullRequest: 7,
  headSha: '2'.repeat(40),
  sha: '1'.repeat(40),
  runId: 4242,
  runAttempt: 1,
  stack: 'foundation',
  directory: 'infra/foundation',
  workspace: 'default',
  backend: 's3:0123456789abcdef0123456789abcdef',
};

/** Wraps by keeping: what counts here is that the context must be the same. */
function keyService(keyArn = 'arn:aws:kms:eu-central-1:111122223333:key/one'): DataKeyService {
  const kept = new Map<string, { plain: Uint8Array; context: string }>();
  const name = (wrapped: Uint8Array) => Buffer.from(wrapped).toString('hex');
  return {
    keyArn,
    generate: async (context) => {
      const wrapped = randomBytes(40);
      const plain = randomBytes(32);
      kept.set(name(wrapped), { plain: Uint8Array.from(plain), context: JSON.stringify(context) });
      return { plain, wrapped };
    },
    unwrap: async (wrapped, context) => {
      const entry = kept.get(name(wrapped));
      if (entry?.context !== JSON.stringify(context)) throw new Error('InvalidCiphertextException');
      return Uint8Array.from(entry.plain);
    },
  };
}

const source: KeySource = { kind: 'kms', service: keyService() };
let workspace = '';
let scratch = '';
let count = 0;

beforeEach(() => {
  const root = temporaryDirectory();
  workspace = join(root, 'workspace');
  scratch = join(root, 'scratch');
  mkdirSync(join(workspace, 'infra/foundation/files/deep'), { recursive: true });
  mkdirSync(join(workspace, 'infra/shared'));
  mkdirSync(join(workspace, '.git'));
  mkdirSync(scratch);
  write('.git/config', 'token');
  write('infra/foundation/.terraform.lock.hcl', 'provider "x" {}\n');
  write('infra/foundation/files/a.zip', 'zip a');
  write('infra/foundation/files/deep/run.sh', '#!/bin/sh\n');
  chmodSync(join(workspace, 'infra/foundation/files/deep/run.sh'), 0o755);
  write('infra/shared/b.json', '{}');
  writeFileSync(join(scratch, 'p.tfplan'), 'the plan');
});

const write = (path: string, text: string | Uint8Array) => writeFileSync(join(workspace, path), text);

async function request(
  overrides: Partial<SealRequest> & { provenance?: Partial<Provenance> } = {},
): Promise<SealRequest> {
  const { provenance, ...others } = overrides;
  count += 1;
  return {
    file: join(scratch, `bundle-${count}`),
    key: await createBundleKey(source, { ...PROVENANCE, ...provenance }),
    tool: { name: 'terraform', version: '1.11.4' },
    fingerprint: `keyed-v2:${'0'.repeat(64)}`,
    workspace,
    planFile: join(scratch, 'p.tfplan'),
    extraPaths: [],
    ...others,
  };
}

const open = (file: string, expected: Partial<Provenance> = PROVENANCE, key: KeySource = source) => {
  count += 1;
  return openBundle(file, key, expected, join(scratch, `opened-${count}`));
};

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ActionError) return `${error.code} ${error.message}`;
    return String(error);
  }
  return 'accepted';
}

describe('a bundle', () => {
  test('gives back what was sealed, to this user only, and can be put where it was', async () => {
    const wanted = await request({ extraPaths: ['files', '../shared/b.json', 'files/a.zip'] });
    const sealed = await sealBundle(wanted);
    expect(statSync(sealed.file)).toMatchObject({ size: sealed.bytes });
    expect(statSync(sealed.file).mode & 0o777).toBe(0o600);
    const opened = await open(sealed.file);
    expect(opened).toMatchObject({
      provenance: PROVENANCE,
      tool: { name: 'terraform', version: '1.11.4' },
      fingerprint: wanted.fingerprint,
    });
    expect(opened.fingerprintKey).toEqual(wanted.key.fingerprintKey);
    expect(readFileSync(opened.planFile, 'utf8')).toBe('the plan');
    expect(statSync(opened.planFile).mode & 0o777).toBe(0o600);
    expect(statSync(join(opened.planFile, '..')).mode & 0o777).toBe(0o700);
    const other = join(scratch, 'other');
    mkdirSync(other);
    await restoreFiles(opened.files, other);
    expect(execFileSync('diff', ['-r', '-x', '.git', workspace, other]).toString()).toBe('');
    expect(statSync(join(other, 'infra/foundation/files/deep/run.sh')).mode & 0o100).toBe(0o100);
    expect(statSync(join(other, 'infra/foundation/files/a.zip')).mode & 0o100).toBe(0);
  });

  test('shows neither plan nor paths nor the fingerprint without the key', async () => {
    const { file } = await sealBundle(await request({ extraPaths: ['files'] }));
    const bytes = readFileSync(file).toString('latin1');
    for (const secret of ['the plan', 'a.zip', 'keyed-v2', 'provider']) expect(bytes).not.toContain(secret);
    expect(bytes).toContain('octo-org/platform');
    const again = await sealBundle(await request({ extraPaths: ['files'] }));
    expect(readFileSync(again.file).subarray(-64)).not.toEqual(readFileSync(file).subarray(-64));
  });

  test.each([0, 1, CHUNK_BYTES - 700, CHUNK_BYTES, 3 * CHUNK_BYTES + 5])(
    'holds a plan of %i bytes',
    async (size) => {
      const plan = randomBytes(size);
      writeFileSync(join(scratch, 'p.tfplan'), plan);
      const { file } = await sealBundle(await request());
      expect(readFileSync((await open(file)).planFile).equals(plan)).toBe(true);
    },
  );

  test('opens for any length around the end of a part', async () => {
    writeFileSync(join(scratch, 'p.tfplan'), Buffer.alloc(10_000));
    const wanted = await request();
    const { bytes } = await sealBundle(wanted);
    const header = encodeHeader({
      provenance: PROVENANCE,
      key: wanted.key.header,
      keyCheck: wanted.key.check,
    });
    const full = CHUNK_BYTES - (bytes - header.bytes.length - 16 - 10_000);
    for (let size = full - 3; size <= full + 3; size += 1) {
      writeFileSync(join(scratch, 'p.tfplan'), Buffer.alloc(size, 1));
      const { file } = await sealBundle(await request());
      expect(statSync((await open(file)).planFile).size).toBe(size);
    }
  });

  test('opens with the secret it was sealed with', async () => {
    const secret = randomBytes(32).toString('base64');
    const key = await createBundleKey({ kind: 'secret', secret }, PROVENANCE);
    const { file } = await sealBundle(await request({ key }));
    expect(readFileSync(file).toString('latin1')).not.toContain(secret);
    const opened = await open(file, PROVENANCE, { kind: 'secret', secret });
    expect(opened.fingerprintKey).toEqual(key.fingerprintKey);
    const wrong = { kind: 'secret', secret: randomBytes(32).toString('base64') } as const;
    expect(await codeOf(open(file, PROVENANCE, wrong))).toMatch(/^EHA1265/);
    expect(await codeOf(open(file))).toMatch(/^EHA1265 .*sealed with a secret/);
  });
});

describe('the key', () => {
  test.each([
    ['short', 'x1y2z3w4'.repeat(3), '24 characters'],
    ['repeating', 'abc'.repeat(20), 'different characters'],
  ])('refuses a %s secret without repeating it', async (_, secret, why) => {
    const said = await codeOf(createBundleKey({ kind: 'secret', secret }, PROVENANCE));
    expect(said).toMatch(/^EHA1260/);
    expect(said).toContain(why);
    expect(said).not.toContain(secret);
  });

  test('is another one for each purpose and bundle', async () => {
    const keys = [await createBundleKey(source, PROVENANCE), await createBundleKey(source, PROVENANCE)];
    const all = keys.flatMap((key) => [key.contentKey, key.fingerprintKey, Buffer.from(key.check, 'hex')]);
    expect(new Set(all.map((key) => Buffer.from(key).toString('hex'))).size).toBe(6);
  });

  test('of another ARN, another way or another bundle is refused', async () => {
    const key = await createBundleKey(source, PROVENANCE);
    const arn = 'arn:aws:kms:eu-central-1:111122223333:key/two';
    const other: KeySource = { kind: 'kms', service: keyService(arn) };
    expect(await codeOf(recoverBundleKey(other, key.header, PROVENANCE, key.check))).toMatch(
      /^EHA1265 .*key\/one.*key\/two/,
    );
    const secret: KeySource = { kind: 'secret', secret: 'x'.repeat(40) };
    expect(await codeOf(recoverBundleKey(secret, key.header, PROVENANCE, key.check))).toMatch(
      /^EHA1265 .*not with a secret/,
    );
    const second = await createBundleKey(source, PROVENANCE);
    expect(await codeOf(recoverBundleKey(source, second.header, PROVENANCE, key.check))).toMatch(/^EHA1265/);
  });
});

describe('opening refuses', () => {
  const changes: readonly Partial<Provenance>[] = [
    { repositoryId: 98 },
    { repository: 'octo-org/other' },
    { pullRequest: 8 },
    { pullRequest: null },
    { headSha: '3'.repeat(40) },
    { sha: '3'.repeat(40) },
    { runId: 1 },
    { runAttempt: 2 },
    { stack: 'nodes' },
    { directory: 'infra/nodes' },
    { workspace: 'prod' },
    { backend: 'local:0' },
  ];

  test.each(changes)(
    'a bundle that was made for something else, and names what differs: %j',
    async (change) => {
      const { file } = await sealBundle(await request());
      const [name] = Object.keys(change);
      expect(await codeOf(open(file, { ...PROVENANCE, ...change }))).toMatch(
        new RegExp(`^EHA1266 .*: ${name} is `),
      );
      expect(existsSync(join(scratch, `opened-${count}`))).toBe(false);
    },
  );

  test('any altered byte, any cut and anything added', async () => {
    writeFileSync(join(scratch, 'p.tfplan'), randomBytes(2 * CHUNK_BYTES + 100));
    const { file, bytes } = await sealBundle(await request({ extraPaths: ['files'] }));
    const original = readFileSync(file);
    const header = original.indexOf('}}', original.indexOf('"provenance"')) + 2;
    // Every region: magic, version, length, header, each part, each seal, the end.
    const edges = [
      0,
      8,
      9,
      10,
      13,
      14,
      header - 1,
      header,
      header + 1,
      header + CHUNK_BYTES,
      header + CHUNK_BYTES + 15,
    ];
    const places = fc.oneof(
      fc.constantFrom(...edges, header + CHUNK_BYTES + 16, bytes - 1, bytes - 16, bytes - 17),
      fc.integer({ min: 0, max: header }),
      fc.integer({ min: 0, max: bytes - 1 }),
    );
    await fc.assert(
      fc.asyncProperty(
        places,
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('flip', 'cut', 'insert', 'drop'),
        async (place, mask, how) => {
          const tail = original.subarray(place + 1);
          const altered = {
            flip: Buffer.concat([
              original.subarray(0, place),
              Buffer.from([(original[place] ?? 0) ^ mask]),
              tail,
            ]),
            cut: original.subarray(0, place),
            insert: Buffer.concat([
              original.subarray(0, place),
              Buffer.from([mask]),
              original.subarray(place),
            ]),
            drop: Buffer.concat([original.subarray(0, place), tail]),
          }[how];
          if (altered.equals(original)) return;
          const path = join(scratch, 'altered');
          writeFileSync(path, altered);
          expect(await codeOf(open(path))).not.toBe('accepted');
          expect(existsSync(join(scratch, `opened-${count}`))).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
    expect(await codeOf(open(file))).toBe('accepted');
  });

  test('parts that are moved, repeated, left out or from another bundle', async () => {
    writeFileSync(join(scratch, 'p.tfplan'), Buffer.alloc(4 * CHUNK_BYTES, 7));
    const wanted = await request();
    const { file } = await sealBundle(wanted);
    const twin = await sealBundle({ ...wanted, file: join(scratch, 'twin') });
    expect(readFileSync(twin.file).length).toBe(readFileSync(file).length);
    const original = readFileSync(file);
    const start = encodeHeader({ provenance: PROVENANCE, key: wanted.key.header, keyCheck: wanted.key.check })
      .bytes.length;
    const size = CHUNK_BYTES + 16;
    const parts: Buffer[] = [];
    for (let at = start; at < original.length; at += size) parts.push(original.subarray(at, at + size));
    expect(parts).toHaveLength(5);
    const tryOrder = async (...order: number[]) => {
      const path = join(scratch, `order-${order.join('')}`);
      writeFileSync(
        path,
        Buffer.concat([
          original.subarray(0, start),
          ...order.map((index) => parts[index] ?? Buffer.alloc(0)),
        ]),
      );
      return codeOf(open(path));
    };
    expect(await tryOrder(0, 1, 2, 3, 4)).toBe('accepted');
    for (const order of [
      [0, 2, 1, 3, 4],
      [0, 1, 2, 3],
      [0, 1, 3, 4],
      [0, 1, 1, 2, 3, 4],
      [4],
      [],
      [0, 1, 2, 3, 4, 4],
    ]) {
      expect(await tryOrder(...order)).toMatch(/^EHA1267/);
    }
    const foreign = await sealBundle(await request());
    const mixed = join(scratch, 'mixed');
    writeFileSync(
      mixed,
      Buffer.concat([original.subarray(0, start), readFileSync(foreign.file).subarray(start)]),
    );
    expect(await codeOf(open(mixed))).toMatch(/^EHA1267/);
  });

  test('a header that was rewritten to fit, since it is covered by the seal', async () => {
    const secret = randomBytes(32).toString('base64');
    const key = await createBundleKey({ kind: 'secret', secret }, PROVENANCE);
    const { file } = await sealBundle(await request({ key }));
    const forged = readFileSync(file)
      .toString('latin1')
      .replace('"stack":"foundation"', '"stack":"foundatiox"');
    writeFileSync(join(scratch, 'forged'), forged, 'latin1');
    const wanted = { ...PROVENANCE, stack: 'foundatiox' };
    expect(await codeOf(open(join(scratch, 'forged'), wanted, { kind: 'secret', secret }))).toMatch(
      /^EHA1267/,
    );
    const { file: other } = await sealBundle(await request());
    const forgedOther = readFileSync(other)
      .toString('latin1')
      .replace('"stack":"foundation"', '"stack":"foundatiox"');
    writeFileSync(join(scratch, 'forged'), forgedOther, 'latin1');
    expect(await codeOf(open(join(scratch, 'forged'), wanted))).toContain('InvalidCiphertextException');
  });

  test('what is not a bundle, or is one of a later version', async () => {
    const { file } = await sealBundle(await request());
    const later = readFileSync(file);
    later.writeUInt16BE(2, 8);
    writeFileSync(join(scratch, 'later'), later);
    expect(await codeOf(open(join(scratch, 'later')))).toMatch(/^EHA1264 .*version 2/);
    writeFileSync(join(scratch, 'zip'), 'PK and so on');
    expect(await codeOf(open(join(scratch, 'zip')))).toMatch(/^EHA1264/);
    expect(await codeOf(open(join(scratch, 'nothing')))).toMatch(/^EHA1264/);
  });

  const hash = '0'.repeat(64);
  const entry = (kind: string, path: string, size = 0) => ({
    kind,
    path,
    size,
    sha256: hash,
    executable: false,
  });
  const plan = entry('plan', 'stack.tfplan');

  test.each([
    ['a path that leaves the folder', [plan, entry('extra', '../x')]],
    ['an absolute path', [plan, entry('extra', '/etc/x')]],
    ["git's folder", [plan, entry('extra', 'a/.GIT/hooks/pre-commit')]],
    ['a path twice', [plan, entry('extra', 'a'), entry('extra', 'a')]],
    ['a file as folder', [plan, entry('extra', 'a'), entry('extra', 'a/b')]],
    ['two plans', [plan, plan]],
    ['no plan', [entry('extra', 'a')]],
    ['a plan elsewhere', [entry('plan', '../stack.tfplan')]],
    ["a stranger's lock file", [plan, entry('lock', 'other/.terraform.lock.hcl')]],
    ['too much', [plan, entry('extra', 'a', 2 ** 40)]],
    ['an unknown kind', [plan, entry('link', 'a')]],
    ['a negative size', [plan, entry('extra', 'a', -1)]],
  ])('%s, even well sealed', async (_, entries) => {
    const { key } = await request();
    const file = join(scratch, 'handmade');
    writeFileSync(
      file,
      handmade(key, {
        tool: { name: 'terraform', version: '1' },
        fingerprint: '',
        entries,
      } as BundleManifest),
    );
    expect(await codeOf(open(file))).toMatch(/^EHA1264/);
    expect(readdirSync(scratch).filter((name) => name.startsWith('opened'))).toEqual([]);
  });

  test('content that is not the listed one, and content nobody lists', async () => {
    const { key } = await request();
    const manifest = {
      tool: { name: 'terraform', version: '1' },
      fingerprint: '',
      entries: [plan],
    } as BundleManifest;
    const file = join(scratch, 'handmade');
    writeFileSync(file, handmade(key, manifest));
    expect(await codeOf(open(file))).toMatch(/^EHA1267 .*not the listed one/);
    const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    writeFileSync(
      file,
      handmade(key, { ...manifest, entries: [{ ...plan, sha256 }] } as BundleManifest, 'more'),
    );
    expect(await codeOf(open(file))).toMatch(/^EHA1267 .*longer/);
  });

  /** A bundle as a faulty program with the right key would make it, in one part. */
  function handmade(key: BundleKey, manifest: BundleManifest, content = ''): Buffer {
    const header = encodeHeader({ provenance: PROVENANCE, key: key.header, keyCheck: key.check });
    const json = Buffer.from(JSON.stringify(manifest));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(json.length);
    const nonce = Buffer.alloc(12);
    nonce.writeUInt8(1, 11);
    const cipher = createCipheriv('aes-256-gcm', key.contentKey, nonce);
    cipher.setAAD(header.associated);
    const sealed = cipher.update(Buffer.concat([length, json, Buffer.from(content)]));
    cipher.final();
    return Buffer.concat([header.bytes, sealed, cipher.getAuthTag()]);
  }
});

describe('sealing refuses', () => {
  const seal = async (...extraPaths: string[]) => codeOf(sealBundle(await request({ extraPaths })));

  test.each(['../../../outside', '/etc/hostname', 'missing', '../../.git/config', '', 'a\nb', '../../..'])(
    'the extra path %j',
    async (path) => {
      // The empty path is the stack's own folder.
      if (path === '') expect(await seal(path)).toBe('accepted');
      else expect(await seal(path)).toMatch(/^EHA1261/);
    },
  );

  test('links out of the workspace, into git, to folders, and devices; but takes the file behind another link', async () => {
    writeFileSync(join(scratch, 'outside'), 'x');
    const stack = join(workspace, 'infra/foundation');
    const link = (target: string, name: string) => symlinkSync(target, join(stack, name));
    link(join(scratch, 'outside'), 'out');
    link('../../.git/config', 'git');
    link('files', 'folder');
    link('/dev/zero', 'device');
    link('dangling', 'dangling');
    link(scratch, 'way');
    link('../shared/b.json', 'files/in');
    for (const path of ['out', 'git', 'folder', 'device', 'dangling', 'way/outside'])
      expect(await seal(path)).toMatch(/^EHA1261/);
    execFileSync('mkfifo', [join(stack, 'pipe')]);
    expect(await seal('pipe')).toMatch(/^EHA1261/);
    symlinkSync('../../shared/b.json', join(stack, 'files/b'));
    expect(await seal('files')).toMatch(/^EHA1261/);
    execFileSync('rm', [join(stack, 'files/in')]);
    const { file } = await sealBundle(await request({ extraPaths: ['files'] }));
    const { files } = await open(file);
    const behind = files.find(({ entry }) => entry.path.endsWith('files/b'));
    expect(readFileSync(behind?.file ?? '', 'utf8')).toBe('{}');
  });

  test('leaves nothing behind and overwrites nothing', async () => {
    const wanted = await request({ extraPaths: ['missing'] });
    await codeOf(sealBundle(wanted));
    expect(existsSync(wanted.file)).toBe(false);
    writeFileSync(wanted.file, 'mine');
    expect(await codeOf(sealBundle({ ...wanted, extraPaths: [] }))).toContain('EEXIST');
    expect(readFileSync(wanted.file, 'utf8')).toBe('mine');
  });

  test('a file that grows meanwhile', async () => {
    const path = join(workspace, 'infra/foundation/files/growing');
    writeFileSync(path, Buffer.alloc(8 * 1024 * 1024));
    const wanted = await request({ extraPaths: ['files'] });
    const sealed = { ended: false };
    const sealing = codeOf(sealBundle(wanted)).finally(() => (sealed.ended = true));
    while (!sealed.ended) {
      if (existsSync(wanted.file)) appendFileSync(path, 'more');
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await sealing).toMatch(/^EHA1263/);
    expect(existsSync(wanted.file)).toBe(false);
  });
});

describe('putting files back', () => {
  test('never writes through a link out of the workspace, and replaces a link by the file', async () => {
    const { file } = await sealBundle(await request({ extraPaths: ['files'] }));
    const { files } = await open(file);
    const target = join(scratch, 'target');
    const outside = join(scratch, 'outside');
    mkdirSync(join(target, 'infra/foundation'), { recursive: true });
    mkdirSync(outside);
    symlinkSync(outside, join(target, 'infra/foundation/files'));
    expect(await codeOf(restoreFiles(files, target))).toMatch(/^EHA1267 .*link/);
    expect(readdirSync(outside)).toEqual([]);
    const second = join(scratch, 'second');
    mkdirSync(join(second, 'infra/foundation/files'), { recursive: true });
    writeFileSync(join(outside, 'victim'), 'unharmed');
    symlinkSync(join(outside, 'victim'), join(second, 'infra/foundation/files/a.zip'));
    await restoreFiles(files, second);
    expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('unharmed');
    expect(readFileSync(join(second, 'infra/foundation/files/a.zip'), 'utf8')).toBe('zip a');
    expect(readdirSync(join(second, 'infra/foundation/files')).sort()).toEqual(['a.zip', 'deep']);
  });
});

describe('paths', () => {
  test('that are accepted stay below their folder', () => {
    const segment = fc.oneof(
      fc.constantFrom('..', '.', '', '.git', 'a', 'C:', '\\'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
        const path = segments.join('/');
        if (pathProblem(path) !== undefined) return;
        expect(join('/root/folder', path)).toBe(`/root/folder/${path}`);
        expect(entriesProblem([], '.')).toBe('it does not hold exactly one plan');
      }),
    );
    for (const path of [
      '..',
      '../a',
      'a/../../b',
      '/a',
      'C:/a',
      'a\\b',
      'a/.git/b',
      '.Git',
      'a//b',
      './a',
      'a/',
      'a\0',
    ]) {
      expect(pathProblem(path)).toBeDefined();
    }
    for (const path of ['a', '.a', '...', 'a b/ü', '.gitignore', 'ab:c'])
      expect(pathProblem(path)).toBeUndefined();
  });
});

describe('a plan of real Terraform', () => {
  const terraform = (cwd: string, ...args: readonly string[]) =>
    execFileSync('terraform', args, {
      cwd,
      env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).toString();

  test('is applied in another checkout from the bundle, with the file that only the apply reads', async () => {
    const stack = join(workspace, 'infra/foundation');
    const code = `variable "pw" {
  type      = string
  sensitive = true
}
resource "terraform_data" "made" {
  input = var.pw
  provisioner "local-exec" {
    command = "cat files/a.zip > applied"
  }
}
`;
    writeFileSync(join(stack, 'main.tf'), code);
    execFileSync('rm', [join(stack, '.terraform.lock.hcl')]);
    terraform(stack, 'init', '-input=false');
    terraform(
      stack,
      'plan',
      '-input=false',
      '-var=pw=correct-horse-battery',
      `-out=${join(scratch, 'real.tfplan')}`,
    );
    const { file } = await sealBundle(
      await request({ planFile: join(scratch, 'real.tfplan'), extraPaths: ['files'] }),
    );
    expect(readFileSync(file).includes('correct-horse-battery')).toBe(false);

    const checkout = join(scratch, 'checkout');
    mkdirSync(join(checkout, 'infra/foundation'), { recursive: true });
    writeFileSync(join(checkout, 'infra/foundation/main.tf'), code);
    const opened = await open(file);
    await restoreFiles(opened.files, checkout);
    terraform(join(checkout, 'infra/foundation'), 'init', '-input=false');
    terraform(join(checkout, 'infra/foundation'), 'apply', '-input=false', opened.planFile);
    expect(readFileSync(join(checkout, 'infra/foundation/applied'), 'utf8')).toBe('zip a');
  });
});
