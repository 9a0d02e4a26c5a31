export const id = 255;
export const ids = [255];
export const modules = {

/***/ 7255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ retry)
});

// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __webpack_require__(129);
;// CONCATENATED MODULE: ./lib/action/durations.js
const UNITS = [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1_000],
    ['ms', 1],
];
const DURATION = /^(?:(\d{1,9})h)?(?:(\d{1,9})m(?!s))?(?:(\d{1,9})s)?(?:(\d{1,9})ms)?$/;
/** Milliseconds of `90s`, `15m`, `1h30m`, `500ms`; undefined for anything else, also a number without a unit. */
function parseDuration(text) {
    const match = DURATION.exec(text);
    if (match === null || text === '')
        return undefined;
    return UNITS.reduce((sum, [, milliseconds], index) => sum + Number(match[index + 1] ?? 0) * milliseconds, 0);
}
/** The shortest form that `parseDuration` reads back to the same number of (whole) milliseconds. */
function formatDuration(milliseconds) {
    let left = Math.round(milliseconds);
    const parts = [];
    for (const [unit, size] of UNITS) {
        const count = Math.floor(left / size);
        left -= count * size;
        if (count > 0)
            parts.push(`${count}${unit}`);
    }
    return parts.length === 0 ? '0s' : parts.join('');
}

// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __webpack_require__(308);
;// CONCATENATED MODULE: ./lib/action/retry.js



const DEFAULTS = { attempts: 5, deadlineMs: 120_000, baseMs: 500, maximumMs: 20_000, random: Math.random };
function reasonOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function gaveUp(callName, error, attempt, elapsedMs, why) {
    const times = attempt === 1 ? 'once' : `${attempt} times`;
    return action_errors/* actionErrors */.u.EHA1010(`${callName} failed ${times} over ${formatDuration(elapsedMs)}; ${why}. Last failure: ${reasonOf(error)}`, error instanceof errors/* ActionError */.l ? { cause: error, remedy: error.remedy } : { cause: error });
}
/**
 * Calls `call` until it succeeds, with exponential waits and full jitter (each wait is a random part of its bound, so
 * that jobs which failed together do not return together), never shorter than what the service asked for. Every wait
 * is logged with the name of the call. Gives up with EHA1010, which says how often and how long it was tried.
 */
async function retry(callName, call, options) {
    const { attempts, deadlineMs, baseMs, maximumMs, random } = { ...DEFAULTS, ...options };
    const { clock, log, signal } = options;
    const start = clock.now();
    for (let attempt = 1;; attempt += 1) {
        signal?.throwIfAborted();
        try {
            return await call(attempt);
        }
        catch (error) {
            signal?.throwIfAborted();
            if (!options.isRetryable(error))
                throw error;
            const elapsed = clock.now() - start;
            if (attempt >= attempts)
                throw gaveUp(callName, error, attempt, elapsed, 'no attempt is left');
            const jitter = random() * Math.min(maximumMs, baseMs * 2 ** (attempt - 1));
            const wait = Math.ceil(Math.max(jitter, options.retryAfterMs?.(error) ?? 0));
            if (elapsed + wait > deadlineMs) {
                const why = `the next attempt in ${formatDuration(wait)} would pass the deadline of ${formatDuration(deadlineMs)}`;
                throw gaveUp(callName, error, attempt, elapsed, why);
            }
            log.info(`${callName}: attempt ${attempt} of ${attempts} failed (${reasonOf(error)}); again in ${formatDuration(wait)}.`);
            await clock.sleep(wait, signal);
        }
    }
}


/***/ }),

/***/ 6255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readAzureFacts: () => (/* binding */ readAzureFacts)
});

;// CONCATENATED MODULE: ./lib/action/azure-environment.js
/** Reads `AZURE_CLIENT_ID`, `AZURE_TENANT_ID` (or `ARM_…`), `AZURE_AUTHORITY_HOST`, `ARM_ENDPOINT`, `AZURE_KEY_VAULT_ENDPOINT` and the runner's own. */
function readAzureEnvironment(environment = process.env) {
    const read = (...names) => names.map((name) => environment[name]?.trim()).find((value) => value !== undefined && value !== '');
    const vault = read('AZURE_KEY_VAULT_ENDPOINT');
    const url = read('ACTIONS_ID_TOKEN_REQUEST_URL');
    const token = read('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
    return {
        clientId: read('AZURE_CLIENT_ID', 'ARM_CLIENT_ID'),
        tenantId: read('AZURE_TENANT_ID', 'ARM_TENANT_ID'),
        authorityHost: origin(read('AZURE_AUTHORITY_HOST') ?? 'https://login.microsoftonline.com'),
        endpoint: origin(read('ARM_ENDPOINT') ?? 'https://management.azure.com'),
        vaultEndpoint: vault === undefined ? undefined : origin(vault),
        idToken: url === undefined || token === undefined ? undefined : { url, token },
    };
}
/** The SDKs take a host with and without its scheme. */
function origin(host) {
    return (host.includes('://') ? host : `https://${host}`).replace(/\/+$/, '');
}

// EXTERNAL MODULE: ./lib/net/sources/fact-builder.js
var fact_builder = __webpack_require__(9873);
// EXTERNAL MODULE: ./lib/net/sources/terraform-routes.js
var terraform_routes = __webpack_require__(844);
// EXTERNAL MODULE: ./lib/terraform/plan-json.js
var plan_json = __webpack_require__(1155);
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __webpack_require__(308);
// EXTERNAL MODULE: ./lib/action/retry.js + 1 modules
var retry = __webpack_require__(7255);
;// CONCATENATED MODULE: ./lib/azure/arm-call.js
/** Calls to Azure Resource Manager through the SDKs: retries that are told, pages to the end. */


const ATTEMPTS = 6;
const DEADLINE_MS = 120_000;
const ANSWER_MS = 30_000;
const MOST_PAGES = 1000;
/** All pages of a list, with retries; a failure is an answer with a reason. */
async function readAll(name, list, deps) {
    const value = [];
    const seen = new Set();
    let continuationToken;
    try {
        for (let count = 1; count <= MOST_PAGES; count += 1) {
            const from = continuationToken === undefined ? {} : { continuationToken };
            const page = await readPage(name, list, from, deps);
            value.push(...(page ?? []));
            // The SDK puts the link to the next page on the list itself.
            continuationToken = page?.continuationToken;
            if (continuationToken === undefined || continuationToken === '')
                return { ok: true, value };
            if (seen.has(continuationToken))
                break;
            seen.add(continuationToken);
        }
        return { ok: false, reason: `${name} gave pages without an end` };
    }
    catch (error) {
        deps.signal.throwIfAborted();
        return { ok: false, reason: reasonOf(name, error) };
    }
}
/** A page that fails is asked for again from its own link, not from the start of the list. */
function readPage(name, list, from, deps) {
    return (0,retry/* retry */.L)(name, async () => {
        const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]);
        const page = await list(signal).byPage(from).next();
        return page.done === true ? undefined : page.value;
    }, { ...deps, attempts: ATTEMPTS, deadlineMs: DEADLINE_MS, isRetryable, retryAfterMs });
}
function describe(error) {
    const { statusCode, code, message, response } = (error ?? {});
    return {
        status: statusCode ?? 0,
        code: code ?? '',
        message: (message ?? String(error)).split('\n')[0] ?? '',
        retryAfter: response?.headers?.get?.('retry-after'),
    };
}
const CONNECTION = /\b(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|REQUEST_SEND_ERROR)\b/;
/** Throttling, 5xx and faults of the connection. */
function isRetryable(error) {
    if (error instanceof errors/* ActionError */.l)
        return false;
    const { status, code, message } = describe(error);
    if (status === 0)
        return CONNECTION.test(`${code} ${message}`) || isTimeout(error);
    return status === 429 || status === 408 || status >= 500;
}
function isTimeout(error) {
    return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}
/** What ARM asks to wait, which it gives in seconds. */
function retryAfterMs(error) {
    const seconds = Number(describe(error).retryAfter);
    return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}
/** A failure in one sentence. */
function reasonOf(name, error) {
    if (error instanceof errors/* ActionError */.l)
        return error.message;
    const { status, code, message } = describe(error);
    const said = code === '' ? message : `${code}: ${message}`;
    return status === 401 || status === 403 ? `${name} was denied (${said})` : `${name} failed (${said})`;
}

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

// EXTERNAL MODULE: ./lib/net/sources/errors.js
var sources_errors = __webpack_require__(3150);
;// CONCATENATED MODULE: ./lib/azure/credential.js



/** A token with less time left is not used any more: the call it is for may take a while. */
const LEAST_LEFT_MS = 120_000;
/** The audience that federated credentials of Entra ID expect by default. */
const AUDIENCE = 'api://AzureADTokenExchange';
const credential_ANSWER_MS = 20_000;
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
        throw sources_errors/* sourceErrors */.p.EHA1526('Entra ID answered without a token.');
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
        throw sources_errors/* sourceErrors */.p.EHA1526('GitHub answered without a token.');
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
            const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(credential_ANSWER_MS)]);
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
            throw sources_errors/* sourceErrors */.p.EHA1525(`${name} was refused: ${refusal.message}`);
        }
        const why = error instanceof Error ? error.message : String(error);
        throw sources_errors/* sourceErrors */.p.EHA1526(why.startsWith(name) ? why : `${name} failed: ${why}`, { cause: error });
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
        throw sources_errors/* sourceErrors */.p.EHA1525('The job has no federated credential (AZURE_CLIENT_ID, AZURE_TENANT_ID and id-token: write) and no Azure CLI.', { cause });
    });
    if (exitCode !== 0) {
        const said = stderr.trim().split('\n').at(-1) ?? '';
        throw sources_errors/* sourceErrors */.p.EHA1525(`The Azure CLI gave no token: ${said}`);
    }
    return readCliAnswer(stdout, deps);
}
function readCliAnswer(stdout, deps) {
    let answer = {};
    try {
        answer = JSON.parse(stdout);
    }
    catch {
        throw sources_errors/* sourceErrors */.p.EHA1525('The Azure CLI answered in an unexpected form.');
    }
    const { accessToken: token, expires_on: seconds, expiresOn: local } = answer;
    if (typeof token !== 'string' || token === '') {
        throw sources_errors/* sourceErrors */.p.EHA1525('The Azure CLI answered without a token.');
    }
    deps.mask(token);
    // `expires_on` (seconds) came with version 2.54; before, there was local time alone.
    const expires = typeof seconds === 'number' ? seconds * 1000 : Date.parse(String(local));
    return { token, expiresOnTimestamp: Number.isNaN(expires) ? deps.clock.now() + 60_000 : expires };
}

;// CONCATENATED MODULE: ./lib/azure/network.js



/** The SDK is loaded here. Every call pages to the end and retries; a failure is an answer with a reason. */
async function createAzureNetworkReader(subscriptionId, environment, deps) {
    const { NetworkManagementClient: Client } = await __webpack_require__.e(/* import() */ 237).then(__webpack_require__.bind(__webpack_require__, 1237));
    const credential = createAzureCredential(environment, subscriptionId, deps);
    const client = new Client(credential, subscriptionId, {
        endpoint: environment.endpoint,
        // Retries are made and told here, so the SDK makes none.
        retryOptions: { maxRetries: 0 },
        additionalPolicies: [{ policy: completeReferences, position: 'perCall' }],
    });
    return { ...networkLists(client, deps), ...gatewayLists(client, deps) };
}
function networkLists(client, deps) {
    return {
        virtualNetworks: (group) => readAll('ARM virtualNetworks', (abortSignal) => group === null
            ? client.virtualNetworks.listAll({ abortSignal })
            : client.virtualNetworks.list(group, { abortSignal }), deps),
        routeTables: (group) => readAll('ARM routeTables', (abortSignal) => group === null
            ? client.routeTables.listAll({ abortSignal })
            : client.routeTables.list(group, { abortSignal }), deps),
        routeServers: async (group) => {
            const answer = await readAll('ARM virtualHubs', (abortSignal) => group === null
                ? client.virtualHubs.list({ abortSignal })
                : client.virtualHubs.listByResourceGroup(group, { abortSignal }), deps);
            return answer.ok ? { ok: true, value: answer.value.filter(isRouteServer) } : answer;
        },
        routeServerPeers: (group, name) => readAll('ARM bgpConnections', (abortSignal) => client.virtualHubBgpConnections.list(group, name, { abortSignal }), deps),
    };
}
function gatewayLists(client, deps) {
    return {
        gateways: (group) => readAll('ARM virtualNetworkGateways', (abortSignal) => client.virtualNetworkGateways.list(group, { abortSignal }), deps),
        localGateways: (group) => readAll('ARM localNetworkGateways', (abortSignal) => client.localNetworkGateways.list(group, { abortSignal }), deps),
        connections: async (group) => {
            const answer = await readAll('ARM connections', (abortSignal) => client.virtualNetworkGatewayConnections.list(group, { abortSignal }), deps);
            return answer.ok ? { ok: true, value: answer.value.map((one) => withoutKeys(one, deps)) } : answer;
        },
    };
}
const REFERENCES = ['virtualNetworkGateway1', 'virtualNetworkGateway2', 'localNetworkGateway2'];
const completeReferences = {
    name: 'completeReferences',
    async sendRequest(request, next) {
        const response = await next(request);
        if (response.status !== 200 || !/\/connections(?:\?|$)/.test(request.url))
            return response;
        const body = JSON.parse(response.bodyAsText ?? '{}');
        for (const { properties } of body.value ?? []) {
            for (const name of REFERENCES) {
                const reference = properties?.[name];
                if ((0,plan_json/* isObject */.Gv)(reference))
                    Object.assign(reference, { properties: reference['properties'] ?? {} });
            }
        }
        return { ...response, bodyAsText: JSON.stringify(body) };
    },
};
function isRouteServer({ virtualWan }) {
    return virtualWan === undefined;
}
function withoutKeys(connection, { mask }) {
    const { sharedKey, authorizationKey, ...rest } = connection;
    for (const key of [sharedKey, authorizationKey])
        if (key !== undefined && key !== '')
            mask(key);
    return rest;
}

;// CONCATENATED MODULE: ./lib/azure/address-facts.js




/**
 * Reads ranges and AS numbers of a live subscription: virtual networks with their subnets and routes, VPN gateways, local
 * network gateways, connections and Route Servers. A call that is denied or fails leaves what it would have told unknown.
 */
async function readAzureFacts(scope, deps) {
    const reader = await createAzureNetworkReader(scope.subscriptionId, readAzureEnvironment(), deps);
    return new AzureFacts(scope, reader).read();
}
const GROUP_IN_ID = /\/resourceGroups\/([^/]+)\//i;
class AzureFacts {
    #scope;
    #reader;
    #facts = new fact_builder/* FactBuilder */.K();
    constructor(scope, reader) {
        this.#scope = scope;
        this.#reader = reader;
    }
    async read() {
        const groups = await this.#readNetworks();
        for (const group of groups) {
            await this.#readGateways(group);
            await this.#readLocalGateways(group);
            await this.#readConnections(group);
            await this.#readRouteServers(group);
        }
        return this.#facts.finish();
    }
    /** @returns the groups in which to look on */
    async #readNetworks() {
        const { resourceGroup, tags } = this.#scope;
        const networks = this.#take(await this.#reader.virtualNetworks(resourceGroup), ['vnet', 'azure-subnet']);
        const wanted = (networks ?? []).filter((network) => Object.entries(tags ?? {}).every(([name, value]) => network.tags?.[name] === value));
        for (const network of wanted)
            this.#addNetwork(network);
        if (networks === null)
            this.#sayUnknown('azure-route', 'the virtual networks could not be read');
        else if (wanted.length > 0)
            await this.#readRoutes(wanted);
        if (resourceGroup !== null)
            return [resourceGroup];
        if (networks === null) {
            for (const role of ['azure-gateway', 'tunnel-inside', 'route-server']) {
                this.#sayUnknown(role, 'the virtual networks, and so the groups of the rest, could not be read');
            }
        }
        const groups = wanted.flatMap(({ id }) => GROUP_IN_ID.exec(id ?? '')?.[1]?.toLowerCase() ?? []);
        return [...new Set(groups)];
    }
    /** Only tables of a subnet route anything. */
    async #readRoutes(networks) {
        const known = new Set(networks.map(({ id }) => (id ?? '').toLowerCase()));
        const tables = this.#take(await this.#reader.routeTables(this.#scope.resourceGroup), ['azure-route']);
        if (tables !== null)
            this.#sayMissingTables(networks, tables);
        for (const { id, name, routes, subnets } of tables ?? []) {
            const parents = (subnets ?? []).map((subnet) => (subnet.id ?? '').toLowerCase().split('/subnets/')[0]);
            for (const network of new Set(parents.filter((parent) => known.has(parent ?? '')))) {
                for (const { addressPrefix, nextHopType, nextHopIpAddress } of routes ?? []) {
                    if (addressPrefix === undefined || !(0,terraform_routes/* isAzureRange */.vx)(addressPrefix))
                        continue;
                    this.#facts.route({
                        role: 'azure-route',
                        text: addressPrefix,
                        table: name ?? '',
                        network: network ?? '',
                        target: (0,terraform_routes/* azureTarget */.t8)(nextHopType),
                        via: nextHopIpAddress ?? '',
                        learnt: false,
                        active: true,
                        announced: null,
                        origin: this.#origin(id),
                    });
                }
            }
        }
    }
    /** A subnet may use a table of a group that is not looked at. */
    #sayMissingTables(networks, tables) {
        const listed = new Set(tables.map(({ id }) => (id ?? '').toLowerCase()));
        const used = networks.flatMap(({ subnets }) => (subnets ?? []).map(({ routeTable }) => routeTable?.id));
        for (const id of new Set(used)) {
            if (id === undefined || listed.has(id.toLowerCase()))
                continue;
            this.#sayUnknown('azure-route', `the route table ${id} of a subnet is not among those that were read`);
        }
    }
    #addNetwork({ id, name, addressSpace, subnets }) {
        const network = (id ?? '').toLowerCase();
        const origin = this.#origin(id);
        for (const text of addressSpace?.addressPrefixes ?? []) {
            this.#facts.range('vnet', text, name ?? '', origin, network);
        }
        for (const subnet of subnets ?? []) {
            const prefixes = subnet.addressPrefixes ?? (subnet.addressPrefix === undefined ? [] : [subnet.addressPrefix]);
            for (const text of prefixes) {
                this.#facts.range('azure-subnet', text, subnet.name ?? '', this.#origin(subnet.id), network);
            }
        }
    }
    async #readGateways(group) {
        const answer = await this.#reader.gateways(group);
        for (const { id, name, gatewayType, bgpSettings } of this.#take(answer, ['azure-gateway']) ?? []) {
            if (gatewayType !== 'Vpn')
                continue;
            const origin = this.#origin(id);
            this.#addAsn('azure-gateway', bgpSettings, name, origin);
            for (const { ipconfigurationId, customBgpIpAddresses } of bgpSettings?.bgpPeeringAddresses ?? []) {
                const instance = ipconfigurationId?.split('/').at(-1) ?? '';
                for (const text of customBgpIpAddresses ?? []) {
                    this.#facts.tunnelAddress('own', 'azure', text, `${name ?? ''} ${instance}`, origin);
                }
            }
        }
    }
    async #readLocalGateways(group) {
        const answer = await this.#reader.localGateways(group);
        for (const { id, name, bgpSettings } of this.#take(answer, ['local-network-gateway']) ?? []) {
            const origin = this.#origin(id);
            this.#addAsn('local-network-gateway', bgpSettings, name, origin);
            const address = bgpSettings?.bgpPeeringAddress;
            // Over a private link, BGP peers by ordinary addresses.
            if (address?.startsWith('169.254.') === true) {
                this.#facts.tunnelAddress('peer', 'aws', address, name ?? '', origin);
            }
        }
    }
    async #readConnections(group) {
        const answer = await this.#reader.connections(group);
        for (const { id, name, gatewayCustomBgpIpAddresses } of this.#take(answer, ['tunnel-inside']) ?? []) {
            for (const { customBgpIpAddress } of gatewayCustomBgpIpAddresses ?? []) {
                this.#facts.tunnelAddress('use', 'azure', customBgpIpAddress, name ?? '', this.#origin(id));
            }
        }
    }
    async #readRouteServers(group) {
        const answer = await this.#reader.routeServers(group);
        for (const { id, name, virtualRouterAsn } of this.#take(answer, ['route-server']) ?? []) {
            const origin = this.#origin(id);
            // A Route Server has no other number.
            this.#facts.asn('route-server', String(virtualRouterAsn ?? 65515), name ?? '', origin);
            this.#facts.mode('bgp', origin);
            const peers = this.#take(await this.#reader.routeServerPeers(group, name ?? ''), [
                'route-server-peers',
                'cilium',
            ]);
            if (peers === null)
                continue;
            for (const peer of peers) {
                if (peer.peerAsn === undefined)
                    continue;
                this.#facts.asn('cilium', String(peer.peerAsn), peer.name ?? '', this.#origin(peer.id));
            }
            if (peers.length > 0)
                this.#facts.quantity('route-server-peers', peers.length, name ?? '', origin);
        }
    }
    #addAsn(role, settings, name, origin) {
        if (settings?.asn !== undefined)
            this.#facts.asn(role, String(settings.asn), name ?? '', origin);
    }
    #take(answer, roles) {
        if (answer.ok)
            return answer.value;
        for (const role of roles)
            this.#sayUnknown(role, answer.reason);
        return null;
    }
    #sayUnknown(role, reason) {
        const what = `${role} in Azure subscription ${this.#scope.subscriptionId}`;
        this.#facts.unknown({ what, role, reason, origin: this.#origin() });
    }
    #origin(id) {
        const source = `Azure ${this.#scope.subscriptionId}`;
        return id === undefined ? { kind: 'azure', source } : { kind: 'azure', source, id };
    }
}


/***/ })

};
