export const id = 668;
export const ids = [668];
export const modules = {

/***/ 1668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runSuiteMode: () => (/* binding */ runSuiteMode)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/action/atomic-file.js
var atomic_file = __webpack_require__(2165);
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __webpack_require__(308);
;// CONCATENATED MODULE: ./lib/connectivity/suite-errors.js

/** What can go wrong around Cilium's own suite; what the suite finds is a verdict, not an error. */
const suiteErrors = (0,errors/* defineErrors */.V)({
    EHA1820: {
        kind: 'user',
        title: "Cilium's suite cannot prove anything here",
        likelyCause: 'Cilium does not run on nodes of both clouds, or not on two nodes; on nodes in AWS the VPC CNI is what EKS supports beside hybrid nodes.',
        remedy: 'Use `mode: probe`, which needs Cilium on the Azure nodes alone.',
    },
    EHA1821: {
        kind: 'service',
        title: 'Cilium is not healthy',
        likelyCause: 'Agents or the operator are not ready; `cilium status` says which.',
        remedy: 'Read what the message quotes and heal it first: the tests would fail for it.',
    },
    EHA1822: {
        kind: 'user',
        title: 'The Cilium CLI does not fit',
        likelyCause: 'Its version does not support the version of Cilium in the cluster, or the program says that it is another version.',
        remedy: 'Name a version of the CLI that supports it in the input cilium-cli-version.',
    },
    EHA1823: {
        kind: 'service',
        title: 'Label of the suite not as it must be',
        likelyCause: 'Something in the cluster removes or copies labels of nodes while the suite runs.',
        remedy: 'Run again; if it comes back, find what changes labels of nodes.',
    },
    EHA1824: {
        kind: 'service',
        title: 'Report of the suite not understood',
        likelyCause: 'The CLI was killed while it wrote its JUnit file, or writes another form.',
        remedy: 'Run again, and name a version of the CLI that is known to work.',
    },
    EHA1825: {
        kind: 'user',
        title: "Cilium's suite failed",
        likelyCause: 'The message names the tests and the pairs of pods; the summary shows which clouds they were in.',
        remedy: 'Run this action with `mode: probe`, which names causes, or look at the output of the failed batch in the log.',
    },
    EHA1826: {
        kind: 'service',
        title: "Not proven by Cilium's suite",
        likelyCause: 'A batch gave no results, nothing was run, the pods were not spread over both clouds, or fewer tests ran than the minimum.',
        remedy: 'Read what is unknown in the summary, remove its reason, and run again.',
    },
    EHA1827: {
        kind: 'service',
        title: 'Objects of the suite left behind',
        likelyCause: 'The API server refused or did not answer while they were removed.',
        remedy: 'Delete the namespaces and remove the label that the message names; the next run sweeps them too.',
    },
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/kubernetes/resources.js
var resources = __webpack_require__(9372);
// EXTERNAL MODULE: ./lib/connectivity/objects.js
var objects = __webpack_require__(782);
// EXTERNAL MODULE: ./lib/connectivity/types.js
var types = __webpack_require__(2027);
;// CONCATENATED MODULE: ./lib/connectivity/suite-session.js
/** What the suite leaves in a cluster: a label on two nodes and namespaces. Made or found, and removed. */





const PREFIX = 'eha-suite-';
/** Label of a node: this, then the name of the run, so that two runs do not undo each other's. */
const LABEL_PREFIX = 'eks-hybrid-actions/';
const NAME = /^eha-suite-\d+-\d+-[0-9a-f]{6}/;
/** Name of the run: of its namespaces, which get a suffix each, and of the label. */
function newSuiteName(runId, runAttempt) {
    return `${PREFIX}${String(runId)}-${String(runAttempt)}-${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`;
}
/** The label by which pods of the suite find their two nodes; the value is when it was put on, in seconds. */
function nodeLabel(suite, now) {
    return [`${LABEL_PREFIX}${suite}`, String(Math.floor(now / 1000))];
}
/** The label of its namespaces. */
function namespaceLabel(suite) {
    return [objects/* OWNER_LABEL */.pk, suite];
}
/** Labels one node of each cloud, and looks whether it is these two that have the label. @throws EHA1823 */
async function labelPair(door, pair, [name, value]) {
    for (const cloud of types/* CLOUDS */.J)
        await setLabel(door, pair[cloud].name, name, value);
    const { items } = await door.list(resources/* NODES */.K3, { labelSelector: `${name}=${value}` });
    const found = items.map(({ metadata }) => metadata?.name ?? '').sort();
    const wanted = types/* CLOUDS */.J.map((cloud) => pair[cloud].name).sort();
    if (found.join() !== wanted.join()) {
        throw suiteErrors.EHA1823(`The label ${name} is on ${found.join(', ') || 'no node'} instead of ${wanted.join(' and ')}.`);
    }
}
function setLabel(door, node, name, value) {
    const body = { metadata: { labels: { [name]: value } } };
    return door.patch(resources/* NODES */.K3, { name: node }, { type: 'merge', body });
}
const POLL_MS = 1000;
/** Removes what a run made and waits until its namespaces are gone. @throws EHA1827 */
async function closeSuite(door, suite, timeoutMs, { clock, signal }) {
    const label = `${LABEL_PREFIX}${suite}`;
    const { items } = await door.list(resources/* NODES */.K3, { labelSelector: label });
    for (const { metadata } of items)
        await setLabel(door, metadata?.name ?? '', label, null);
    const deadline = clock.now() + timeoutMs;
    for (;;) {
        // The CLI may have asked for one more while it was told to stop.
        const left = await namespacesOf(door, (name) => name.startsWith(`${suite}-`));
        for (const name of left)
            await door.remove(resources/* NAMESPACES */.dK, { name }, { propagationPolicy: 'Background' });
        if (left.length === 0)
            return;
        if (clock.now() >= deadline) {
            throw suiteErrors.EHA1827(`Still being deleted after their time: ${left.join(', ')}.`, {
                failsPost: true,
            });
        }
        await clock.sleep(POLL_MS, signal);
    }
}
async function namespacesOf(door, isOurs) {
    const { items } = await door.list(resources/* NAMESPACES */.dK);
    return items.flatMap(({ metadata }) => {
        const { name = '', creationTimestamp = '' } = metadata ?? {};
        return isOurs(name, Date.parse(creationTimestamp)) ? [name] : [];
    });
}
/** Removes labels and namespaces of runs that were killed, when they are old enough. @returns what was removed */
async function sweepSuites(door, orphanAfterMs, { now }) {
    const isOld = (time) => now() - time >= orphanAfterMs;
    const { items } = await door.list(resources/* NODES */.K3);
    const swept = [];
    for (const { metadata } of items) {
        for (const [label, value] of Object.entries(metadata?.labels ?? {})) {
            const suite = label.startsWith(LABEL_PREFIX) ? label.slice(LABEL_PREFIX.length) : '';
            if (!NAME.test(suite) || !isOld(Number(value) * 1000))
                continue;
            await setLabel(door, metadata?.name ?? '', label, null);
            swept.push(`${label} on ${metadata?.name ?? ''}`);
        }
    }
    const isLeftOver = (name, createdAt) => NAME.test(name) && isOld(createdAt);
    for (const name of await namespacesOf(door, isLeftOver)) {
        await door.remove(resources/* NAMESPACES */.dK, { name }, { propagationPolicy: 'Background' });
        swept.push(name);
    }
    return swept;
}

// EXTERNAL MODULE: ./lib/kubernetes/door.js + 13 modules
var kubernetes_door = __webpack_require__(7386);
// EXTERNAL MODULE: ./lib/report/connectivity-document.js + 3 modules
var connectivity_document = __webpack_require__(7972);
// EXTERNAL MODULE: ./lib/report/connectivity-junit.js
var connectivity_junit = __webpack_require__(8705);
// EXTERNAL MODULE: ./lib/report/connectivity-summary.js + 3 modules
var connectivity_summary = __webpack_require__(6719);
// EXTERNAL MODULE: ./actions/cilium-connectivity/src/clean-up.js
var clean_up = __webpack_require__(4804);
;// CONCATENATED MODULE: ./lib/connectivity/suite-login.js
/**
 * How the CLI logs in. A kubeconfig of the user's is taken as it is; for an EKS login one is written that names a file
 * with the token, which clients read again every minute, so that a suite may run longer than a token is good for, and no
 * program that makes tokens need be on the runner.
 */



/** Tokens of EKS are good for a quarter of an hour; the connection keeps one for most of it. */
const REFRESH_MS = 60_000;
/** Folder of the login, below the runner's temporary folder: the post step removes it, too. */
function loginFolder(tempDirectory, suite) {
    return (0,external_node_path_.join)(tempDirectory, `${suite}-login`);
}
async function openLogin(place, connection, folder, { log }) {
    if (place.kind === 'kubeconfig') {
        return { kubeconfig: place.path, context: place.context, close: () => undefined };
    }
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const [kubeconfig, tokenFile] = [(0,external_node_path_.join)(folder, 'kubeconfig'), (0,external_node_path_.join)(folder, 'token')];
    const refresh = async () => {
        const token = (await connection.authorization())?.replace(/^Bearer /, '') ?? '';
        (0,atomic_file/* writeFileAtomically */.lo)(tokenFile, token);
        (0,external_node_fs_.chmodSync)(tokenFile, 0o600);
    };
    await refresh();
    (0,atomic_file/* writeFileAtomically */.lo)(kubeconfig, kubeconfigText(place.clusterName, connection, tokenFile));
    const timer = setInterval(() => {
        refresh().catch((error) => {
            log.info(`The token was not renewed: ${error instanceof Error ? error.message : String(error)}`);
        });
    }, REFRESH_MS);
    timer.unref();
    return {
        kubeconfig,
        context: undefined,
        close() {
            clearInterval(timer);
            (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        },
    };
}
/** JSON is YAML. Without authority the client takes those that the machine trusts, as the connection does. */
function kubeconfigText(cluster, { server, ca }, tokenFile) {
    const authority = ca === undefined ? {} : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
    return JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': cluster,
        clusters: [{ name: cluster, cluster: { server, ...authority } }],
        users: [{ name: 'job', user: { tokenFile } }],
        contexts: [{ name: cluster, context: { cluster, user: 'job' } }],
    });
}

;// CONCATENATED MODULE: ./lib/connectivity/suite-places.js
/** Pods that are on a node that is known; the others are not placed. */
function suitePods(pods, nodes) {
    return pods.flatMap(({ metadata, spec, status }) => {
        const node = nodes.find(({ name }) => name === spec?.nodeName);
        if (node === undefined)
            return [];
        const name = `${metadata?.namespace ?? ''}/${metadata?.name ?? ''}`;
        return [{ name, role: metadata?.labels?.['name'] ?? '', ip: status?.podIP ?? '', node }];
    });
}
/** Gives the place of a peer; `cluster` when it is inside and no cloud of its own. */
function createPlacing(pods, nodes) {
    return (peer) => {
        const pod = podOf(pods, peer);
        if (pod !== undefined)
            return placeOn(pod.node, plainName(pod.name));
        const name = plainName(peer.name);
        const cloud = cloudBehind(pods, name);
        if (cloud !== undefined)
            return { name, cloud };
        const node = nodes.find((one) => one.name === name || (one.ip !== '' && one.ip === peer.address));
        if (node !== undefined)
            return placeOn(node, node.name);
        return { name, cloud: isInside(peer) ? 'cluster' : 'external' };
    };
}
/** The pod itself, not a service in front of it. */
function podOf(pods, { name, address }) {
    return pods.find((pod) => pod.name === name) ?? pods.find(({ ip }) => ip !== '' && ip === address);
}
function placeOn({ cloud, zone }, name) {
    return { name, cloud, ...(zone === '' ? {} : { zone }) };
}
/** Without the namespace, which differs from run to run. */
function plainName(name) {
    return name.slice(name.indexOf('/') + 1);
}
/** The suite's services have the name of the deployment behind them. */
function cloudBehind(pods, service) {
    const clouds = new Set(pods.filter(({ role }) => role === service).map(({ node }) => node.cloud));
    return clouds.size === 1 ? [...clouds][0] : undefined;
}
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.|f[cd][\da-f]{2}:)/i;
function isInside({ name, address }) {
    return name.includes('/') || PRIVATE.test(address) || /\.(?:svc|local|internal)\.?$|\.svc\./.test(address);
}

// EXTERNAL MODULE: ./lib/connectivity/suite-plan.js
var suite_plan = __webpack_require__(4180);
// EXTERNAL MODULE: ./lib/connectivity/nodes.js
var nodes = __webpack_require__(3955);
;// CONCATENATED MODULE: ./lib/connectivity/suite-preflight.js




const AGENT_SELECTOR = 'k8s-app=cilium';
const ADVICE = 'Use mode: probe, which needs Cilium on the Azure nodes alone.';
/**
 * Chooses a node of each cloud: Ready, not cordoned, known to Cilium, with an agent that is ready.
 * @throws EHA1820 when a cloud has none
 */
async function findCilium(door, namespace, names) {
    const [nodes, ciliumNodes, agents, agentSet] = await Promise.all([
        door.list(resources/* NODES */.K3),
        door.list(resources/* CILIUM_NODES */.sw),
        door.list(resources/* PODS */.Dp, { namespace, labelSelector: AGENT_SELECTOR }),
        door.get(resources/* DAEMON_SETS */.X6, { name: 'cilium', namespace }),
    ]);
    if (agentSet === undefined) {
        throw suiteErrors.EHA1820(`There is no DaemonSet cilium in the namespace ${namespace}. ${ADVICE}`);
    }
    const known = new Set(ciliumNodes.items.map(({ metadata }) => metadata?.name));
    const ready = new Set(agents.items.filter(isReady).map(({ spec }) => spec?.nodeName));
    const hasCilium = ({ metadata }) => known.has(metadata?.name) && ready.has(metadata?.name);
    const usable = nodes.items.filter(hasCilium);
    const desired = agentSet.status?.desiredNumberScheduled ?? 0;
    // With one agent wanted the suite goes over to its mode for single nodes, and is green without any path between nodes.
    if (desired < types/* CLOUDS */.J.length) {
        throw suiteErrors.EHA1820(`Cilium wants ${String(desired)} agent, and the suite needs two nodes. ${ADVICE}`);
    }
    const version = versionOf(agentSet);
    return { pair: pairOf(usable, names), nodes: placed(nodes.items), version };
}
function isReady({ status }) {
    return status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false;
}
/** The first of each cloud by name; named ones where the input names any. */
function pairOf(usable, names) {
    const firstOf = (cloud) => types/* CLOUDS */.J.every((one) => isOf(usable, one))
        ? (0,nodes/* chooseNodes */.D)(usable, { perCloud: 1, names }).find((node) => node.cloud === cloud)
        : undefined;
    const [aws, azure] = [firstOf('aws'), firstOf('azure')];
    if (aws !== undefined && azure !== undefined)
        return { aws, azure };
    const lacking = types/* CLOUDS */.J.filter((cloud) => !isOf(usable, cloud));
    throw suiteErrors.EHA1820(`No Ready node with a ready Cilium agent in: ${lacking.join(', ')}. ${ADVICE}`);
}
function isOf(nodes, cloud) {
    return placed(nodes.filter(isSchedulable)).some((node) => node.cloud === cloud);
}
function isSchedulable({ spec, status }) {
    const ready = status?.conditions?.find(({ type }) => type === 'Ready')?.status;
    return ready === 'True' && spec?.unschedulable !== true;
}
function placed(nodes) {
    return nodes.flatMap(({ metadata, status }) => {
        const labels = metadata?.labels ?? {};
        const cloud = labels['eks.amazonaws.com/compute-type'] === 'hybrid' ? 'azure' : 'aws';
        const ip = status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? '';
        const name = metadata?.name ?? '';
        return [{ name, cloud, zone: labels['topology.kubernetes.io/zone'] ?? '', ip }];
    });
}
/** Of the image; one that a digest alone names does not say. */
function versionOf(agentSet) {
    const containers = agentSet.spec?.template?.spec?.containers ?? [];
    const image = containers.find(({ name }) => name === 'cilium-agent')?.image ?? '';
    return /:v?(\d+\.\d+\.\d+)/.exec(image)?.[1];
}
/**
 * The oldest Cilium that versions of the CLI test, by the README of cilium-cli. What is older than the table is not known.
 */
const OLDEST_CILIUM = [
    { cli: '0.19.0', cilium: '1.17.0' },
];
/** What cannot be judged about the two versions, in words; undefined when they fit. @throws EHA1822 when they do not */
function judgeVersions(cli, cilium) {
    if (cilium === undefined)
        return 'which version of Cilium runs: the image of its agents does not say';
    const rule = OLDEST_CILIUM.find((one) => compare(cli, one.cli) >= 0);
    if (rule === undefined)
        return `whether cilium-cli ${cli} supports Cilium ${cilium}`;
    if (compare(cilium, rule.cilium) >= 0)
        return undefined;
    throw suiteErrors.EHA1822(`cilium-cli ${cli} supports Cilium from ${rule.cilium} on, and the cluster runs ${cilium}.`);
}
function compare(left, right) {
    const [a, b] = [left, right].map((text) => text.replace(/^v/, '').split('.').map(Number));
    for (const index of [0, 1, 2]) {
        const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Asks the program which version it is. @throws EHA1822 when it is not the one that was installed */
async function confirmCli({ program, cwd, env, runProcess }, version) {
    const { exitCode, stdout, stderr } = await runProcess([program, 'version', '--client'], { cwd, env });
    const [, said] = /cilium-cli: v?(\d+\.\d+\.\d+\S*)/.exec(stdout) ?? [];
    if (exitCode === 0 && said === version.replace(/^v/, ''))
        return;
    const last = `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? '';
    throw suiteErrors.EHA1822(`The program does not say that it is ${version}: ${said ?? last}.`);
}
/** Longer than the CLI is told to wait. */
const STATUS_WAIT = '2m';
const STATUS_MS = 180_000;
/** `cilium status`: agents and operator, as the CLI judges them. @throws EHA1821 */
async function checkStatus({ program, cwd, env, runProcess }, contextArguments) {
    const waiting = ['--wait', '--wait-duration', STATUS_WAIT, '--interactive=false', '-o', 'json'];
    const argv = [program, 'status', ...contextArguments, ...waiting];
    const { exitCode, stdout, stderr } = await runProcess(argv, { cwd, env, interruptAfterMs: STATUS_MS });
    const problems = problemsIn(stdout);
    if (exitCode === 0 && problems?.length === 0)
        return;
    const lines = problems?.length ? problems : [stderr.trim().split('\n').at(-1) ?? ''];
    throw suiteErrors.EHA1821(`cilium status ended with ${String(exitCode)}:\n${lines.map((line) => `- ${line}`).join('\n')}`);
}
/** Undefined when the answer is not the JSON that it should be: nothing is healthy then. */
function problemsIn(stdout) {
    try {
        const { errors, collection_errors: collection } = JSON.parse(stdout);
        const own = Object.entries(errors ?? {}).flatMap(([name, pods]) => Object.entries(pods ?? {}).flatMap(([pod, counts]) => {
            const count = errorCount(counts ?? {});
            return count === 0 ? [] : [`${name} ${pod}: ${String(count)} errors`];
        }));
        return [...own, ...(collection ?? []).map((what) => `not collected: ${JSON.stringify(what)}`)];
    }
    catch {
        return undefined;
    }
}
/** Warnings and what is switched off, such as Hubble, stand beside them. */
function errorCount(counts) {
    const [, list] = Object.entries(counts).find(([name]) => name.toLowerCase() === 'errors') ?? [];
    return Array.isArray(list) ? list.length : 0;
}

;// CONCATENATED MODULE: ./lib/connectivity/suite-xml.js
/**
 * A reader for the XML of Cilium's suite. Not one from npm: the suite writes `failureMessage` once for each failed action
 * of a test, and an element with two attributes of one name is not well-formed XML. Strict readers refuse the whole file
 * then, lenient ones keep one of the messages; this one keeps all, and is strict about everything else, so that a file
 * that was cut off is never taken for a whole one.
 */

const suite_xml_NAME = '[A-Za-z_:][\\w:.-]*';
const TOKEN = new RegExp([
    '<!--(?:(?!-->)[^])*-->',
    '<\\?(?:(?!\\?>)[^])*\\?>',
    '<!\\[CDATA\\[(?<data>(?:(?!\\]\\]>)[^])*)\\]\\]>',
    `</(?<close>${suite_xml_NAME})\\s*>`,
    `<(?<open>${suite_xml_NAME})(?<attributes>(?:\\s+${suite_xml_NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?<empty>/?)>`,
    '(?<text>[^<]+)',
].join('|'), 'y');
const ATTRIBUTE = new RegExp(`(${suite_xml_NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');
/** The root element. @throws EHA1824 when the text is not XML to its end, apart from repeated attributes */
function readXml(text) {
    const stack = [{ name: '', attributes: [], children: [], text: '' }];
    const token = new RegExp(TOKEN);
    while (token.lastIndex < text.length) {
        const at = token.lastIndex;
        const groups = token.exec(text)?.groups;
        if (groups === undefined)
            throw notXml(text, at);
        take(stack, groups, () => notXml(text, at));
    }
    const [root] = stack;
    const [only, ...others] = root?.children ?? [];
    const isWhole = stack.length === 1 && only !== undefined && others.length === 0;
    if (!isWhole || root?.text.trim() !== '')
        throw notXml(text, text.length);
    return only;
}
function take(stack, groups, problem) {
    const top = stack.at(-1);
    if (top === undefined)
        throw problem();
    const { data, close, open, attributes = '', empty, text } = groups;
    if (data !== undefined)
        top.text += data;
    else if (text !== undefined)
        top.text += decoded(text, problem);
    else if (close !== undefined) {
        if (stack.length < 2 || top.name !== close)
            throw problem();
        stack.pop();
    }
    else if (open !== undefined) {
        const pairs = [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, decoded(double ?? single ?? '', problem)]);
        const element = { name: open, attributes: pairs, children: [], text: '' };
        top.children.push(element);
        if (empty !== '/')
            stack.push(element);
    }
}
const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const LAST_CODE_POINT = 0x10_ffff;
/** There are no entities but the five of XML itself and numbers: a document type is not read. */
function decoded(text, problem) {
    return text.replace(/&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(\w+))?;?/g, (whole, hex, decimal, name) => {
        if (whole.length < 3 || !whole.endsWith(';'))
            throw problem();
        if (name !== undefined) {
            const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
            if (known === undefined)
                throw problem();
            return known;
        }
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        if (code > LAST_CODE_POINT)
            throw problem();
        return String.fromCodePoint(code);
    });
}
function notXml(text, at) {
    const line = text.slice(0, at).split('\n').length;
    return suiteErrors.EHA1824(`Not XML at line ${String(line)}: ${JSON.stringify(text.slice(at, at + 60))}.`);
}
/** Values of an attribute, in order. */
function valuesOf({ attributes }, name) {
    return attributes.filter(([own]) => own === name).map(([, value]) => value);
}

;// CONCATENATED MODULE: ./lib/connectivity/suite-junit.js
/** Reads the JUnit file that `cilium connectivity test` writes: one case a test, failed actions as lines of text. */

/** `test/scenario:name`, perhaps with peers: what an action looks like, in contrast to a sentence. */
const ACTION = /^[^\s/:]+\/[^\s:]+:\S/;
/** @throws EHA1824 */
function readSuiteJunit(text) {
    return within(readXml(text), 'testcase').map(caseOf);
}
function within(element, name) {
    const own = element.children.filter((child) => child.name === name);
    return [...own, ...element.children.flatMap((child) => (child.name === name ? [] : within(child, name)))];
}
function caseOf(element) {
    const first = (name) => valuesOf(element, name)[0] ?? '';
    const child = (name) => element.children.find((one) => one.name === name);
    const failure = child('failure') ?? child('error');
    const isFailed = failure !== undefined || first('status') === 'failed';
    const isSkipped = child('skipped') !== undefined || first('status') === 'skipped';
    const seconds = Number(first('time'));
    return {
        name: first('name'),
        // A failure wins over everything else that is said.
        outcome: isFailed ? 'failed' : isSkipped ? 'skipped' : 'passed',
        seconds: Number.isFinite(seconds) && seconds > 0 ? seconds : 0,
        ...failureOf(failure),
    };
}
/** The suite gives as many messages as actions, in the same order; without that they belong to none of them. */
function failureOf(failure) {
    if (failure === undefined)
        return { failedActions: [], message: '' };
    const lines = failure.text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const messages = valuesOf(failure, 'failureMessage');
    const actions = lines.filter((line) => ACTION.test(line));
    const isPaired = messages.length === actions.length;
    const failedActions = actions.map((action, index) => ({
        action,
        message: isPaired ? (messages[index] ?? '') : '',
    }));
    const others = lines.filter((line) => !ACTION.test(line));
    const unpaired = isPaired ? [] : messages;
    const message = [...others, ...unpaired].join(' ').trim();
    return { failedActions, message: message === '' ? (valuesOf(failure, 'message')[0] ?? '') : message };
}

;// CONCATENATED MODULE: ./lib/connectivity/suite-output.js
/** Reads what `cilium connectivity test --verbose` prints: the only place that names actions which passed. */
const PEERS = /^(?<source>\S+) \((?<from>[^)]*)\) -> (?<target>\S+) \((?<to>.*):\d+\)$/;
const WHOLE = /^(?<test>[^\s/:]+)\/(?<scenario>[^\s:]+):(?<name>[^\s:]+)(?:: (?<peers>.+))?$/;
/** `no-policies/pod-to-pod:curl-ipv4-0: ns/pod (10.0.0.1) -> ns/other (10.0.1.1:8080)`; undefined for anything else. */
function parseAction(text) {
    const groups = WHOLE.exec(text)?.groups;
    if (groups === undefined)
        return undefined;
    const { test = '', scenario = '', name = '', peers } = groups;
    const ends = peers === undefined ? undefined : PEERS.exec(peers)?.groups;
    const { source = '', from = '', target = '', to = '' } = ends ?? {};
    return {
        text,
        test,
        scenario,
        name,
        peers: ends === undefined
            ? undefined
            : { source: { name: source, address: from }, target: { name: target, address: bare(to) } },
    };
}
/** IPv6 addresses come with and without brackets. */
function bare(address) {
    return address.startsWith('[') && address.endsWith(']') ? address.slice(1, -1) : address;
}
/** Lines may begin with a time stamp, or with the dots of the progress, which end in no line of their own. */
const ACTION_LINE = /\[\.\] Action \[(.+)\]\s*$/;
const TEST_LINE = /\[=\] (?:\[[^\]]*\] )?Test \[([^\]]+)\]/;
const WRONG_LINE = /(?:❌|🟥)\s*(.+)$/u;
/** `Single-node environment detected, enabling single-node connectivity test`. */
const SINGLE_NODE_LINE = /single-node (?:environment|connectivity)/i;
const LONGEST_MESSAGE = 500;
/** Takes the output line by line, so that none of it need be kept. */
function followSuiteOutput() {
    const actions = new Map();
    const messages = new Map();
    const begun = new Set();
    let isSingleNode = false;
    let current;
    return {
        line(line) {
            const [, test] = TEST_LINE.exec(line) ?? [];
            const action = parseAction(ACTION_LINE.exec(line)?.[1] ?? '');
            const [, wrong] = WRONG_LINE.exec(line) ?? [];
            if (test !== undefined) {
                begun.add(test);
                current = undefined;
            }
            else if (action !== undefined) {
                actions.set(action.text, action);
                current = action.text;
            }
            else if (wrong !== undefined && current !== undefined && !messages.has(current)) {
                messages.set(current, wrong.slice(0, LONGEST_MESSAGE));
            }
            else if (SINGLE_NODE_LINE.test(line))
                isSingleNode = true;
        },
        result: () => ({ actions: [...actions.values()], messages, begun: [...begun], isSingleNode }),
    };
}

;// CONCATENATED MODULE: ./lib/connectivity/suite-run.js
/** Runs batches of the suite, and those tests again that failed. */






/** With less time than this nothing is begun any more. */
const LEAST_MS = 10_000;
/** Runs all batches, one after the other: they share pods and policies. Those there is no time for are not begun. */
async function runBatches(batches, cli, options, onRun, deps) {
    for (const batch of batches) {
        deps.signal.throwIfAborted();
        if (options.timeLeft() < LEAST_MS)
            return;
        let run = await runOnce(batch, 1, cli, options, deps);
        await onRun(run);
        for (let attempt = 2; attempt <= options.reruns + 1; attempt += 1) {
            const failed = run.lost === undefined ? failedTests(run) : [];
            if (failed.length === 0 || options.timeLeft() < LEAST_MS)
                break;
            deps.signal.throwIfAborted();
            deps.log.info(`Again, because they failed: ${failed.join(', ')}.`);
            const again = { ...batch, patterns: failed.map(suite_plan/* patternOf */.Id) };
            run = await runOnce(again, attempt, cli, options, deps);
            await onRun(run);
        }
    }
}
function failedTests({ cases }) {
    return cases.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
}
/** The CLI has its own time limit, and some seconds to report that it is over. */
const GRACE_MS = 20_000;
async function runOnce(batch, attempt, { program, cwd, env, runProcess }, { arguments: given, batchTimeoutMs, folder, timeLeft }, { log }) {
    const junitFile = (0,external_node_path_.join)(folder, `suite-${String(batch.number)}-${String(attempt)}.xml`);
    const limitMs = Math.min(batchTimeoutMs, timeLeft());
    const timeoutSeconds = Math.ceil(limitMs / 1000);
    const argv = [program, ...(0,suite_plan/* testArguments */.Xs)(batch, { ...given, junitFile, timeoutSeconds })];
    const follow = followSuiteOutput();
    const title = `Batch ${String(batch.number)}, run ${String(attempt)}: ${batch.patterns.join(' ')}`;
    const result = await log.group(title, () => runProcess(argv, {
        cwd,
        env,
        captureStdout: false,
        interruptAfterMs: limitMs + GRACE_MS,
        onStdoutLine: (line) => {
            follow.line(line);
            log.info(line);
        },
    }));
    const output = follow.result();
    const seconds = Math.round(result.milliseconds / 1000);
    const read = result.interrupted ? 'cancelled' : readReport(junitFile);
    const base = { batch, attempt, output, seconds };
    if (typeof read === 'string') {
        const said = lastLine(result.stderr);
        return { ...base, cases: [], skipped: 0, lost: said === '' ? read : `${read}; the CLI said: ${said}` };
    }
    const cases = read.filter(({ outcome }) => outcome !== 'skipped');
    const lost = whyLost(cases, output, result.exitCode, lastLine(result.stderr));
    return { ...base, cases: lost === undefined ? cases : [], skipped: read.length - cases.length, lost };
}
const LARGEST_REPORT_BYTES = 64 * 1024 * 1024;
/** The cases, or why there are none. */
function readReport(path) {
    const size = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.size;
    if (size === undefined)
        return 'the CLI wrote no JUnit file';
    if (size > LARGEST_REPORT_BYTES)
        return `the JUnit file has ${String(size)} bytes`;
    try {
        return readSuiteJunit((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.l)
            return `the JUnit file cannot be read: ${error.message}`;
        throw error;
    }
}
function lastLine(text) {
    return text.trim().split('\n').at(-1)?.trim().slice(0, 300) ?? '';
}
/**
 * A report that does not tell of the tests: when the time is over or nothing could be set up, the CLI throws away what it
 * has and writes one case that no test has the name of. And what the exit code says must be in the report.
 */
function whyLost(cases, { begun, actions }, exitCode, said) {
    const tests = new Set([...begun, ...actions.map(({ test }) => test)]);
    const strange = cases.find(({ name }) => !tests.has(name));
    if (strange !== undefined) {
        const why = strange.message === '' ? said : strange.message;
        return `the report has "${strange.name}" in place of results: ${why}`;
    }
    const isFailed = cases.some(({ outcome }) => outcome === 'failed');
    if (exitCode === 0 || isFailed)
        return undefined;
    return `the CLI ended with ${String(exitCode)} and the report has no failed test: ${said}`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/install/errors.js

/** Installing tools: every reason for which a download is refused has a code of its own. EHA1400 to EHA1419. */
const installErrors = (0,errors/* defineErrors */.V)({
    EHA1400: {
        kind: 'user',
        title: 'Nothing to verify the download with',
        likelyCause: 'No public key is known for this tool, and neither a key nor a SHA-256 was given. The key of OpenTofu is not part of this suite.',
        remedy: 'Give the public key that signs the releases of the tool, from its publisher, or the SHA-256 of the archive.',
    },
    EHA1401: {
        kind: 'user',
        title: 'Public key refused',
        likelyCause: 'The text is not one ASCII-armoured OpenPGP public key, was cut when it was pasted, or is another key than its fingerprint says.',
        remedy: 'Export the key again with `gpg --armor --export` and give the whole text, one key only.',
    },
    EHA1402: {
        kind: 'user',
        title: 'Version not found on any mirror',
        likelyCause: 'There is no such release, or the mirror does not carry it.',
        remedy: 'Check the version against the list of releases, or add the release to the mirror.',
    },
    EHA1403: {
        kind: 'user',
        title: 'Release is not built for this platform',
        likelyCause: 'The signed list of the release has no archive for this operating system and processor.',
        remedy: 'Use a version that is built for this runner, or a runner that the version is built for.',
    },
    EHA1404: {
        kind: 'service',
        title: 'List of checksums cannot be read',
        likelyCause: 'The mirror answered with something else, such as a sign-in page, or with a damaged file.',
        remedy: 'Open the address from the message; correct the mirror, or use another one.',
    },
    EHA1405: {
        kind: 'service',
        title: 'Release is not signed',
        likelyCause: 'The mirror has no signature beside the list of checksums, or the signature is empty.',
        remedy: 'Copy the signature files of the release to the mirror; nothing is installed without one.',
    },
    EHA1406: {
        kind: 'service',
        title: 'Signature cannot be read',
        likelyCause: 'The signature file is damaged, or is not a detached OpenPGP signature of a binary document.',
        remedy: 'Copy the signature file to the mirror again, as the publisher has it.',
    },
    EHA1407: {
        kind: 'service',
        title: 'Release is signed by another key',
        likelyCause: 'Somebody else signed the list of checksums: a mirror that signs by itself, a key that was changed, or an attack.',
        remedy: 'Do not use these files. Where the mirror signs by itself, give its public key; where the publisher changed the key, get the new one from the publisher.',
    },
    EHA1408: {
        kind: 'service',
        title: 'Signature does not match the list of checksums',
        likelyCause: 'The list of checksums or its signature was changed after signing, or is damaged.',
        remedy: 'Do not use these files. Use another mirror and tell the people who run this one.',
    },
    EHA1409: {
        kind: 'service',
        title: 'Key was not valid when the release was signed',
        likelyCause: 'The key had expired or was revoked before the signature was made, or was revoked because it is compromised.',
        remedy: 'Use a release that is signed by a valid key. If the publisher has extended the key, give its newer copy.',
    },
    EHA1410: {
        kind: 'service',
        title: 'Archive is not the one that was signed',
        likelyCause: 'The archive was replaced or damaged on the mirror or on the way.',
        remedy: 'Run the job again; if it stays, do not use this mirror and tell the people who run it.',
    },
    EHA1411: {
        kind: 'user',
        title: 'Archive does not have the given SHA-256',
        likelyCause: 'The given SHA-256 belongs to another version, platform or archive.',
        remedy: 'Take the SHA-256 of the archive for this version and platform from its publisher.',
    },
    EHA1412: {
        kind: 'service',
        title: 'Download failed on every mirror',
        likelyCause: 'The mirrors are down or cannot be reached from this runner; each attempt is in the log.',
        remedy: 'Run the job again later, or give a mirror that this runner can reach.',
    },
    EHA1413: {
        kind: 'service',
        title: 'Redirect refused',
        likelyCause: 'The mirror redirects from plain HTTP to another host, from HTTPS to plain HTTP, or without end.',
        remedy: 'Give the address to which the mirror redirects, with https.',
    },
    EHA1414: {
        kind: 'service',
        title: 'Download is larger than allowed',
        likelyCause: 'The mirror answered with another file, or the archive would fill the disk.',
        remedy: 'Open the address from the message and look at what it has; use another mirror.',
    },
    EHA1415: {
        kind: 'service',
        title: 'Archive refused',
        likelyCause: 'The archive is not the zip of a release: it is damaged, lacks the executable, or has entries that leave the folder.',
        remedy: 'Do not use this archive. Copy the archive of the publisher to the mirror.',
    },
    EHA1416: {
        kind: 'service',
        title: 'List of versions cannot be read',
        likelyCause: 'The mirror has no list of versions, or answered with something else such as a sign-in page.',
        remedy: 'Give an exact version, which needs no list, or add the list to the mirror.',
    },
    EHA1417: {
        kind: 'service',
        title: 'Tool cache cannot be written',
        likelyCause: 'The disk of the runner is full, or the account of the job may not write to RUNNER_TOOL_CACHE.',
        remedy: 'Free disk space, or let the account of the runner write to the folder in the message.',
    },
    EHA1418: {
        kind: 'user',
        title: 'Mirror refused',
        likelyCause: 'The address is not one of https, or is plain HTTP to another machine without a key of the mirror’s own.',
        remedy: 'Give an address that begins with https://, or the mirror’s own public key beside it.',
    },
    EHA1419: {
        kind: 'user',
        title: 'Runner’s platform or the version is not supported',
        likelyCause: 'Tools can be installed on Linux, macOS and Windows with an amd64 or arm64 processor, in an exact version such as 1.11.4.',
        remedy: 'Use such a runner and an exact version, or install the tool in an earlier step.',
    },
});

;// CONCATENATED MODULE: ./lib/install/addresses.js

/** An address for messages: without credentials and query, which may hold tokens. */
function displayUrl(url) {
    const { protocol, host, pathname } = typeof url === 'string' ? new URL(url) : url;
    return `${protocol}//${host}${pathname}`;
}
/**
 * Where a redirect leads: from HTTPS to HTTPS on any host, otherwise on the same host and port only and never back to
 * plain HTTP. EHA1413 for anything else.
 */
function followRedirect(from, location) {
    if (location === undefined || !URL.canParse(location, from.href)) {
        throw installErrors.EHA1413(`${displayUrl(from)} redirects without an address.`);
    }
    const to = new URL(location, from);
    const secure = from.protocol === 'https:' && to.protocol === 'https:';
    if (secure || (to.protocol === from.protocol && to.host === from.host))
        return to;
    throw installErrors.EHA1413(`${displayUrl(from)} redirects to ${to.protocol}//${to.host}.`);
}

;// CONCATENATED MODULE: ./lib/install/cilium-cli-errors.js

/** Installing cilium-cli. EHA1460 to EHA1469. */
const ciliumCliErrors = (0,errors/* defineErrors */.V)({
    EHA1460: {
        kind: 'user',
        title: 'No exact version of cilium-cli',
        likelyCause: 'The version is a word such as `stable`, or lacks a part.',
        remedy: 'Name a release in full, such as v0.19.7.',
    },
    EHA1461: {
        kind: 'user',
        title: 'Release of cilium-cli not found',
        likelyCause: 'There is no such version, or the mirror does not carry it for this platform or without its `.sha256sum` file.',
        remedy: 'Correct the version, or copy the release to the mirror as it is on GitHub.',
    },
    EHA1462: {
        kind: 'service',
        title: 'Checksum of cilium-cli cannot be read',
        likelyCause: 'The mirror answered with something else than a SHA-256, such as a sign-in page.',
        remedy: 'Open the address from the message and correct the mirror.',
    },
    EHA1463: {
        kind: 'service',
        title: 'Archive is not the one of the release of cilium-cli',
        likelyCause: 'The archive or its checksum was replaced or damaged on the host or on the way.',
        remedy: 'Run the job again; if it stays, do not use this mirror and tell the people who run it. Nothing was installed.',
    },
    EHA1464: {
        kind: 'user',
        title: 'cilium-cli does not have the given SHA-256',
        likelyCause: 'The given SHA-256 belongs to another version or platform, or the release was replaced since it was recorded.',
        remedy: 'Compare the SHA-256 of this version and platform with the one that you recorded. Nothing was installed.',
    },
    EHA1465: {
        kind: 'service',
        title: 'Release of cilium-cli is not the one that was recorded',
        likelyCause: 'The release was replaced, or the mirror has another archive under this version.',
        remedy: 'Do not use this release or mirror before you know who replaced it. Nothing was installed; a SHA-256 given as input takes the place of the recorded one.',
    },
    EHA1466: {
        kind: 'service',
        title: 'Download of cilium-cli failed',
        likelyCause: 'The host is down or cannot be reached from this runner; each attempt is in the log.',
        remedy: 'Run the job again later, or give a mirror that this runner can reach.',
    },
    EHA1467: {
        kind: 'service',
        title: 'Archive of cilium-cli refused',
        likelyCause: 'The archive is no gzipped tar with the program `cilium` as a plain file of a size that can be right.',
        remedy: 'Do not use this archive. Copy the archive of the publisher to the mirror. Nothing was installed.',
    },
    EHA1468: {
        kind: 'user',
        title: 'No build of cilium-cli for this runner',
        likelyCause: 'The suite is run from Linux or macOS, on amd64 or arm64.',
        remedy: 'Run the job on such a runner.',
    },
});

;// CONCATENATED MODULE: ./lib/install/cilium-cli-hashes.js
/**
 * SHA-256 of archives of cilium-cli that were obtained and compared before, by `<version without v>/<os>-<arch>`. Kept by
 * `scripts/cilium-cli-hashes.ts`; a version that is not here is vouched for by its release alone.
 */
const CILIUM_CLI_HASHES = {};

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./lib/action/retry.js
var retry = __webpack_require__(3045);
// EXTERNAL MODULE: ./lib/install/error-code.js
var error_code = __webpack_require__(6810);
;// CONCATENATED MODULE: ./lib/install/transfer-error.js

/** A download that failed for a reason that is not a refusal of ours: another attempt or another mirror may do. */
class TransferError extends Error {
    /** HTTP status, when there was an answer. */
    status;
    mayPass;
    retryAfterMs;
    constructor(what, options) {
        super(what, { cause: options.cause });
        this.name = 'TransferError';
        this.status = options.status;
        this.mayPass = options.mayPass;
        this.retryAfterMs = options.retryAfterMs;
    }
}
/** The mirror does not have the file. */
function isMissing(error) {
    return error instanceof TransferError && (error.status === 404 || error.status === 410);
}
/** Statuses after which the same request may succeed. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
/** From an answer other than 200. `Retry-After` in seconds or as a date. */
function answerError(what, status, retryAfter, now) {
    const seconds = Number(retryAfter);
    const until = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter ?? '') - now;
    return new TransferError(`${what} answered with status ${status}`, {
        status,
        mayPass: PASSING.has(status),
        retryAfterMs: retryAfter !== undefined && until > 0 ? until : undefined,
    });
}
/** Reasons that another attempt does not remove: the name does not exist, or the certificate is not trusted. */
const LASTING = /^(?:ENOTFOUND|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_INVALID_)/;
/** From a failure of the connection. */
function connectionError(what, cause) {
    const code = (0,error_code/* codeOf */.$)(cause);
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new TransferError(`${what}: ${reason}${code === '' || reason.includes(code) ? '' : ` (${code})`}`, {
        mayPass: !LASTING.test(code),
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/install/download.js







const MIB = 1024 * 1024;
const SECOND = 1000;
/** An archive has about 30 MB and its executable 90; the list of all versions of Terraform some 3 MB. */
const DEFAULT_LIMITS = {
    answerMs: 30 * SECOND,
    idleMs: 30 * SECOND,
    attemptMs: 180 * SECOND,
    sumsBytes: MIB,
    signatureBytes: 64 * 1024,
    indexBytes: 32 * MIB,
    archiveBytes: 512 * MIB,
    binaryBytes: 1024 * MIB,
};
const ATTEMPTS = 4;
/** All attempts at one file of one mirror. */
const DEADLINE_MS = 300 * SECOND;
const MAX_REDIRECTS = 5;
/**
 * Gets files over HTTP: bounded in time and size, retried, through the job's proxy, over connections that are kept
 * until `close`. Throws TransferError for a failure that is not to be repeated, EHA1010 when repeating did not help,
 * and the refusals EHA1413 (redirect) and EHA1414 (size) at once.
 */
class Downloader {
    limits;
    #access;
    #http;
    #https;
    constructor(access) {
        this.#access = access;
        this.limits = { ...DEFAULT_LIMITS, ...access.limits };
        const options = { keepAlive: true, ...(access.proxy === undefined ? {} : { proxyEnv: access.proxy }) };
        this.#http = new external_node_http_.Agent(options);
        this.#https = new external_node_https_.Agent(options);
    }
    /** A small file as a whole. */
    async bytes(url, maximumBytes, signal) {
        return this.stream(url, maximumBytes, signal, async (chunks) => {
            const pieces = [];
            for await (const chunk of chunks)
                pieces.push(chunk);
            return Buffer.concat(pieces);
        });
    }
    /**
     * Hands the file to `consume` while it arrives. An attempt that breaks off is repeated from the start: `consume` is
     * called again and has to forget what it had.
     */
    async stream(url, maximumBytes, signal, consume) {
        const { clock, log } = this.#access;
        const attempt = async () => {
            const time = AbortSignal.timeout(this.limits.attemptMs);
            const attemptSignal = AbortSignal.any([signal, time]);
            try {
                return await this.#once(new URL(url), maximumBytes, attemptSignal, consume);
            }
            catch (error) {
                if (time.aborted && !signal.aborted) {
                    throw new TransferError(`${displayUrl(url)} took longer than ${this.limits.attemptMs} ms`, {
                        mayPass: true,
                        cause: error,
                    });
                }
                throw error;
            }
        };
        return (0,retry/* retry */.L)(`Download of ${displayUrl(url)}`, attempt, {
            clock,
            log,
            signal,
            attempts: ATTEMPTS,
            deadlineMs: DEADLINE_MS,
            isRetryable: (error) => error instanceof TransferError && error.mayPass,
            retryAfterMs: (error) => (error instanceof TransferError ? error.retryAfterMs : undefined),
        });
    }
    /** Ends idle connections, which would keep the process from ending. */
    close() {
        this.#http.destroy();
        this.#https.destroy();
    }
    async #once(url, maximumBytes, signal, consume) {
        const response = await this.#open(url, signal);
        try {
            const named = Number(response.headers['content-length']);
            if (named > maximumBytes)
                throw tooLarge(url, maximumBytes);
            return await consume(bounded(response, url, maximumBytes), signal);
        }
        catch (error) {
            // A stream that broke tells why better than the reader that missed the rest.
            if (response.errored !== null && !(error instanceof errors/* ActionError */.l)) {
                throw error instanceof TransferError ? error : connectionError(displayUrl(url), response.errored);
            }
            throw error;
        }
        finally {
            response.destroy();
        }
    }
    /** The answer 200, redirects followed. */
    async #open(start, signal) {
        let url = start;
        for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
            const response = await this.#request(url, signal);
            const status = response.statusCode ?? 0;
            if (status === 200)
                return response;
            response.destroy();
            if (![301, 302, 303, 307, 308].includes(status)) {
                const now = this.#access.clock.now();
                throw answerError(displayUrl(url), status, response.headers['retry-after'], now);
            }
            url = followRedirect(url, response.headers.location);
        }
        throw installErrors.EHA1413(`${displayUrl(start)} redirects more than ${MAX_REDIRECTS} times.`);
    }
    #request(url, signal) {
        const { answerMs, idleMs } = this.limits;
        return new Promise((resolve, reject) => {
            const options = { headers: { 'user-agent': 'eks-hybrid-actions', accept: '*/*' }, signal };
            const request = url.protocol === 'https:'
                ? (0,external_node_https_.request)(url, { ...options, agent: this.#https })
                : (0,external_node_http_.request)(url, { ...options, agent: this.#http });
            const answer = setTimeout(() => {
                request.destroy(new Error(`no answer for ${answerMs} ms`));
            }, answerMs);
            request.once('response', (response) => {
                clearTimeout(answer);
                // On the response: destroying the request would tell its reader no more than that it broke off.
                request.setTimeout(idleMs, () => response.destroy(new Error(`no data for ${idleMs} ms`)));
                resolve(response);
            });
            request.on('error', (error) => {
                clearTimeout(answer);
                reject(connectionError(displayUrl(url), error));
            });
            request.end();
        });
    }
}
function tooLarge(url, maximumBytes) {
    return installErrors.EHA1414(`${displayUrl(url)} has more than ${maximumBytes} bytes.`);
}
/** The body's chunks, counted; a connection that breaks off becomes a TransferError. */
async function* bounded(response, url, maximumBytes) {
    let bytes = 0;
    try {
        for await (const chunk of response) {
            bytes += chunk.length;
            if (bytes > maximumBytes)
                throw tooLarge(url, maximumBytes);
            yield chunk;
        }
    }
    catch (error) {
        throw error instanceof errors/* ActionError */.l
            ? error
            : connectionError(`${displayUrl(url)} after ${bytes} bytes`, error);
    }
}

;// CONCATENATED MODULE: ./lib/install/exact-version.js
const VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
/** A version of the form of semantic versioning, which is also safe as the name of a folder. */
function isExactVersion(version) {
    return VERSION.test(version);
}

;// CONCATENATED MODULE: ./lib/install/mirrors.js


/**
 * Where the publishers have their releases. OpenTofu's files are assets of its GitHub releases, its list of versions is
 * beside its install script.
 */
function officialMirrors(tool) {
    return tool === 'terraform'
        ? [{ url: 'https://releases.hashicorp.com' }]
        : [
            {
                url: 'https://github.com/opentofu/opentofu/releases/download',
                indexUrl: 'https://get.opentofu.org/tofu/api.json',
            },
        ];
}
/** This machine itself, by name or number. */
function isLoopback({ hostname }) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
/**
 * Refuses (EHA1418) an empty list, what is no address, and plain HTTP, which is allowed to this machine and to a mirror
 * that has a key of its own only: there the signature protects what the connection does not.
 */
function checkMirrors(mirrors) {
    if (mirrors.length === 0)
        throw installErrors.EHA1418('No mirror is given.');
    for (const { url, indexUrl, keys } of mirrors) {
        for (const address of [url, indexUrl]) {
            if (address !== undefined)
                checkAddress(address, keys !== undefined && keys.length > 0);
        }
    }
}
function checkAddress(address, hasOwnKey) {
    // The value itself is not shown: it may hold a password.
    if (!URL.canParse(address))
        throw installErrors.EHA1418('The mirror’s address is not a URL.');
    const url = new URL(address);
    const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && (hasOwnKey || isLoopback(url)));
    if (!allowed)
        throw installErrors.EHA1418(`${displayUrl(url)} is not an https address.`);
}

;// CONCATENATED MODULE: ./lib/install/platforms.js

const OS = new Map([
    ['linux', 'linux'],
    ['darwin', 'darwin'],
    ['win32', 'windows'],
]);
const ARCH = new Map([
    ['x64', 'amd64'],
    ['arm64', 'arm64'],
]);
/** Folder names of the tool cache: Node's names of processors, as @actions/tool-cache writes them. */
const CACHE_ARCH = { amd64: 'x64', arm64: 'arm64' };
/** From `process.platform` and `process.arch`; EHA1419 where there is nothing this suite could install. */
function platformOf(platform, arch) {
    const os = OS.get(platform);
    const processor = ARCH.get(arch);
    if (os === undefined || processor === undefined) {
        throw installErrors.EHA1419(`This runner is ${platform} on ${arch}.`);
    }
    return { os, arch: processor };
}
/** `linux_amd64`, as in the releases' file names. */
function platformName({ os, arch }) {
    return `${os}_${arch}`;
}
function cacheArch({ arch }) {
    return CACHE_ARCH[arch];
}
/** Name of the command, and beginning of the release's file names. */
function commandName(tool) {
    return tool === 'terraform' ? 'terraform' : 'tofu';
}
/** File name of the executable, in the archive and in the tool cache. */
function executableName(tool, { os }) {
    const name = tool === 'nodeadm' ? tool : tool === 'cilium-cli' ? 'cilium' : commandName(tool);
    return os === 'windows' ? `${name}.exe` : name;
}
/** The product's name for messages. */
function toolTitle(tool) {
    return tool === 'terraform' ? 'Terraform' : 'OpenTofu';
}

;// CONCATENATED MODULE: ./lib/install/keys/hashicorp.js
/**
 * The public key with which HashiCorp signs the checksums of its releases, as it stands in the repositories
 * hashicorp/terraform and hashicorp/js-releases. A module, so that it is part of every bundle that needs it.
 * Primary key C874011F0AB405110D02105534365D9472D7468F, signing subkey 374EC75B485913604A831CC7C820C6D5CD27AB87, both
 * valid until 2030-03-01.
 */
const HASHICORP_KEY = `-----BEGIN PGP PUBLIC KEY BLOCK-----

mQINBGB9+xkBEACabYZOWKmgZsHTdRDiyPJxhbuUiKX65GUWkyRMJKi/1dviVxOX
PG6hBPtF48IFnVgxKpIb7G6NjBousAV+CuLlv5yqFKpOZEGC6sBV+Gx8Vu1CICpl
Zm+HpQPcIzwBpN+Ar4l/exCG/f/MZq/oxGgH+TyRF3XcYDjG8dbJCpHO5nQ5Cy9h
QIp3/Bh09kET6lk+4QlofNgHKVT2epV8iK1cXlbQe2tZtfCUtxk+pxvU0UHXp+AB
0xc3/gIhjZp/dePmCOyQyGPJbp5bpO4UeAJ6frqhexmNlaw9Z897ltZmRLGq1p4a
RnWL8FPkBz9SCSKXS8uNyV5oMNVn4G1obCkc106iWuKBTibffYQzq5TG8FYVJKrh
RwWB6piacEB8hl20IIWSxIM3J9tT7CPSnk5RYYCTRHgA5OOrqZhC7JefudrP8n+M
pxkDgNORDu7GCfAuisrf7dXYjLsxG4tu22DBJJC0c/IpRpXDnOuJN1Q5e/3VUKKW
mypNumuQpP5lc1ZFG64TRzb1HR6oIdHfbrVQfdiQXpvdcFx+Fl57WuUraXRV6qfb
4ZmKHX1JEwM/7tu21QE4F1dz0jroLSricZxfaCTHHWNfvGJoZ30/MZUrpSC0IfB3
iQutxbZrwIlTBt+fGLtm3vDtwMFNWM+Rb1lrOxEQd2eijdxhvBOHtlIcswARAQAB
tERIYXNoaUNvcnAgU2VjdXJpdHkgKGhhc2hpY29ycC5jb20vc2VjdXJpdHkpIDxz
ZWN1cml0eUBoYXNoaWNvcnAuY29tPokCVAQTAQoAPgIbAwULCQgHAgYVCgkICwIE
FgIDAQIeAQIXgBYhBMh0AR8KtAURDQIQVTQ2XZRy10aPBQJplkfQBQkQrOy3AAoJ
EDQ2XZRy10aPw6gP/3GUEMUa6mCRuuSOT9UnziPIvXYd63mcN6A6Jwmwj8JaB2qu
OCijvJkw56UbZK3x1FZIbe0hA6VUAwNSNmSIxVJkilgwIYYFO0tnL79XhIeP7jYF
ydXLZ4rTi1FDl8lltAujTNARdY8UGg4hGlcM9OrEeXEFLWugJNiChL15FVoxZqIS
jeduaEqyxGfJnyVwy8z3pZfgODeFr7xs2NkUIMSfuRg24VcL4aW8Frt3jW8P45y3
o/5fsi6Aw2tZ0wD9NSgkVc8VD1NRV9eSZ95Bv+Awf9IXa+Cn5OCjc8Jc+XF+nLfB
oPswOO7E8dLiuBUw6/GzSLMbVs8qf8BNXB92dOe1VccVTqjCxK2sEpVaHh7e+co8
d8lDGBIWMGh7NS6XlGORpFb/T6gxjjOYUV3SKd4QDebUUG8kMkb5juLljOoq+YOP
vgNLDZLZteFpmH+zB9DpOY1YtHZB/OD+DtzLMaSl6VPF2Ln0j5aQGwNDt7sheyAe
sXbu0qn2H5FxojSfvhT0kUDKZ0mgg5y3Oflg49MiAOhjLGY0JocFpBeMILw27fbw
fpIBP7siQWFTFJ1O+l2NQiWAwC2x5fX2EakyCBJmrkPV2hr4nEogNqg9/RDskIUq
cpcOOd/0BntiXMyUCCH2AoCt5acaTQ0WU6CAosZPojOYhtGGgOgeQSdflpMSuQIN
BGB9+xkBEACoklYsfvWRCjOwS8TOKBTfl8myuP9V9uBNbyHufzNETbhYeT33Cj0M
GCNd9GdoaknzBQLbQVSQogA+spqVvQPz1MND18GIdtmr0BXENiZE7SRvu76jNqLp
KxYALoK2Pc3yK0JGD30HcIIgx+lOofrVPA2dfVPTj1wXvm0rbSGA4Wd4Ng3d2AoR
G/wZDAQ7sdZi1A9hhfugTFZwfqR3XAYCk+PUeoFrkJ0O7wngaon+6x2GJVedVPOs
2x/XOR4l9ytFP3o+5ILhVnsK+ESVD9AQz2fhDEU6RhvzaqtHe+sQccR3oVLoGcat
ma5rbfzH0Fhj0JtkbP7WreQf9udYgXxVJKXLQFQgel34egEGG+NlbGSPG+qHOZtY
4uWdlDSvmo+1P95P4VG/EBteqyBbDDGDGiMs6lAMg2cULrwOsbxWjsWka8y2IN3z
1stlIJFvW2kggU+bKnQ+sNQnclq3wzCJjeDBfucR3a5WRojDtGoJP6Fc3luUtS7V
5TAdOx4dhaMFU9+01OoH8ZdTRiHZ1K7RFeAIslSyd4iA/xkhOhHq89F4ECQf3Bt4
ZhGsXDTaA/VgHmf3AULbrC94O7HNqOvTWzwGiWHLfcxXQsr+ijIEQvh6rHKmJK8R
9NMHqc3L18eMO6bqrzEHW0Xoiu9W8Yj+WuB3IKdhclT3w0pO4Pj8gQARAQABiQI8
BBgBCgAmAhsMFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWR+0FCRCs7NQACgkQ
NDZdlHLXRo/R0A//QW1opBlzWSmWww1q9QuJA2WCIIs8tJKRDOsmgJPscNpzwZFU
N1Df0wWNjqi1BDReei7lZTHwUk+ebBn0bkI3ANmmgYg7LBueAt5UWSingOc+rvKA
N32BDzBYkMckRzJSQsmeC5hm3J3wLSy90uaIlrJJE9GJZkf/W2Ob+4SQZZ+dnnRP
JokDdW1DuZS9PbxSLJKD5eIWHBxJnFM1CmHfOfrjTJ+MYvVGM5sxSY8R7E+GADj5
L/i4N+tTFJLuTMYARGfA6d+KPKcMJtgpUPjSMAg8nGUhukctpuBs27mOKW0CBtmJ
82X/qYROTL0+vGTvUYflYiuceVlhX/kw0JZnMaG5V/mpHq8SwD07pCGOf69j/mNa
5EL3++Pmzg0s0stw3Ea5pCN0cL/nKkoWchHBfW15W4JOnKAIspyD1vH670P4WfeV
E9B9d6tgKSbM/9JlXoQS5ZdG+kbdosieELhmVWmvojyK7K+Ry6C9wgd+UfnW5jXd
iNwKW3KHuautQwlFhHRNMyDg08c+pI5emTMT3IUQyGWo+Gska3TqGujFcABx7Ip+
mHNmMrCkSD+XC2bvzvRR7FcM0/B9fsjLX/Wttm5vRJ1d2oAoEPvw2IZnJIXpOt2z
zo55sJTztNu4lWGgDVgtp9SXO5a0E5YvFHQNZN5QLeVTTFu6I7qG+ME1E/K5Ag0E
YH3+JQEQALivllTjMolxUW2OxrXb+a2Pt6vjCBsiJzrUj0Pa63U+lT9jldbCCfgP
wDpcDuO1O05Q8k1MoYZ6HddjWnqKG7S3eqkV5c3ct3amAXp513QDKZUfIDylOmhU
qvxjEgvGjdRjz6kECFGYr6Vnj/p6AwWv4/FBRFlrq7cnQgPynbIH4hrWvewp3Tqw
GVgqm5RRofuAugi8iZQVlAiQZJo88yaztAQ/7VsXBiHTn61ugQ8bKdAsr8w/ZZU5
HScHLqRolcYg0cKN91c0EbJq9k1LUC//CakPB9mhi5+aUVUGusIM8ECShUEgSTCi
KQiJUPZ2CFbbPE9L5o9xoPCxjXoX+r7L/WyoCPTeoS3YRUMEnWKvc42Yxz3meRb+
BmaqgbheNmzOah5nMwPupJYmHrjWPkX7oyyHxLSFw4dtoP2j6Z7GdRXKa2dUYdk2
x3JYKocrDoPHh3Q0TAZujtpdjFi1BS8pbxYFb3hHmGSdvz7T7KcqP7ChC7k2RAKO
GiG7QQe4NX3sSMgweYpl4OwvQOn73t5CVWYp/gIBNZGsU3Pto8g27vHeWyH9mKr4
cSepDhw+/X8FGRNdxNfpLKm7Vc0Sm9Sof8TRFrBTqX+vIQupYHRi5QQCuYaV6OVr
ITeegNK3So4m39d6ajCR9QxRbmjnx9UcnSYYDmIB6fpBuwT0ogNtABEBAAGJBHIE
GAEKACYCGwIWIQTIdAEfCrQFEQ0CEFU0Nl2UctdGjwUCYH4bgAUJAeFQ2wJAwXQg
BBkBCgAdFiEEs2y6kaLAcwxDX8KAsLRBCXaFtnYFAmB9/iUACgkQsLRBCXaFtnYX
BhAAlxejyFXoQwyGo9U+2g9N6LUb/tNtH29RHYxy4A3/ZUY7d/FMkArmh4+dfjf0
p9MJz98Zkps20kaYP+2YzYmaizO6OA6RIddcEXQDRCPHmLts3097mJ/skx9qLAf6
rh9J7jWeSqWO6VW6Mlx8j9m7sm3Ae1OsjOx/m7lGZOhY4UYfY627+Jf7WQ5103Qs
lgQ09es/vhTCx0g34SYEmMW15Tc3eCjQ21b1MeJD/V26npeakV8iCZ1kHZHawPq/
aCCuYEcCeQOOteTWvl7HXaHMhHIx7jjOd8XX9V+UxsGz2WCIxX/j7EEEc7CAxwAN
nWp9jXeLfxYfjrUB7XQZsGCd4EHHzUyCf7iRJL7OJ3tz5Z+rOlNjSgci+ycHEccL
YeFAEV+Fz+sj7q4cFAferkr7imY1XEI0Ji5P8p/uRYw/n8uUf7LrLw5TzHmZsTSC
UaiL4llRzkDC6cVhYfqQWUXDd/r385OkE4oalNNE+n+txNRx92rpvXWZ5qFYfv7E
95fltvpXc0iOugPMzyof3lwo3Xi4WZKc1CC/jEviKTQhfn3WZukuF5lbz3V1PQfI
xFsYe9WYQmp25XGgezjXzp89C/OIcYsVB1KJAKihgbYdHyUN4fRCmOszmOUwEAKR
3k5j4X8V5bk08sA69NVXPn2ofxyk3YYOMYWW8ouObnXoS8QJEDQ2XZRy10aPMpsQ
AIbwX21erVqUDMPn1uONP6o4NBEq4MwG7d+fT85rc1U0RfeKBwjucAE/iStZDQoM
ZKWvGhFR+uoyg1LrXNKuSPB82unh2bpvj4zEnJsJadiwtShTKDsikhrfFEK3aCK8
Zuhpiu3jxMFDhpFzlxsSwaCcGJqcdwGhWUx0ZAVD2X71UCFoOXPjF9fNnpy80YNp
flPjj2RnOZbJyBIM0sWIVMd8F44qkTASf8K5Qb47WFN5tSpePq7OCm7s8u+lYZGK
wR18K7VliundR+5a8XAOyUXOL5UsDaQCK4Lj4lRaeFXunXl3DJ4E+7BKzZhReJL6
EugV5eaGonA52TWtFdB8p+79wPUeI3KcdPmQ9Ll5Zi/jBemY4bzasmgKzNeMtwWP
fk6WgrvBwptqohw71HDymGxFUnUP7XYYjic2sVKhv9AevMGycVgwWBiWroDCQ9Ja
btKfxHhI2p+g+rcywmBobWJbZsujTNjhtme+kNn1mhJsD3bKPjKQfAxaTskBLb0V
wgV21891TS1Dq9kdPLwoS4XNpYg2LLB4p9hmeG3fu9+OmqwY5oKXsHiWc43dei9Y
yxZ1AAUOIaIdPkq+YG/PhlGE4YcQZ4RPpltAr0HfGgZhmXWigbGS+66pUj+Ojysc
j0K5tCVxVu0fhhFpOlHv0LWaxCbnkgkQH9jfMEJkAWMOuQINBGCAXCYBEADW6RNr
ZVGNXvHVBqSiOWaxl1XOiEoiHPt50Aijt25yXbG+0kHIFSoR+1g6Lh20JTCChgfQ
kGGjzQvEuG1HTw07YhsvLc0pkjNMfu6gJqFox/ogc53mz69OxXauzUQ/TZ27GDVp
UBu+EhDKt1s3OtA6Bjz/csop/Um7gT0+ivHyvJ/jGdnPEZv8tNuSE/Uo+hn/Q9hg
8SbveZzo3C+U4KcabCESEFl8Gq6aRi9vAfa65oxD5jKaIz7cy+pwb0lizqlW7H9t
Qlr3dBfdIcdzgR55hTFC5/XrcwJ6/nHVH/xGskEasnfCQX8RYKMuy0UADJy72TkZ
bYaCx+XXIcVB8GTOmJVoAhrTSSVLAZspfCnjwnSxisDn3ZzsYrq3cV6sU8b+QlIX
7VAjurE+5cZiVlaxgCjyhKqlGgmonnReWOBacCgL/UvuwMmMp5TTLmiLXLT7uxeG
ojEyoCk4sMrqrU1jevHyGlDJH9Taux15GILDwnYFfAvPF9WCid4UZ4Ouwjcaxfys
3LxNiZIlUsXNKwS3mhiMRL4TRsbs4k4QE+LIMOsauIvcvm8/frydvQ/kUwIhVTH8
0XGOH909bYtJvY3fudK7ShIwm7ZFTduBJUG473E/Fn3VkhTmBX6+PjOC50HR/Hyb
waRCzfDruMe3TAcE/tSP5CUOb9C7+P+hPzQcDwARAQABiQRyBBgBCgAmAhsCFiEE
yHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWSAoFCRCqi+QCQMF0IAQZAQoAHRYhBDdO
x1tIWRNgSoMcx8ggxtXNJ6uHBQJggFwmAAoJEMggxtXNJ6uHRfAP/2CGdSyg0K7U
66Vygl0dugxrMm8O3/Oe211BKdQsFUSWAznOTRTK/zvMUHO4LJAlYvdtZ6xDa4XH
l9FYQ8MR9ZV0OuOlAZvU4IJDLPVCU09X/UzX/GEoZL0R5esvwPAXopMaRHCfXJeI
/gEaB94UhAeYlwpcRn0eSuk1vyZx7GRE6/hog8DCf4hoT40dW20gGe58xcvJ+mRY
lC0lr16WH08wuUcee6+dgu+4Cg6SG6+zt9cMyl8VnTUL5BK/V3MebnYZJK0RFDNn
nXDhzStgOd5gOeIL+xBPXHd0/ld/rDM74SFExpuS+hNsyo+xMQ/HJavak21MFinu
l9COwfGEmlAXTGMY30Lf3Pt/eAkbwgmGc966VSoRmOFEXJVlDr+yJR6ru+7j50z8
lAv6Lsop7sun1Qysbo0swf6W1qgPf6VWbx91NTFLkw0+gD8jxwrU5ZMkeSuntX9d
pjuZS29CflXXIRPlvhuiDPicwTpYuIUx37vHveAH5gnowZg247x780Urrsx8duTX
8CI9MAnqzm4dFAiRlwE8bvLk+l9wekiXA9gIMZiVNqNlduXIqvAG21Wdgq8qyeXK
y/XWCVKDQOmEbFAltfNam8E3KEw0fl199x+93d5ckDGcPzUYPbNkCuIwngC/ZN96
pDafF3Z12fSNfhZUe0C8td8KAszYa96GCRA0Nl2UctdGj1gKD/4jOGhEGTg88Vyu
PVjeK+zkwrTIZSvHdUHfTt/+rTLSNb/RQiBCUQuEZvafj6FrntS7bAEhccGqH894
T3St5K0AXWkvsLd6K+cbIQdlnFA2zb6geJUCk6qx5NgWpRc3i0DS7CheGwl+Bwu7
+n9pNjNjiHV+rYDgqbQXG0dtGysB0/3qIRgEDHFO0HJu/dcte4oXrQIqrZrpOwe8
WxqFqdU918JpSUcc8coiFp9YtwpgqQNxGVZ+rhgnTGdZzk1f/Yhhimh+2B0ReaFv
k3UzVBj3HQ9C6+Ot3MyDEhSgdhjr9e25Tm9S5YfhwtWmghRw9RKPyLMSXSxm/Uc0
mK1NucAp8TQBwKqKzNpCk5IdrBSWRUbjOoOFyzyCsY6gS285GCpSIzI39hTf+3gd
wYPlE6fj+F2TZzdhx62DPnzBzBHnByYTVdJ649bx0FFp4Q+5TbIWtxu/AQkRDxmW
NQfE+6GgeshlrhXWsh6+PGDzt+2raG6zUT913sdz7Ctw4fLjmsKOTdTz3Xa9pr8l
xfI/JuukSgt9o/n3GirhTB3zE1w/I/Xt6k7oASiP3zQSuHtB/CYKYHDtOCWwjo7J
PEGtb/FkreKNxsk/p20jnlrB8WZxxswdr2Vri9NmFeyMDVX7qF3WqT+8aCV9GtS1
GCHx/5nGBdDwoxEsXqpI3IUqPb6FDg==
=wtp+
-----END PGP PUBLIC KEY BLOCK-----
`;

;// CONCATENATED MODULE: ./lib/install/keys.js


/** Signs Terraform's releases. */
const HASHICORP = {
    name: 'HashiCorp',
    fingerprint: 'C874011F0AB405110D02105534365D9472D7468F',
    armored: HASHICORP_KEY,
};
/** The keys that come with the suite. None for OpenTofu: its key has to be given, it is not guessed. */
function pinnedKeys(tool) {
    return tool === 'terraform' ? [HASHICORP] : [];
}
/** In capitals without blanks, to compare; EHA1401 when it is not the fingerprint of a version 4 or 6 key. */
function normaliseFingerprint(fingerprint, keyName) {
    const plain = fingerprint.replace(/^0x/i, '').replace(/[\s:]/g, '').toUpperCase();
    if (!/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(plain)) {
        throw installErrors.EHA1401(`${keyName}: "${fingerprint}" is not a fingerprint (40 hexadecimal digits; a short key id proves nothing).`);
    }
    return plain;
}

;// CONCATENATED MODULE: ./lib/install/tool-cache.js






/**
 * The runner's tool cache: `<tool>/<version>/<arch>/` with `<arch>.complete` beside it, as @actions/tool-cache lays it
 * out. Our own record inside the folder says what was verified; a folder without one was put there by someone else
 * and is not used.
 *
 * A hit compares the executable's size with the record, not its hash: hashing 90 MB would cost several times as much
 * as everything else in a hit, and whoever can change the executable can change the record as well.
 */
const RECORD = '.eks-hybrid-actions.json';
const RECORD_SCHEMA = 'eks-hybrid-actions/installed-tool/v1';
const STAGING = '.eks-hybrid-actions-';
/** A staging folder this old belongs to a job that was killed. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;
const PUBLISH_ATTEMPTS = 3;
function folderOf({ toolCache, tool, version, platform }) {
    return (0,external_node_path_.join)(toolCache, tool, version, cacheArch(platform));
}
function keyDigest(key) {
    return (0,external_node_crypto_.createHash)('sha256').update(key.armored.replace(/\r\n/g, '\n').trim()).digest('hex');
}
/**
 * The tool when this suite installed it earlier and what vouched for it then is trusted by this request too: one of
 * its keys, or, where it has none, its SHA-256. Undefined otherwise; makes no request and loads nothing.
 */
async function findCached(request) {
    const directory = folderOf(request);
    const path = (0,external_node_path_.join)(directory, executableName(request.tool, request.platform));
    try {
        const record = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(directory, RECORD), 'utf8'));
        if (!isRecordOf(record, request) || !isTrusted(record, request))
            return undefined;
        const file = await (0,promises_.stat)(path);
        if (!file.isFile() || file.size !== record.executableBytes)
            return undefined;
        return { path, directory, cacheHit: true, ...withoutBookkeeping(record) };
    }
    catch (error) {
        request.log.debug(`No usable ${request.tool} ${request.version} in ${directory}: ${String(error)}`);
        return undefined;
    }
}
function withoutBookkeeping({ source, sha256, proof, }) {
    return { source, sha256, proof };
}
function isRecordOf(record, request) {
    return (record.schema === RECORD_SCHEMA &&
        record.tool === request.tool &&
        record.version === request.version &&
        record.platform?.os === request.platform.os &&
        record.platform.arch === request.platform.arch &&
        typeof record.source === 'string' &&
        typeof record.sha256 === 'string' &&
        typeof record.executableBytes === 'number' &&
        (record.proof?.by === 'signature' || record.proof?.by === 'sha256'));
}
function isTrusted({ proof, sha256, keyDigest: digest }, request) {
    if (request.sha256 !== undefined && request.sha256.toLowerCase() !== sha256)
        return false;
    const keys = [...request.keys, ...request.mirrors.flatMap((mirror) => mirror.keys ?? [])];
    if (proof.by === 'sha256')
        return request.sha256 !== undefined && keys.length === 0;
    return keys.some((key) => key.fingerprint === undefined
        ? keyDigest(key) === digest
        : normaliseFingerprint(key.fingerprint, key.name) === proof.fingerprint);
}
/**
 * A new folder on the same file system as the cache, to be published or discarded. Also removes what killed jobs left.
 * EHA1417 when the cache cannot be written.
 */
async function createStaging({ toolCache, clock }) {
    try {
        await (0,promises_.mkdir)(toolCache, { recursive: true });
        await removeAbandoned(toolCache, clock.now());
        const directory = (0,external_node_path_.join)(toolCache, `${STAGING}${(0,external_node_crypto_.randomUUID)()}`);
        // Becomes the cache's folder, which other accounts may read as far as the umask lets them.
        await (0,promises_.mkdir)(directory);
        return directory;
    }
    catch (cause) {
        throw installErrors.EHA1417(`Nothing can be written to ${toolCache}.`, { cause });
    }
}
async function discardStaging(directory) {
    await (0,promises_.rm)(directory, { recursive: true, force: true, maxRetries: 3 });
}
/** For what nobody uses: it is in nobody's way if it stays. */
async function discardQuietly(directory) {
    await discardStaging(directory).catch(() => undefined);
}
async function removeAbandoned(toolCache, now) {
    for (const name of await (0,promises_.readdir)(toolCache)) {
        if (!name.startsWith(STAGING))
            continue;
        const path = (0,external_node_path_.join)(toolCache, name);
        const folder = await (0,promises_.stat)(path).catch(() => undefined);
        if (folder !== undefined && now - folder.mtimeMs > ABANDONED_MS)
            await discardQuietly(path);
    }
}
/**
 * Makes a verified staging folder the cache's entry by one rename. When another job was faster with the same tool, its
 * entry is used and ours discarded; an entry that is not ours is replaced. EHA1417 on failure.
 */
async function publish(request, staging, verified) {
    const directory = folderOf(request);
    const record = recordOf(request, verified);
    try {
        await (0,promises_.writeFile)((0,external_node_path_.join)(staging, RECORD), `${JSON.stringify(record, null, 2)}\n`, { flush: true });
        await (0,promises_.mkdir)((0,external_node_path_.join)(directory, '..'), { recursive: true });
        const faster = await moveInto(request, staging, directory);
        await (0,promises_.writeFile)(`${directory}.complete`, '');
        const path = (0,external_node_path_.join)(directory, executableName(request.tool, request.platform));
        return faster ?? { path, directory, cacheHit: false, ...withoutBookkeeping(record) };
    }
    catch (cause) {
        throw installErrors.EHA1417(`${directory} could not be made.`, { cause });
    }
}
function recordOf({ tool, version, platform }, verified) {
    const { source, sha256, executableBytes, proof, key } = verified;
    const digest = key === null ? null : keyDigest(key);
    return {
        schema: RECORD_SCHEMA,
        tool,
        version,
        platform,
        source,
        sha256,
        executableBytes,
        proof,
        keyDigest: digest,
    };
}
/** Returns the entry of a job that was faster, or undefined when ours is in place. */
async function moveInto(request, staging, directory) {
    for (let attempt = 1;; attempt += 1) {
        try {
            await (0,promises_.rename)(staging, directory);
            return undefined;
        }
        catch (error) {
            if (attempt === PUBLISH_ATTEMPTS)
                throw error;
        }
        const faster = await findCached(request);
        if (faster !== undefined)
            return { ...faster, cacheHit: false };
        await moveAway(request.toolCache, directory);
    }
}
/** Renamed first, so that nobody sees half of it while it is removed. */
async function moveAway(toolCache, directory) {
    const old = (0,external_node_path_.join)(toolCache, `${STAGING}${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await (0,promises_.rename)(directory, old);
    }
    catch {
        return;
    }
    await discardQuietly(old);
}

;// CONCATENATED MODULE: ./lib/install/cilium-cli.js
/**
 * Installs cilium-cli into the runner's tool cache, verified by SHA-256. Its checksums lie beside its archives: they prove
 * that the bytes arrived whole, and only a SHA-256 that the workflow gives, or one of the table, proves that they are the
 * ones somebody looked at. Source: cilium/cilium-cli, README, "Installation".
 */













/** Where the releases are. */
const CILIUM_CLI_RELEASES = 'https://github.com/cilium/cilium-cli/releases/download';
const SUM_BYTES = 4096;
/** Some 50 MB today. */
const ARCHIVE_BYTES = 256 * 1024 * 1024;
/** Some 150 MB today. */
const PROGRAM_BYTES = 512 * 1024 * 1024;
/**
 * The program from the tool cache or the release. The archive must have the SHA-256 that its release says and, where there
 * is one, that of the request or else of the table. With either a hit of the cache costs no request; without, the
 * release's checksum is asked for, so that a replaced release is noticed. Refusals are EHA1460 to EHA1468, and nothing is
 * left behind by any of them.
 */
async function installCiliumCli(request, deps) {
    const version = request.version.replace(/^v/, '');
    if (!isExactVersion(version)) {
        throw ciliumCliErrors.EHA1460(`"${request.version}" is not an exact version of cilium-cli.`);
    }
    const platform = request.platform ?? platformOf(process.platform, process.arch);
    const { os, arch } = platform;
    // Those for Windows are zip archives.
    if (os === 'windows')
        throw ciliumCliErrors.EHA1468(`This runner is ${os} on ${arch}.`);
    const given = request.sha256?.toLowerCase();
    const known = (request.table ?? CILIUM_CLI_HASHES)[`${version}/${os}-${arch}`];
    const verifiedBy = given !== undefined ? 'pin' : known !== undefined ? 'table' : 'release';
    const url = `${baseOf(request)}/v${version}/cilium-${os}-${arch}.tar.gz`;
    const work = { ...request, ...deps, platform, url, expected: given ?? known, verifiedBy };
    const sha256 = work.expected ?? (await publishedSum(work));
    const place = {
        ...work,
        tool: 'cilium-cli',
        version,
        mirrors: [],
        keys: [],
        sha256,
    };
    const installed = (await findCached(place)) ?? (await fetchInto(place, work, sha256));
    return {
        path: installed.path,
        version: `v${version}`,
        sha256: installed.sha256,
        verifiedBy,
        fromCache: installed.cacheHit,
    };
}
function baseOf({ mirrorUrl = CILIUM_CLI_RELEASES }) {
    checkMirrors([{ url: mirrorUrl }]);
    return mirrorUrl.replace(/\/+$/, '');
}
async function publishedSum(work) {
    const url = `${work.url}.sha256sum`;
    const text = await transfer(work, async (downloader) => (await downloader.bytes(url, SUM_BYTES, work.signal)).toString('utf8'));
    const name = work.url.slice(work.url.lastIndexOf('/') + 1);
    // In the form of sha256sum.
    const [, sum, of] = /^([0-9a-f]{64}) [ *](\S+)\s*$/i.exec(text) ?? [];
    if (sum !== undefined && of === name)
        return sum.toLowerCase();
    throw ciliumCliErrors.EHA1462(`${displayUrl(url)} does not hold the SHA-256 of ${name}.`);
}
/** Runs one download and gives its failure the code that fits. */
async function transfer(work, run) {
    const downloader = new Downloader({ ...work, mirrors: [] });
    try {
        return await run(downloader);
    }
    catch (error) {
        work.signal.throwIfAborted();
        if (isMissing(error))
            throw ciliumCliErrors.EHA1461(`${error.message}.`, { cause: error });
        const isFailure = error instanceof TransferError || (error instanceof errors/* ActionError */.l && error.code === 'EHA1010');
        if (isFailure)
            throw ciliumCliErrors.EHA1466(error.message, { cause: error });
        throw error;
    }
    finally {
        downloader.close();
    }
}
async function fetchInto(place, work, expected) {
    const source = displayUrl(work.url);
    // Known already when nothing else was.
    const published = work.expected === undefined ? expected : await publishedSum(work);
    if (published !== expected)
        throw otherThanExpected(work, source, 'is published with', published, expected);
    const staging = await createStaging(place);
    try {
        work.log.info(`Downloading ${source}`);
        const archive = (0,external_node_path_.join)(staging, 'archive.tar.gz');
        const sha256 = await transfer(work, (downloader) => save(downloader, work, archive));
        if (sha256 !== published) {
            throw ciliumCliErrors.EHA1463(`${source} has the SHA-256 ${sha256}, not ${published}.`);
        }
        const executableBytes = await extract(archive, place, staging, source);
        const proof = { by: 'sha256' };
        return await publish(place, staging, { source, sha256, executableBytes, proof, key: null });
    }
    finally {
        await discardStaging(staging);
    }
}
function otherThanExpected({ verifiedBy }, source, verb, is, expected) {
    const make = verifiedBy === 'pin' ? ciliumCliErrors.EHA1464 : ciliumCliErrors.EHA1465;
    return make(`${source} ${verb} the SHA-256 ${is}, not ${expected}.`);
}
/** SHA-256 of the archive, which is inflated only after it was compared. */
async function save(downloader, { url, signal }, file) {
    return downloader.stream(url, ARCHIVE_BYTES, signal, async (chunks) => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const target = await (0,promises_.open)(file, 'w');
        try {
            for await (const chunk of chunks) {
                hash.update(chunk);
                await target.writeFile(chunk);
            }
        }
        finally {
            await target.close();
        }
        return hash.digest('hex');
    });
}
async function extract(archive, { tool, platform }, staging, source) {
    const { untarEntry } = await __webpack_require__.e(/* import() */ 683).then(__webpack_require__.bind(__webpack_require__, 7683));
    const entry = executableName(tool, platform);
    const bytes = await untarEntry(archive, {
        entry,
        file: (0,external_node_path_.join)(staging, entry),
        maximumBytes: PROGRAM_BYTES,
        refuse: (why) => ciliumCliErrors.EHA1467(`${source} cannot be used. ${why}`),
    });
    await (0,promises_.rm)(archive);
    return bytes;
}

;// CONCATENATED MODULE: ./actions/cilium-connectivity/src/suite.js










function noSuite() {
    return {
        cli: undefined,
        cilium: undefined,
        planned: [],
        runs: [],
        pods: [],
        notChecked: [],
        diagnostics: '',
    };
}
/** Looks whether the suite can prove anything here, pins it to a node in each cloud, and runs it, into `found`. */
async function runSuite(work, deps) {
    const { door, name, inputs, found } = work;
    const { ciliumNamespace, cliVersion } = inputs.suite;
    found.cilium = await findCilium(door, ciliumNamespace, inputs.choice.names);
    const unjudged = judgeVersions(cliVersion, found.cilium.version);
    if (unjudged !== undefined)
        found.notChecked.push(`Not known is ${unjudged}.`);
    found.cli = await installCli(inputs, deps);
    const { tempDirectory } = deps.github;
    const login = await openLogin(inputs.place, door.connection, loginFolder(tempDirectory, name), deps);
    try {
        await runWith(found.cli.path, login, found.cilium, work, deps);
    }
    finally {
        login.close();
    }
}
async function runWith(program, login, { pair, nodes }, { door, name, inputs, found, timeLeft }, deps) {
    const { ciliumNamespace, cliVersion, patterns, batchSize, reruns, batchTimeoutMs, extra } = inputs.suite;
    const folder = (0,external_node_path_.join)(deps.github.tempDirectory, name);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const env = { KUBECONFIG: login.kubeconfig };
    const cli = { program, cwd: folder, env, runProcess: deps.runProcess };
    await confirmCli(cli, cliVersion);
    const place = { ciliumNamespace, context: login.context };
    await checkStatus(cli, (0,suite_plan/* contextArguments */.U$)(place));
    const label = nodeLabel(name, deps.clock.now());
    await labelPair(door, pair, label);
    deps.log.info(`The suite runs between ${pair.aws.name} in AWS and ${pair.azure.name} in Azure.`);
    found.planned = (0,suite_plan/* planBatches */.un)(patterns, batchSize);
    const given = { ...place, namespace: name, namespaceLabel: namespaceLabel(name), nodeLabel: label, extra };
    const options = { arguments: given, batchTimeoutMs, reruns, folder, timeLeft };
    const onRun = async (run) => {
        found.runs.push(run);
        // Pods are where they are only as long as they are there.
        const { items } = await door.list(resources/* PODS */.Dp, { namespace: `${name}-1` });
        const seen = suitePods(items, nodes);
        const before = found.pods.filter((pod) => !seen.some((one) => one.name === pod.name));
        found.pods = [...before, ...seen];
    };
    await runBatches(found.planned, cli, options, onRun, deps);
}
/** Says plainly when nothing but the release itself vouches for the program. */
async function installCli({ suite, toolCache, proxy }, deps) {
    const { cliVersion: version, sha256, mirrorUrl } = suite;
    const pin = sha256 === undefined ? {} : { sha256 };
    const mirror = mirrorUrl === undefined ? {} : { mirrorUrl };
    const installed = await installCiliumCli({ version, ...pin, ...mirror, toolCache, proxy }, deps);
    const vouched = {
        pin: 'the given SHA-256',
        table: 'the SHA-256 that comes with this action',
        release: "the release's own SHA-256 alone; cilium-cli-sha256 would pin it",
    };
    const where = installed.fromCache ? 'from the tool cache' : 'downloaded';
    deps.log.info(`cilium-cli ${installed.version} ${where}, verified by ${vouched[installed.verifiedBy]}.`);
    return installed;
}

// EXTERNAL MODULE: ./actions/cilium-connectivity/src/diagnose.js + 2 modules
var diagnose = __webpack_require__(1187);
;// CONCATENATED MODULE: ./actions/cilium-connectivity/src/suite-diagnose.js

/**
 * Keeps what explains a suite that did not pass whole, while its pods are still there. Not by `cilium sysdump`: what that
 * packs into its archive could not be searched for secrets here.
 * @returns the folder; empty when nothing was to be kept
 */
async function diagnoseSuite(inputs, name, { cilium, planned, runs }, deps) {
    const isWhole = planned.length > 0 && planned.every(({ number }) => hasPassed(number, runs));
    if (!inputs.diagnostics || isWhole || cilium === undefined)
        return '';
    const { aws, azure } = cilium.pair;
    return (0,diagnose/* keepDiagnostics */.A)(inputs, `${name}-1`, [aws.name, azure.name], deps);
}
/** At once: what passed when it was run again has failed before, and that is to be explained, too. */
function hasPassed(number, runs) {
    const own = runs.filter(({ batch }) => batch.number === number);
    const isGood = ({ lost, cases }) => lost === undefined && cases.length > 0 && cases.every(({ outcome }) => outcome === 'passed');
    return own.length > 0 && own.every(isGood);
}

;// CONCATENATED MODULE: ./lib/connectivity/suite-verdict.js


/** Judges what was run. */
function judgeSuite(facts) {
    const counted = facts.runs.filter(({ lost }) => lost === undefined);
    const place = createPlacing(facts.pods, facts.nodes);
    const checks = rowsOf(counted).map((row) => actionCheck(row, place, facts.allowFlaky));
    const tests = testsOf(counted);
    return {
        checks: [...checks, ...batchChecks(facts, counted), ...pairChecks(facts, counted)],
        tests,
        executedTests: tests.filter(({ actions }) => actions > 0).length,
    };
}
function rowsOf(runs) {
    const rows = new Map();
    const add = (test, action, outcome, message) => {
        const key = `${test} ${action?.text ?? ''}`;
        const row = rows.get(key) ?? { test, action, attempts: [], message: '' };
        row.attempts.push(outcome);
        if (message !== '')
            row.message = message;
        rows.set(key, row);
    };
    for (const { cases, output } of runs) {
        for (const one of cases) {
            const { name, outcome, message } = one;
            const actions = actionsOf(one, output);
            for (const { action, failed, why } of actions)
                add(name, action, failed ? 'failed' : 'passed', why);
            const isUnexplained = outcome === 'failed' && !actions.some(({ failed }) => failed);
            if (isUnexplained)
                add(name, undefined, 'failed', message);
            else if (rows.has(`${name} `))
                add(name, undefined, 'passed', '');
        }
    }
    return [...rows.values()];
}
/** Actions that were printed, and those that the report alone has. */
function actionsOf({ name, failedActions }, { actions, messages }) {
    const failed = new Map(failedActions.map(({ action, message }) => [action, message]));
    const printed = actions.filter(({ test }) => test === name);
    const texts = new Set(printed.map(({ text }) => text));
    const unprinted = [...failed.keys()].flatMap((text) => (texts.has(text) ? [] : (parseAction(text) ?? [])));
    return [...printed, ...unprinted].map((action) => {
        const said = failed.get(action.text);
        const why = said === undefined ? '' : said === '' ? (messages.get(action.text) ?? '') : said;
        return { action, failed: said !== undefined, why };
    });
}
const SUITE = { name: 'suite', cloud: 'cluster' };
function actionCheck({ test, action, attempts, message }, place, allowFlaky) {
    const source = action?.peers === undefined ? SUITE : place(action.peers.source);
    const target = action?.peers === undefined ? { ...SUITE, name: test } : place(action.peers.target);
    const last = attempts.at(-1) ?? 'failed';
    const isFlaky = last === 'passed' && attempts.includes('failed');
    const story = attempts.length > 1 && attempts.includes('failed') ? ` (runs: ${attempts.join(', ')})` : '';
    const outcome = isFlaky && !allowFlaky ? 'failed' : last;
    const detail = `${message === '' ? last : message}${story}`;
    return {
        kind: `suite ${test}`,
        action: action === undefined ? '' : `${action.scenario}:${action.name}`,
        source,
        target,
        outcome,
        detail,
        attempts,
    };
}
function testsOf(runs) {
    const tests = new Map();
    for (const { cases, output } of runs) {
        for (const { name, outcome, seconds, failedActions } of cases) {
            const own = tests.get(name) ?? { attempts: [], actions: 0, seconds: 0 };
            own.attempts.push(outcome === 'failed' ? 'failed' : 'passed');
            const printed = output.actions.filter(({ test }) => test === name).length;
            own.actions = Math.max(own.actions, printed, failedActions.length);
            own.seconds += seconds;
            tests.set(name, own);
        }
    }
    return [...tests].map(([name, rest]) => ({ name, ...rest, seconds: Math.round(rest.seconds) }));
}
function ownCheck(target, outcome, detail, ends) {
    const [source, end] = ends ?? [SUITE, { name: target, cloud: 'cluster' }];
    const kind = ends === undefined ? 'suite-batch' : 'suite-pairs';
    return { kind, action: '', source, target: end, outcome, detail, attempts: [] };
}
/** A batch without results, and a pattern for which nothing ran: neither is proven by what the others found. */
function batchChecks({ planned, runs }, counted) {
    return planned.flatMap((batch) => {
        const name = batch.patterns.join(' ');
        const own = runs.filter((run) => run.batch.number === batch.number);
        const lost = own.find((run) => run.lost !== undefined);
        if (own.length === 0)
            return [ownCheck(name, 'unknown', 'not begun before the run ended')];
        const again = lost !== undefined && lost.attempt > 1 ? `run ${String(lost.attempt)} gave no result: ` : '';
        const losses = lost === undefined ? [] : [ownCheck(name, 'unknown', `${again}${lost.lost ?? ''}`)];
        if (lost?.attempt === 1)
            return losses;
        const ran = counted
            .filter((run) => run.batch.number === batch.number)
            .flatMap(({ output }) => output.actions.map(({ test, scenario }) => `${test}/${scenario}`));
        const idle = batch.patterns.filter((pattern) => !ran.some((one) => isMatch(pattern, one)));
        const skipped = own[0]?.skipped ?? 0;
        const why = `nothing ran for it: ${String(skipped)} tests were skipped`;
        return [...losses, ...idle.map((pattern) => ownCheck(pattern, 'unknown', why))];
    });
}
/** Patterns are Go's; one that this language does not know is taken to match what its batch ran. */
function isMatch(pattern, scenario) {
    try {
        return new RegExp(pattern).test(scenario);
    }
    catch {
        return true;
    }
}
const WAYS = [
    ['aws', 'azure'],
    ['azure', 'aws'],
];
const NAMES = { aws: 'AWS', azure: 'Azure' };
/** That pairs on two nodes were pairs in two clouds, both ways: seen by where pods were, not by what they are called. */
function pairChecks({ pods, runs }, counted) {
    const actions = counted.flatMap(({ output }) => output.actions);
    const isSingleNode = runs.some(({ output }) => output.isSingleNode);
    const together = pods.find(({ role, node }) => role === 'echo-other-node' &&
        pods.some((pod) => pod.role === 'client' && pod.node.cloud === node.cloud));
    return WAYS.map(([from, to]) => {
        const ends = [NAMES[from], NAMES[to]].map((name, index) => ({ name, cloud: index === 0 ? from : to }));
        const check = (outcome, detail) => ownCheck('', outcome, detail, ends);
        if (isSingleNode)
            return check('failed', 'the suite went over to its mode for single nodes');
        if (together !== undefined) {
            const { cloud, name } = together.node;
            return check('failed', `client and ${together.role} are both in ${NAMES[cloud]} (${name})`);
        }
        const crossing = actions.filter(({ peers }) => {
            const [source, target] = [peers?.source, peers?.target].map((peer) => peer && podOf(pods, peer));
            return source?.node.cloud === from && target?.node.cloud === to;
        });
        return crossing.length === 0
            ? check('unknown', `no action went from a pod in ${NAMES[from]} to one in ${NAMES[to]}`)
            : check('passed', `${String(crossing.length)} actions`);
    });
}

// EXTERNAL MODULE: ./actions/cilium-connectivity/src/document.js + 4 modules
var src_document = __webpack_require__(7749);
;// CONCATENATED MODULE: ./actions/cilium-connectivity/src/suite-document.js



/** The document of a run of Cilium's suite: its checks and the proofs beside them in place of those of probes. */
function suiteDocument(parts, deps) {
    const { inputs, found, failure } = parts;
    const { allowFlaky, minimumTests } = inputs.suite;
    const { cilium, planned, runs, pods } = found;
    const nodes = cilium?.nodes ?? [];
    const result = judgeSuite({ planned, runs, pods, nodes, allowFlaky });
    const checks = result.checks.map((check) => ({ ...check, attempts: [...check.attempts], cause: null }));
    const counts = (0,src_document/* countsOf */.mQ)(checks);
    const isWhole = failure === undefined && !deps.signal.aborted && counts.unknown === 0;
    const isProven = isWhole && counts.passed > 0 && result.executedTests >= minimumTests;
    const pair = cilium === undefined ? [] : [cilium.pair.aws.name, cilium.pair.azure.name];
    return connectivity_document/* connectivityDocument */.L0.create({
        verdict: counts.failed > 0 ? 'failed' : isProven ? 'passed' : 'unknown',
        cluster: inputs.clusterName,
        podRouting: inputs.routing,
        image: '',
        ...suitePart(found, result, minimumTests),
        counts,
        nodes: nodes.map(({ name, cloud, zone }) => ({ name, cloud, zone, isProbed: pair.includes(name) })),
        checks,
        causes: [],
        latencies: [],
        paths: [],
        sources: [],
        effort: { pods: pods.length, calls: runs.length, seconds: parts.seconds },
        ...(0,src_document/* frameOf */.Dm)(parts, checks, deps),
    });
}
/** Nothing where it ended before nodes and program were there: the document says why it ended. */
function suitePart({ cli, cilium, runs }, { tests }, minimumTests) {
    if (cli === undefined || cilium === undefined)
        return {};
    const { version, sha256, verifiedBy, fromCache } = cli;
    return {
        suite: {
            cli: { version, sha256, verifiedBy, fromCache },
            cilium: cilium.version ?? null,
            nodes: { aws: cilium.pair.aws.name, azure: cilium.pair.azure.name },
            runs: runs.map(({ batch, attempt, cases, skipped, seconds, lost }) => ({
                batch: batch.number,
                attempt,
                patterns: [...batch.patterns],
                ran: cases.length,
                skipped,
                seconds,
                lost: lost ?? null,
            })),
            tests: tests.map((test) => ({ ...test, attempts: [...test.attempts] })),
            minimumTests,
        },
    };
}

;// CONCATENATED MODULE: ./actions/cilium-connectivity/src/suite-mode.js














/** Mode `suite`: sweeps, runs Cilium's own suite, removes, reports. */
async function runSuiteMode(inputs, deps) {
    const start = deps.clock.now();
    const previous = readPrevious(inputs);
    const found = noSuite();
    const failure = await work(inputs, found, deps);
    const seconds = Math.round((deps.clock.now() - start) / 1000);
    const document = suiteDocument({ inputs, found, previous, seconds, failure }, deps);
    const junit = (0,external_node_path_.join)(deps.github.tempDirectory, 'connectivity-junit.xml');
    (0,atomic_file/* writeFileAtomically */.lo)(junit, (0,connectivity_junit/* connectivityJunit */.e)(document));
    annotate(document, deps);
    const error = suite_mode_failureOf(document, inputs, failure);
    const { verdict, counts, checks, suite } = document;
    return {
        outputs: {
            verdict,
            passed: counts.passed,
            failed: counts.failed,
            'not-possible': counts.notPossible,
            unknown: counts.unknown,
            tests: suite?.tests.filter(({ actions }) => actions > 0).length ?? 0,
            flaky: checks.filter(isFlaky).length,
            causes: '',
            diagnostics: found.diagnostics,
            junit,
        },
        report: { fileName: 'connectivity.json', document },
        summary: (0,connectivity_summary/* connectivitySummary */.q)(document),
        ...(error === undefined ? {} : { failure: error }),
    };
}
function isFlaky({ attempts = [] }) {
    return attempts.at(-1) === 'passed' && attempts.includes('failed');
}
function readPrevious({ previousReport }) {
    if (previousReport === undefined || !(0,external_node_fs_.existsSync)(previousReport))
        return undefined;
    return connectivity_document/* connectivityDocument */.L0.read(previousReport);
}
/** Gives the error that ended the suite before its end, if any. Cancellation is the harness's to report. */
async function work(inputs, found, deps) {
    const name = newSuiteName(deps.github.runId, deps.github.runAttempt);
    const end = deps.clock.now() + inputs.timeoutMs;
    const timeLeft = () => end - deps.clock.now();
    let isMade = false;
    try {
        const door = await (0,kubernetes_door/* openCluster */.D)(inputs.place, deps);
        const swept = await sweepSuites(door, inputs.orphanAfterMs, deps.clock);
        if (swept.length > 0)
            deps.log.notice(`Removed what earlier runs left behind: ${swept.join(', ')}.`);
        deps.state.set(clean_up/* STATE */.c4.place, JSON.stringify(inputs.place));
        deps.state.set(clean_up/* STATE */.c4.suite, name);
        isMade = true;
        await runSuite({ door, name, inputs, found, timeLeft }, deps);
        return undefined;
    }
    catch (error) {
        if (deps.signal.aborted)
            return undefined;
        if (error instanceof errors/* ActionError */.l)
            return error;
        throw error;
    }
    finally {
        if (isMade && !deps.signal.aborted) {
            found.diagnostics = await diagnoseSuite(inputs, name, found, deps);
            await removeNow(inputs, name, deps);
        }
    }
}
/** What fails here is tried again by the post step. */
async function removeNow({ place }, name, deps) {
    try {
        await closeSuite(await (0,kubernetes_door/* openCluster */.D)(place, deps), name, clean_up/* REMOVAL_MS */.OE, deps);
        deps.state.set(clean_up/* STATE */.c4.isRemoved, 'true');
    }
    catch (error) {
        deps.log.info(`${name} is not removed yet: ${error instanceof Error ? error.message : String(error)}`);
    }
}
const MOST_ANNOTATIONS = 10;
const MOST_LINES = 20;
/** One for each test that failed, with the pairs; and one for each batch and each proof that is missing. */
function annotate({ checks }, { log }) {
    const bad = checks.filter(({ outcome }) => outcome !== 'passed');
    const kinds = [...new Set(bad.map(({ kind }) => kind))];
    for (const kind of kinds.slice(0, MOST_ANNOTATIONS)) {
        const own = bad.filter((check) => check.kind === kind);
        const lines = own.slice(0, MOST_LINES).map((check) => `${(0,connectivity_document/* checkName */.I3)(check)}: ${check.detail}`);
        log.warning([`${String(own.length)} not passed`, ...lines].join('\n'), { title: kind });
    }
}
function suite_mode_failureOf(document, { suite: { minimumTests } }, failure) {
    const { verdict, checks, suite } = document;
    if (verdict === 'failed') {
        const failed = checks.filter(({ outcome }) => outcome === 'failed');
        const lines = failed.slice(0, MOST_LINES).map((check) => `- ${(0,connectivity_document/* checkName */.I3)(check)}: ${check.detail}`);
        const text = [`${(0,connectivity_summary/* connectivityVerdict */.h)(document)}.`, ...lines].join('\n');
        return suiteErrors.EHA1825(text, { cause: failure });
    }
    if (failure !== undefined)
        return failure;
    if (verdict === 'passed')
        return undefined;
    const ran = suite?.tests.filter(({ actions }) => actions > 0).length ?? 0;
    const few = ran < minimumTests ? ` Only ${String(ran)} of at least ${String(minimumTests)} tests ran.` : '';
    const lines = checks.filter(({ outcome }) => outcome === 'unknown').slice(0, MOST_LINES);
    const reasons = lines.map((check) => `\n- ${(0,connectivity_document/* checkName */.I3)(check)}: ${check.detail}`).join('');
    return suiteErrors.EHA1826(`Connectivity is ${(0,connectivity_summary/* connectivityVerdict */.h)(document)}.${few}${reasons}`);
}


/***/ }),

/***/ 6810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf)
/* harmony export */ });
/** The `code` of an error of Node (`ENOSPC`, `Z_DATA_ERROR`) or of this suite; empty when there is none. */
function codeOf(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return '';
    return typeof error.code === 'string' ? error.code : '';
}


/***/ })

};
