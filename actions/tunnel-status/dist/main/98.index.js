export const id = 98;
export const ids = [98];
export const modules = {

/***/ 5098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readAzureLinks: () => (/* binding */ readAzureLinks)
});

// EXTERNAL MODULE: ./lib/tunnels/parallel.js
var parallel = __webpack_require__(1993);
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __webpack_require__(308);
// EXTERNAL MODULE: ./lib/action/retry.js
var retry = __webpack_require__(3045);
// EXTERNAL MODULE: ./lib/terraform/plan-json.js
var plan_json = __webpack_require__(1155);
;// CONCATENATED MODULE: ./lib/action/kept-value.js
/**
 * Keeps a value that takes a request to make and is good for some time, such as a token. Callers that come while it is
 * being made wait for the same one, so that many reads at once log in once. A failure is told to all of them and not
 * kept.
 * @param isFresh whether a value may be used still
 * @returns gives the value; with `anew` one that was asked for later than the last, because that was refused
 */
function keepValue(make, isFresh) {
    let last;
    let running;
    const renew = async () => {
        try {
            const value = await make();
            last = { value };
            return value;
        }
        finally {
            running = undefined;
        }
    };
    return async (anew = false) => {
        if (running === undefined && !anew && last !== undefined && isFresh(last.value))
            return last.value;
        running ??= renew();
        return running;
    };
}

;// CONCATENATED MODULE: ./lib/net/sources/errors.js

/** What can go wrong where addresses are read. */
const sourceErrors = (0,errors/* defineErrors */.V)({
    EHA1520: {
        kind: 'user',
        title: 'Address file not read',
        likelyCause: 'The path is relative to another folder, or an earlier step did not write the file.',
        remedy: 'Give the path relative to the workspace, and check it out or write it before this step.',
    },
    EHA1521: {
        kind: 'user',
        title: 'Address file refused',
        likelyCause: 'A key is misspelt or indented wrongly, or a value has another type than its key takes.',
        remedy: 'Correct the lines the message names; the format is in the README of cidr-check.',
    },
    EHA1522: {
        kind: 'user',
        title: 'Neither a plan nor a state',
        likelyCause: 'The file is a plan in the binary form, the log of `terraform plan -json`, or something else altogether.',
        remedy: 'Give what `terraform show -json <plan>` or `terraform show -json` writes, or a state file of version 4.',
    },
    EHA1523: {
        kind: 'user',
        title: 'State JSON not read',
        likelyCause: 'The file was cut off or edited, or it is a state of a version before Terraform 0.12.',
        remedy: 'Write it again with `terraform show -json > state.json` or `terraform state pull > state.json`.',
    },
    EHA1524: {
        kind: 'user',
        title: 'Address plan of the stacks refused',
        likelyCause: 'The output `address_plan` was changed, or comes from another version of the foundation stack.',
        remedy: 'Take the output as the foundation stack of this version writes it, or leave it out.',
    },
    EHA1525: {
        kind: 'user',
        title: 'No credentials for a live account',
        likelyCause: 'The job did not log in to the cloud before this step, lacks `id-token: write`, or the cloud does not trust this repository, branch or environment.',
        remedy: 'Log in first (aws-actions/configure-aws-credentials, azure/login), or check the trust of the role or federated credential.',
    },
    EHA1526: {
        kind: 'service',
        title: 'Live account did not answer',
        likelyCause: 'The cloud is throttling or has an outage, or a proxy or firewall of the runner cuts connections.',
        remedy: 'Run again later; when it stays, look at the service health pages and the network of the runner.',
    },
});

;// CONCATENATED MODULE: ./lib/azure/credential.js



/** A token with less time left is not used any more: the call it is for may take a while. */
const LEAST_LEFT_MS = 120_000;
/** The audience that federated credentials of Entra ID expect by default. */
const AUDIENCE = 'api://AzureADTokenExchange';
const ANSWER_MS = 20_000;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/**
 * Tokens for Azure without a stored secret: the job's OIDC token exchanged at Entra ID where the environment names a
 * client and a tenant and the job may ask for one, else the Azure CLI, which azure/login has logged in. A token is kept
 * for all calls until shortly before its end.
 * @param subscriptionId for the CLI; empty for the one it has selected
 * @throws from `getToken` EHA1525 when there are no credentials or they are refused, EHA1526 when nobody answers
 */
function createAzureCredential(environment, subscriptionId, deps) {
    const request = (scope) => {
        const { clientId, tenantId, idToken } = environment;
        if (clientId === undefined || tenantId === undefined || idToken === undefined) {
            return fromCli(scope, subscriptionId, deps);
        }
        return exchange({ clientId, tenantId, idToken, host: environment.authorityHost }, scope, deps);
    };
    const kept = new Map();
    return {
        getToken: (scopes) => {
            const scope = typeof scopes === 'string' ? scopes : scopes.join(' ');
            const get = kept.get(scope) ??
                keepValue(() => request(scope), ({ expiresOnTimestamp }) => expiresOnTimestamp - deps.clock.now() > LEAST_LEFT_MS);
            kept.set(scope, get);
            return get();
        },
    };
}
async function exchange(federation, scope, deps) {
    const { clientId, tenantId, idToken, host } = federation;
    const assertion = await requestIdToken(idToken, deps);
    const answer = await fetchJson('Entra ID token', `${host}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: clientId,
            scope,
            client_assertion_type: ASSERTION_TYPE,
            client_assertion: assertion,
        }),
    }, deps);
    const { access_token: token, expires_in: seconds } = answer;
    if (typeof token !== 'string' || token === '') {
        throw sourceErrors.EHA1526('Entra ID answered without a token.');
    }
    deps.mask(token);
    return { token, expiresOnTimestamp: deps.clock.now() + Number(seconds ?? 0) * 1000 };
}
async function requestIdToken({ url, token }, deps) {
    const address = new URL(url);
    address.searchParams.set('audience', AUDIENCE);
    const headers = { authorization: `bearer ${token}` };
    const { value } = await fetchJson('GitHub OIDC token', address.href, { headers }, deps);
    if (typeof value !== 'string' || value === '')
        throw sourceErrors.EHA1526('GitHub answered without a token.');
    deps.mask(value);
    return value;
}
class HttpFailure extends Error {
    status;
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}
/** @throws EHA1525 for a refusal (4xx), EHA1526 when nobody answers. Messages hold what the service says, no token. */
async function fetchJson(name, url, init, deps) {
    let refusal;
    try {
        return await (0,retry/* retry */.L)(name, async () => {
            const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]);
            const response = await fetch(url, { ...init, signal, redirect: 'error' });
            const text = await response.text();
            if (response.ok)
                return JSON.parse(text);
            throw new HttpFailure(response.status, refusalText(text, response.status));
        }, {
            ...deps,
            deadlineMs: 60_000,
            isRetryable: (error) => {
                if (!(error instanceof HttpFailure))
                    return !(error instanceof SyntaxError);
                refusal = error;
                return error.status === 429 || error.status >= 500;
            },
        });
    }
    catch (error) {
        deps.signal.throwIfAborted();
        if (refusal !== undefined && error === refusal) {
            throw sourceErrors.EHA1525(`${name} was refused: ${refusal.message}`);
        }
        const why = error instanceof Error ? error.message : String(error);
        throw sourceErrors.EHA1526(why.startsWith(name) ? why : `${name} failed: ${why}`, { cause: error });
    }
}
/** Entra ID describes a refusal over several lines; the first says it, with its AADSTS code. */
function refusalText(text, status) {
    try {
        const { error_description: described, error } = JSON.parse(text);
        if (typeof described === 'string')
            return described.split(/\r?\n| Trace ID:/)[0] ?? '';
        if (typeof error === 'string')
            return `${error} (${status})`;
    }
    catch {
        // A proxy's page says nothing that helps.
    }
    return `the answer had status ${status}`;
}
async function fromCli(scope, subscriptionId, deps) {
    const argv = [
        'az',
        'account',
        'get-access-token',
        '--scope',
        scope,
        ...(subscriptionId === '' ? [] : ['--subscription', subscriptionId]),
    ];
    const { stdout, stderr, exitCode } = await deps
        .runProcess([...argv, '--output', 'json'], { cwd: deps.github.tempDirectory })
        .catch((cause) => {
        throw sourceErrors.EHA1525('The job has no federated credential (AZURE_CLIENT_ID, AZURE_TENANT_ID and id-token: write) and no Azure CLI.', { cause });
    });
    if (exitCode !== 0) {
        const said = stderr.trim().split('\n').at(-1) ?? '';
        throw sourceErrors.EHA1525(`The Azure CLI gave no token: ${said}`);
    }
    return readCliAnswer(stdout, deps);
}
function readCliAnswer(stdout, deps) {
    let answer = {};
    try {
        answer = JSON.parse(stdout);
    }
    catch {
        throw sourceErrors.EHA1525('The Azure CLI answered in an unexpected form.');
    }
    const { accessToken: token, expires_on: seconds, expiresOn: local } = answer;
    if (typeof token !== 'string' || token === '') {
        throw sourceErrors.EHA1525('The Azure CLI answered without a token.');
    }
    deps.mask(token);
    // `expires_on` (seconds) came with version 2.54; before, there was local time alone.
    const expires = typeof seconds === 'number' ? seconds * 1000 : Date.parse(String(local));
    return { token, expiresOnTimestamp: Number.isNaN(expires) ? deps.clock.now() + 60_000 : expires };
}

;// CONCATENATED MODULE: ./lib/azure/vpn-gateway-client.js




const ATTEMPTS = 6;
const DEADLINE_MS = 90_000;
const vpn_gateway_client_ANSWER_MS = 30_000;
const MOST_PAGES = 1000;
/**
 * A client of Microsoft.Network of which each request retries for itself: in an operation that takes long, a poll that is
 * throttled is polled again, and the operation is not started anew, which would count as a write.
 */
async function createNetworkClient(subscriptionId, environment, deps) {
    const { NetworkManagementClient: Client } = await __webpack_require__.e(/* import() */ 237).then(__webpack_require__.bind(__webpack_require__, 1237));
    return new Client(createAzureCredential(environment, subscriptionId, deps), subscriptionId, {
        endpoint: environment.endpoint,
        retryOptions: { maxRetries: 0 },
        additionalPolicies: [
            { policy: retrying(deps), position: 'perRetry' },
            { policy: completeReferences, position: 'perCall' },
        ],
    });
}
class Refused extends Error {
    retryAfterMs;
    constructor(message, retryAfterMs) {
        super(message);
        this.retryAfterMs = retryAfterMs;
    }
}
function retrying(deps) {
    return {
        name: 'retryingByItself',
        sendRequest: (request, next) => {
            const name = `ARM ${nameOf(request.url)}`;
            const outer = request.abortSignal;
            return (0,retry/* retry */.L)(name, async () => {
                const signals = [
                    deps.signal,
                    AbortSignal.timeout(vpn_gateway_client_ANSWER_MS),
                    ...(outer === undefined ? [] : [outer]),
                ];
                request.abortSignal = AbortSignal.any(signals);
                const response = await next(request);
                const { status } = response;
                if (status !== 429 && status !== 408 && status < 500)
                    return response;
                const seconds = Number(response.headers.get('retry-after'));
                throw new Refused(`status ${status}`, Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined);
            }, {
                ...deps,
                attempts: ATTEMPTS,
                deadlineMs: DEADLINE_MS,
                isRetryable: (error) => outer?.aborted !== true && isPassing(error),
                retryAfterMs: (error) => (error instanceof Refused ? error.retryAfterMs : undefined),
            });
        },
    };
}
/** The last part of the path that is a name of a kind, not of an object. */
function nameOf(url) {
    const path = new URL(url).pathname.split('/').filter((part) => part !== '');
    const provider = path.indexOf('Microsoft.Network');
    const parts = path.slice(provider + 1);
    return parts.filter((_part, index) => index % 2 === 0).join('/') || 'request';
}
const CONNECTION = /\b(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|REQUEST_SEND_ERROR)\b/;
function isPassing(error) {
    if (error instanceof Refused)
        return true;
    if (error instanceof errors/* ActionError */.l)
        return false;
    const { code, message, name } = (error ?? {});
    return (CONNECTION.test(`${code ?? ''} ${message ?? ''}`) || name === 'AbortError' || name === 'TimeoutError');
}
const REFERENCES = ['virtualNetworkGateway1', 'virtualNetworkGateway2', 'localNetworkGateway2'];
/** As in network.ts: the SDK reads references of a connection as whole gateways, and fails without their `properties`. */
const completeReferences = {
    name: 'completeReferences',
    async sendRequest(request, next) {
        const response = await next(request);
        if (response.status !== 200 || !/\/connections(?:\/[^/?]+)?(?:\?|$)/i.test(request.url))
            return response;
        const body = JSON.parse(response.bodyAsText ?? '{}');
        const items = Array.isArray(body['value']) ? body['value'] : [body];
        for (const item of items) {
            const properties = (0,plan_json/* isObject */.Gv)(item) && (0,plan_json/* isObject */.Gv)(item['properties']) ? item['properties'] : {};
            for (const name of REFERENCES) {
                const reference = properties[name];
                if ((0,plan_json/* isObject */.Gv)(reference))
                    Object.assign(reference, { properties: reference['properties'] ?? {} });
            }
        }
        return { ...response, bodyAsText: JSON.stringify(body) };
    },
};
/** One call; failures become reasons. @param name for people, such as `ARM getBgpPeerStatus` */
async function readArm(name, call, { signal }) {
    try {
        return { ok: true, value: await call() };
    }
    catch (error) {
        signal.throwIfAborted();
        return { ok: false, reason: reasonOf(name, error) };
    }
}
/** All of a paged list; what was read before a failure proves nothing. */
function readArmList(name, list, deps) {
    return readArm(name, async () => {
        const items = [];
        for await (const item of list()) {
            items.push(item);
            if (items.length > MOST_PAGES * 100)
                throw new Error('the list has no end');
        }
        return items;
    }, deps);
}
/** An operation that Azure takes time for: started, then polled as its answer says, until a deadline in milliseconds. */
function readOperation(name, start, deadlineMs, deps) {
    const limit = AbortSignal.timeout(deadlineMs);
    return readArm(name, async () => {
        try {
            return await start(AbortSignal.any([deps.signal, limit]));
        }
        catch (error) {
            if (limit.aborted && !deps.signal.aborted) {
                throw new Error(`it did not end within ${Math.round(deadlineMs / 1000)} s`, { cause: error });
            }
            throw error;
        }
    }, deps);
}
function reasonOf(name, error) {
    if (error instanceof errors/* ActionError */.l)
        return error.message;
    const { statusCode, code, message } = (error ?? {});
    const first = (message ?? String(error)).split('\n')[0] ?? '';
    const said = code === undefined || code === '' ? first : `${code}: ${first}`;
    const isDenied = statusCode === 401 || statusCode === 403;
    return isDenied ? `${name} was denied (${said})` : `${name} failed (${said})`;
}

;// CONCATENATED MODULE: ./lib/azure/route-server.js


const AT_ONCE = 8;
/** Route Servers of resource groups with their peers and what these give; a virtual hub of a virtual WAN is none. */
async function readRouteServers(groups, context) {
    const { client, deps } = context;
    const listed = await readArmList('ARM virtualHubs', () => client.virtualHubs.list(), deps);
    if (!listed.ok)
        return listed;
    const wanted = new Set(groups.map((group) => group.toLowerCase()));
    const own = listed.value.flatMap((hub) => {
        const group = /\/resourceGroups\/([^/]+)\//i.exec(hub.id ?? '')?.[1]?.toLowerCase() ?? '';
        return hub.virtualWan === undefined && wanted.has(group) ? [{ hub, group }] : [];
    });
    const value = await (0,parallel/* mapLimited */.b)(own, AT_ONCE, async ({ hub, group }) => {
        const name = hub.name ?? '';
        const peers = await readArmList(`ARM bgpConnections of ${name}`, () => client.virtualHubBgpConnections.list(group, name), deps);
        return {
            name,
            group,
            branchToBranch: hub.allowBranchToBranchTraffic ?? null,
            provisioningState: hub.provisioningState ?? '',
            peers: peers.ok
                ? {
                    ok: true,
                    value: await (0,parallel/* mapLimited */.b)(peers.value, AT_ONCE, (peer) => readPeer(group, name, peer, context)),
                }
                : peers,
        };
    });
    return { ok: true, value };
}
async function readPeer(group, server, raw, { client, operationMs, deps }) {
    const name = raw.name ?? '';
    const learned = await readOperation(`ARM learnedRoutes of ${server}/${name}`, (abortSignal) => client.virtualHubBgpConnections.listLearnedRoutes(group, server, name, { abortSignal }), operationMs, deps);
    return {
        name,
        address: raw.peerIp ?? '',
        asn: raw.peerAsn?.toString() ?? '',
        state: raw.connectionState ?? '',
        learned: learned.ok ? routesOf(learned.value, name) : learned,
    };
}
/** Each of the two instances of a Route Server has its list, by the instance's role; a route is in both. */
function routesOf(answer, name) {
    const lists = Object.values(answer ?? {}).filter((list) => Array.isArray(list));
    if (lists.length === 0)
        return { ok: false, reason: `Azure answered without a list of routes of ${name}` };
    const routes = lists.flat().map((raw) => ({
        network: raw.network ?? '',
        sourcePeer: raw.sourcePeer ?? '',
        nextHop: raw.nextHop ?? '',
        origin: raw.origin ?? '',
        asPath: raw.asPath ?? '',
    }));
    return {
        ok: true,
        value: [...new Map(routes.map((route) => [`${route.network} ${route.asPath}`, route])).values()],
    };
}

// EXTERNAL MODULE: ./lib/tunnels/crypto.js
var tunnels_crypto = __webpack_require__(9091);
// EXTERNAL MODULE: ./lib/tunnels/private-link.js
var private_link = __webpack_require__(40);
// EXTERNAL MODULE: ./lib/tunnels/private-facts.js
var private_facts = __webpack_require__(4673);
;// CONCATENATED MODULE: ./lib/azure/express-route.js




/**
 * Connections of ExpressRoute gateways, each with its circuit and what the circuit's two routers know. As with tunnels, a
 * list leaves out how a connection is, so each is read by its name.
 */
async function readPrivateConnections(group, listed, context) {
    if (!listed.ok)
        return listed;
    const own = listed.value.filter(({ connectionType }) => /^expressroute$/i.test(connectionType));
    const circuits = new Map();
    const circuitOf = (id) => {
        const key = id.toLowerCase();
        const found = circuits.get(key) ?? readCircuit(id, context);
        circuits.set(key, found);
        return found;
    };
    const read = await (0,parallel/* mapLimited */.b)(own, vpn_gateway_AT_ONCE, async (one) => {
        const name = one.name ?? '';
        const [answer, circuit] = await Promise.all([
            readArm(`ARM connection ${name}`, () => context.client.virtualNetworkGatewayConnections.get(group, name), context.deps),
            circuitOf(one.peer?.id ?? ''),
        ]);
        return answer.ok ? { ok: true, value: toConnection(answer.value, circuit, context) } : answer;
    });
    const failed = read.find((answer) => !answer.ok);
    if (failed?.ok === false)
        return failed;
    return { ok: true, value: read.flatMap((answer) => (answer.ok ? [answer.value] : [])) };
}
function toConnection(raw, circuit, { deps }) {
    for (const key of [raw.sharedKey, raw.authorizationKey])
        maskKey(key, deps);
    return {
        id: raw.id ?? '',
        name: raw.name ?? '',
        gatewayId: raw.virtualNetworkGateway1.id ?? '',
        provisioningState: raw.provisioningState ?? '',
        status: raw.connectionStatus ?? '',
        circuitId: raw.peer?.id ?? '',
        circuit,
    };
}
function maskKey(key, { mask }) {
    if (key !== undefined && key !== '')
        mask(key);
}
const CIRCUIT_ID = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/expressRouteCircuits\/([^/]+)$/i;
async function readCircuit(id, context) {
    const [, subscription = '', group = '', name = ''] = CIRCUIT_ID.exec(id) ?? [];
    if (name === '')
        return { ok: false, reason: 'Azure does not name the circuit of the connection' };
    if (subscription.toLowerCase() !== context.subscriptionId.toLowerCase()) {
        return { ok: false, reason: `the circuit ${name} is of another subscription, which was not asked` };
    }
    const answer = await readArm(`ARM expressRouteCircuits ${name}`, () => context.client.expressRouteCircuits.get(group, name), context.deps);
    if (!answer.ok)
        return answer;
    maskCircuit(answer.value, context);
    const peering = privatePeering(answer.value);
    const devices = peering === null ? [] : private_facts/* CIRCUIT_DEVICES */.i;
    const tables = await Promise.all(devices.map(async (device) => {
        const routes = await readTable({ group, name, peering: peering?.name ?? '', device }, context);
        return [device, routes];
    }));
    return { ok: true, value: { ...toCircuit(answer.value), peering, routes: new Map(tables) } };
}
/** Keys that let others use the circuit, that its provider is given, and of BGP. */
function maskCircuit({ serviceKey, authorizationKey, authorizations = [], peerings = [] }, { deps }) {
    const keys = [
        serviceKey,
        authorizationKey,
        ...authorizations.map((one) => one.authorizationKey),
        ...peerings.map((one) => one.sharedKey),
    ];
    for (const key of keys)
        maskKey(key, deps);
}
async function readTable({ group, name, peering, device }, { client, operationMs, deps }) {
    const answer = await readOperation(`ARM routeTables ${device} of ${name}`, (abortSignal) => client.expressRouteCircuits.listRoutesTable(group, name, peering, device, { abortSignal }), operationMs, deps);
    if (!answer.ok)
        return answer;
    const rows = answer.value?.value;
    if (!Array.isArray(rows)) {
        return { ok: false, reason: `Azure answered without a list of routes of ${name} (${device})` };
    }
    const value = rows.map((row) => ({
        network: row.network ?? '',
        nextHop: row.nextHop ?? '',
        path: row.path ?? '',
    }));
    return { ok: true, value };
}
function privatePeering({ peerings = [] }) {
    const raw = peerings.find(({ peeringType }) => /^azureprivatepeering$/i.test(peeringType ?? ''));
    if (raw === undefined)
        return null;
    return {
        name: raw.name ?? 'AzurePrivatePeering',
        state: raw.state ?? '',
        provisioningState: raw.provisioningState ?? '',
        peerAsn: raw.peerASN?.toString() ?? null,
    };
}
function toCircuit(raw) {
    return {
        id: raw.id ?? '',
        name: raw.name ?? '',
        provisioningState: raw.provisioningState ?? '',
        circuitState: raw.circuitProvisioningState ?? '',
        providerState: raw.serviceProviderProvisioningState ?? '',
        provider: raw.serviceProviderProperties?.serviceProviderName ?? '',
        location: raw.serviceProviderProperties?.peeringLocation ?? '',
    };
}

;// CONCATENATED MODULE: ./lib/azure/vpn-gateway.js





/** Calls to one region of ARM at the same time. */
const vpn_gateway_AT_ONCE = 24;
/**
 * The gateways of a resource group with their connections. Lists leave out the state of connections, so each is read by
 * its name; routes and BGP peers are operations, all started at once.
 */
async function readGateways(group, context) {
    const { client, deps } = context;
    const [gateways, listed, locals] = await Promise.all([
        readArmList('ARM virtualNetworkGateways', () => client.virtualNetworkGateways.list(group), deps),
        readArmList('ARM connections', () => client.virtualNetworkGatewayConnections.list(group), deps),
        readArmList('ARM localNetworkGateways', () => client.localNetworkGateways.list(group), deps),
    ]);
    const [read, connections, privateConnections] = await Promise.all([
        (0,parallel/* mapLimited */.b)(gateways.ok ? gateways.value : [], vpn_gateway_AT_ONCE, (gateway) => readGateway(group, gateway, neighborsOf(gateway, listed, locals), context)),
        readConnections(group, { listed, locals }, context),
        readPrivateConnections(group, listed, context),
    ]);
    return { gateways: gateways.ok ? { ok: true, value: read } : gateways, connections, privateConnections };
}
const same = (one, other) => one !== undefined && one.toLowerCase() === other?.toLowerCase();
/** BGP addresses of the machines that the gateway's connections lead to. */
function neighborsOf(gateway, listed, locals) {
    if (!listed.ok || !locals.ok)
        return [];
    const own = listed.value.filter((one) => same(one.virtualNetworkGateway1.id, gateway.id));
    const found = own.flatMap(({ localNetworkGateway2: reference }) => {
        const local = locals.value.find(({ id }) => same(id, reference?.id));
        return local?.bgpSettings?.bgpPeeringAddress ?? [];
    });
    return [...new Set(found)];
}
async function readGateway(group, raw, neighbors, { client, operationMs, deps }) {
    const name = raw.name ?? '';
    const door = client.virtualNetworkGateways;
    const state = raw.provisioningState ?? '';
    const isBusy = /^(?:updating|creating|deleting)$/i.test(state);
    const operation = (what, start) => isBusy
        ? Promise.resolve({
            ok: false,
            reason: `${what} of ${name} was not asked for while the gateway is ${state}`,
        })
        : readOperation(`${what} of ${name}`, start, operationMs, deps);
    const advertisedTo = (neighbor) => operation('ARM getAdvertisedRoutes', (abortSignal) => door.getAdvertisedRoutes(group, name, neighbor, { abortSignal })).then((answer) => (answer.ok ? toList(answer.value.value, 'routes', toRoute) : answer));
    const [asked, learned, ...known] = await Promise.all([
        operation('ARM getBgpPeerStatus', (abortSignal) => door.getBgpPeerStatus(group, name, { abortSignal })),
        operation('ARM getLearnedRoutes', (abortSignal) => door.getLearnedRoutes(group, name, { abortSignal })),
        ...neighbors.map(advertisedTo),
    ]);
    const peers = asked.ok ? toList(asked.value.value, 'peers', toPeer) : asked;
    // No resource names Microsoft's edge routers; only the gateway's sessions do.
    const edges = raw.gatewayType === 'ExpressRoute' && peers.ok ? edgesOf(peers.value) : [];
    const routes = [...known, ...(await Promise.all(edges.map(advertisedTo)))];
    const told = [...neighbors, ...edges];
    return {
        ...toGateway(raw, group),
        peers,
        learned: learned.ok ? toList(learned.value.value, 'routes', toRoute) : learned,
        advertised: new Map(told.map((neighbor, index) => [neighbor, routes[index] ?? NOTHING])),
    };
}
/** Neighbours of an ExpressRoute gateway that are routers of a circuit, and not its own instances or a Route Server. */
function edgesOf(peers) {
    return [...new Set(peers.flatMap(({ asn, neighbor }) => (asn === private_link/* MICROSOFT_ASN */.oK ? neighbor : [])))];
}
const NOTHING = { ok: false, reason: 'it was not asked for' };
/** An answer without its list is half finished, and is not an empty one. */
function toList(items, what, show) {
    if (!Array.isArray(items))
        return { ok: false, reason: `Azure answered without a list of ${what}` };
    return { ok: true, value: items.map(show) };
}
function toRoute(raw) {
    return {
        network: raw.network ?? '',
        sourcePeer: raw.sourcePeer ?? '',
        nextHop: raw.nextHop ?? '',
        origin: raw.origin ?? '',
        asPath: raw.asPath ?? '',
    };
}
function toPeer(raw) {
    return {
        localAddress: raw.localAddress ?? '',
        neighbor: raw.neighbor ?? '',
        asn: raw.asn ?? null,
        state: raw.state ?? 'Unknown',
        connectedFor: durationMs(raw.connectedDuration),
        routesReceived: raw.routesReceived ?? null,
    };
}
/** `1.02:03:04.5670000` (days first) in milliseconds; null for none. */
function durationMs(text) {
    const match = /^(?:(\d+)\.)?(\d+):(\d{2}):(\d{2})(?:\.(\d{1,7}))?$/.exec(text ?? '');
    if (match === null)
        return null;
    const [, days = '0', hours, minutes, seconds, fraction = '0'] = match;
    const whole = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
    return whole * 1000 + Math.round(Number(`0.${fraction}`) * 1000);
}
function toGateway(raw, group) {
    const subnet = raw.ipConfigurations?.[0]?.subnet?.id;
    return {
        kind: raw.gatewayType === 'ExpressRoute' ? 'express-route' : 'vpn',
        id: raw.id ?? '',
        name: raw.name ?? '',
        group: group.toLowerCase(),
        networkId: subnet === undefined ? null : subnet.toLowerCase().replace(/\/subnets\/.*$/, ''),
        provisioningState: raw.provisioningState ?? '',
        activeActive: raw.active ?? false,
        asn: raw.bgpSettings?.asn?.toString() ?? null,
        instances: (raw.bgpSettings?.bgpPeeringAddresses ?? []).map((one) => ({
            name: lastOf(one.ipconfigurationId),
            publicAddresses: one.tunnelIpAddresses ?? [],
            bgpAddresses: [...(one.defaultBgpIpAddresses ?? []), ...(one.customBgpIpAddresses ?? [])],
        })),
    };
}
const lastOf = (id) => id?.split('/').at(-1) ?? '';
async function readConnections(group, { listed, locals }, { client, marker, deps }) {
    if (!listed.ok)
        return listed;
    const vpn = listed.value.filter(({ connectionType }) => /^ipsec$/i.test(connectionType));
    const read = await (0,parallel/* mapLimited */.b)(vpn, vpn_gateway_AT_ONCE, (one) => readArm(`ARM connection ${one.name ?? ''}`, () => client.virtualNetworkGatewayConnections.get(group, one.name ?? ''), deps));
    for (const raw of [...listed.value, ...read.flatMap((answer) => (answer.ok ? [answer.value] : []))]) {
        for (const key of [raw.sharedKey, raw.authorizationKey])
            if (key !== undefined && key !== '')
                deps.mask(key);
    }
    const failed = read.find((answer) => !answer.ok);
    // One that is not known may be the other end of any tunnel.
    if (failed?.ok === false)
        return failed;
    return {
        ok: true,
        value: read.flatMap((answer) => (answer.ok ? [vpn_gateway_toConnection(answer.value, locals, marker)] : [])),
    };
}
function vpn_gateway_toConnection(raw, locals, marker) {
    const [policy] = raw.ipsecPolicies ?? [];
    return {
        id: raw.id ?? '',
        name: raw.name ?? '',
        gatewayId: raw.virtualNetworkGateway1.id ?? '',
        provisioningState: raw.provisioningState ?? '',
        status: raw.connectionStatus ?? '',
        attempts: (raw.tunnelConnectionStatus ?? []).map(({ tunnel, connectionStatus, lastConnectionEstablishedUtcTime: since }) => ({
            name: tunnel ?? '',
            status: connectionStatus ?? 'Unknown',
            since: since === undefined ? null : timeOf(since),
        })),
        bgpEnabled: raw.enableBgp ?? false,
        customBgp: (raw.gatewayCustomBgpIpAddresses ?? []).map((one) => ({
            instance: lastOf(one.ipConfigurationId),
            address: one.customBgpIpAddress,
        })),
        asked: policy === undefined ? null : toPolicy(policy, raw.connectionProtocol),
        keyMark: marker(raw.sharedKey),
        peer: peerOf(raw, locals),
    };
}
function timeOf(text) {
    const time = Date.parse(text);
    return Number.isNaN(time) ? null : time;
}
function peerOf({ localNetworkGateway2: reference }, locals) {
    if (!locals.ok)
        return locals;
    const found = locals.value.find(({ id }) => same(id, reference?.id));
    if (found === undefined)
        return { ok: false, reason: `the local network gateway ${lastOf(reference?.id)} was not found` };
    return {
        ok: true,
        value: {
            name: found.name ?? '',
            address: found.gatewayIpAddress ?? null,
            asn: found.bgpSettings?.asn?.toString() ?? null,
            bgpAddress: found.bgpSettings?.bgpPeeringAddress ?? null,
        },
    };
}
function toPolicy(raw, protocol) {
    const one = (text) => (text === undefined ? [] : [(0,tunnels_crypto/* cipherName */.Fo)(text)]);
    return {
        ikeVersions: [(protocol ?? 'IKEv2').toLowerCase()],
        phase1Encryption: one(raw.ikeEncryption),
        phase1Integrity: one(raw.ikeIntegrity),
        phase1Groups: one(raw.dhGroup),
        phase2Encryption: one(raw.ipsecEncryption),
        phase2Integrity: one(raw.ipsecIntegrity),
        phase2Groups: one(raw.pfsGroup),
        phase2Lifetime: raw.saLifeTimeSeconds,
    };
}

;// CONCATENATED MODULE: ./lib/azure/vpn-gateway-facts.js




/** Reads the Azure side of all links at once; the slowest operation is how long it takes. */
async function readAzureLinks(scope, environment, marker, deps) {
    const client = await createNetworkClient(scope.subscriptionId, environment, deps);
    const { subscriptionId, operationMs } = scope;
    const context = { client, subscriptionId, marker, operationMs, deps };
    const [gateways, routeServers, interfaces, subnets, routeTables, securityGroups] = await Promise.all([
        (0,parallel/* mapLimited */.b)(scope.groups, vpn_gateway_AT_ONCE, (group) => readGateways(group, context)),
        readRouteServers(scope.groups, context),
        scope.effectiveRoutes ? readInterfaces(context) : Promise.resolve({ ok: true, value: [] }),
        readSubnets(context),
        readRouteTables(context),
        readSecurityGroups(context),
    ]);
    return {
        gateways: joined(gateways.map((one) => one.gateways)),
        connections: joined(gateways.map((one) => one.connections)),
        privateConnections: joined(gateways.map((one) => one.privateConnections)),
        routeServers,
        interfaces,
        machineNetworks: scope.effectiveRoutes && interfaces.ok ? networksOf(interfaces.value) : null,
        subnets,
        routeTables,
        securityGroups,
    };
}
/** One interface of each subnet that has machines was read, which is all that has to be known of their networks. */
function networksOf(interfaces) {
    return [...new Set(interfaces.map(({ networkId }) => networkId))];
}
/** Several lists as one; where one is not known, the whole is not. */
function joined(lists) {
    const failed = lists.find((list) => !list.ok);
    if (failed?.ok === false)
        return failed;
    return { ok: true, value: lists.flatMap((list) => (list.ok ? list.value : [])) };
}
const networkOf = (subnetId) => subnetId.toLowerCase().replace(/\/subnets\/.*$/, '');
/** Route tables belong to subnets, so one interface of each tells of all; only those of a machine have routes at all. */
async function readInterfaces({ client, operationMs, deps, }) {
    const listed = await readArmList('ARM networkInterfaces', () => client.networkInterfaces.listAll(), deps);
    if (!listed.ok)
        return listed;
    const bySubnet = new Map();
    for (const one of listed.value) {
        const subnet = one.ipConfigurations?.[0]?.subnet?.id?.toLowerCase();
        if (subnet !== undefined && one.virtualMachine?.id !== undefined && !bySubnet.has(subnet))
            bySubnet.set(subnet, one);
    }
    const value = await (0,parallel/* mapLimited */.b)([...bySubnet], vpn_gateway_AT_ONCE, async ([subnet, raw]) => {
        const name = raw.name ?? '';
        const group = /\/resourceGroups\/([^/]+)\//i.exec(raw.id ?? '')?.[1] ?? '';
        const answer = await readOperation(`ARM effectiveRouteTable of ${name}`, (abortSignal) => client.networkInterfaces.getEffectiveRouteTable(group, name, { abortSignal }), operationMs, deps);
        const routes = answer.ok ? toRoutes(answer.value.value, name) : answer;
        return { name, networkId: networkOf(subnet), subnetId: subnet, routes };
    });
    return { ok: true, value };
}
/** An answer without its list is half finished, and is not an empty one. */
function toRoutes(routes, name) {
    if (!Array.isArray(routes)) {
        return { ok: false, reason: `Azure answered without a list of effective routes of ${name}` };
    }
    const value = routes.map((route) => ({
        prefixes: route.addressPrefix ?? [],
        nextHopType: route.nextHopType ?? '',
        source: route.source ?? '',
        active: route.state === 'Active',
    }));
    return { ok: true, value };
}
async function readSubnets({ client, deps }) {
    const listed = await readArmList('ARM virtualNetworks', () => client.virtualNetworks.listAll(), deps);
    if (!listed.ok)
        return listed;
    return {
        ok: true,
        value: listed.value.flatMap(({ id = '', subnets = [] }) => subnets.map((subnet) => ({
            id: subnet.id?.toLowerCase() ?? '',
            name: subnet.name ?? '',
            networkId: id.toLowerCase(),
            securityGroupId: subnet.networkSecurityGroup?.id ?? null,
            routeTableId: subnet.routeTable?.id ?? null,
        }))),
    };
}
async function readRouteTables({ client, deps, }) {
    const listed = await readArmList('ARM routeTables', () => client.routeTables.listAll(), deps);
    if (!listed.ok)
        return listed;
    return {
        ok: true,
        value: listed.value.map((raw) => ({
            id: raw.id ?? '',
            name: raw.name ?? '',
            propagationOff: raw.disableBgpRoutePropagation ?? false,
            routes: (raw.routes ?? []).map((route) => ({
                prefix: route.addressPrefix ?? '',
                nextHopType: route.nextHopType ?? '',
            })),
        })),
    };
}
async function readSecurityGroups({ client, deps, }) {
    const listed = await readArmList('ARM networkSecurityGroups', () => client.networkSecurityGroups.listAll(), deps);
    if (!listed.ok)
        return listed;
    const both = (one, more) => [
        ...(one === undefined ? [] : [one]),
        ...(more ?? []),
    ];
    return {
        ok: true,
        value: listed.value.map(({ id = '', name = '', securityRules = [] }) => ({
            id,
            name,
            rules: securityRules.map((rule) => ({
                priority: rule.priority ?? 0,
                inbound: rule.direction === 'Inbound',
                allows: rule.access === 'Allow',
                protocol: rule.protocol ?? '*',
                sources: both(rule.sourceAddressPrefix, rule.sourceAddressPrefixes),
                ports: both(rule.destinationPortRange, rule.destinationPortRanges),
            })),
        })),
    };
}


/***/ }),

/***/ 1993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ mapLimited)
/* harmony export */ });
/** Works on all items, `most` at a time, and gives the results in the items' order. */
async function mapLimited(items, most, work) {
    const results = [];
    let next = 0;
    const worker = async () => {
        for (let index = next++; index < items.length; index = next++) {
            results[index] = await work(items[index], index);
        }
    };
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
    return results;
}


/***/ })

};
