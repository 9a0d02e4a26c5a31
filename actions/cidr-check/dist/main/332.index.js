export const id = 332;
export const ids = [332];
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

/***/ 332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readAwsFacts: () => (/* binding */ readAwsFacts)
});

// EXTERNAL MODULE: ./lib/net/sources/fact-builder.js
var fact_builder = __webpack_require__(9873);
// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __webpack_require__(129);
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __webpack_require__(308);
// EXTERNAL MODULE: ./lib/action/retry.js + 1 modules
var retry = __webpack_require__(7255);
;// CONCATENATED MODULE: ./lib/aws/sdk-error.js
/** Missing parts are empty. */
function describeSdkError(error) {
    const { name, message, code, $metadata } = (error ?? {});
    const text = (value) => (typeof value === 'string' ? value : '');
    return {
        name: text(name),
        message: text(message),
        code: text(code),
        status: $metadata?.httpStatusCode ?? 0,
    };
}
/**
 * Faults of a connection, as Node and the SDK name them. The SDK wraps an error of another realm and keeps its name in
 * the message only ("AWS SDK error wrapper for TimeoutError: socket hang up").
 */
const CONNECTION = /\b(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|TimeoutError)\b/;
/** The SDK found no credentials, or those it found could not be turned into a session. */
const NO_CREDENTIALS = /^(?:CredentialsProviderError|TokenProviderError)$/;
function sdk_error_isWithoutCredentials(error) {
    return NO_CREDENTIALS.test(describeSdkError(error).name);
}
/** Whether a call may succeed when it is made again. @param passing codes of the service that pass by themselves */
function isPassing(error, passing) {
    const { name, code, message, status } = describeSdkError(error);
    if (passing.has(name))
        return true;
    // An answer of the service may quote anything in its message.
    if (status === 0 && CONNECTION.test(`${name} ${code} ${message}`))
        return true;
    // Ours when the time for one answer was up: a cancellation is thrown on before this is asked.
    return name === 'AbortError' || status >= 500;
}
/** `AccessDenied: You may not.`, or the code alone where there is no message. */
function sdkErrorText(error) {
    const { name, message } = describeSdkError(error);
    return message === '' || message === 'UnknownError' ? name : `${name}: ${message}`;
}

;// CONCATENATED MODULE: ./lib/aws/aws-error.js

/** Codes of throttling, from EC2's "Error codes for the Amazon EC2 API", and the common errors of EKS, IAM and SSM. */
const THROTTLING = new Set([
    'RequestLimitExceeded',
    'RequestThrottled',
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
]);
/** Services of the JSON protocol answer a denied call with status 400. */
const DENIED = /^(?:AccessDenied(?:Exception)?|UnauthorizedOperation|UnrecognizedClientException|InvalidClientTokenId|ExpiredToken(?:Exception)?)$/;
/** Reads an error of the SDK, of whatever realm. */
function describeAwsError(error) {
    const facts = describeSdkError(error);
    return { ...facts, isThrottling: THROTTLING.has(facts.name) };
}
/** A failure in words: who was asked, whether for lack of rights, and what the service said. */
function refusalOf(name, error) {
    const { name: type, message, status } = describeAwsError(error);
    if (sdk_error_isWithoutCredentials(error)) {
        return { reason: `${name} needs AWS credentials, and the job has none (${message})`, isDenied: true };
    }
    const isDenied = status === 401 || status === 403 || DENIED.test(type);
    return { reason: `${name} ${isDenied ? 'was denied' : 'failed'} (${sdkErrorText(error)})`, isDenied };
}
/** Whether a call that changes something surely changed nothing: the service answered and refused it. */
function isNotMade(error) {
    const { name, status } = describeAwsError(error);
    return isWithoutCredentials(error) || (status >= 400 && status < 500 && !name.startsWith('Internal'));
}

;// CONCATENATED MODULE: ./lib/aws/read-call.js





/** One answer is waited for this long, a call with all its attempts for the deadline. */
const ANSWER_MS = 20_000;
const DEADLINE_MS = 90_000;
const ATTEMPTS = 6;
/** At 200 entries and more a page, no account has as many; a service that repeats itself would never end. */
const MOST_PAGES = 500;
/** Throttling, faults that EC2 itself calls temporary, and those of SSM. */
const PASSING = new Set([
    ...THROTTLING,
    'InternalError',
    'InternalFailure',
    'InternalServerError',
    'ServerException',
    'ServiceUnavailable',
    'ServiceUnavailableException',
    'TooManyUpdates',
    'Unavailable',
]);
/** One call with retries; failures become reasons. @param name for the log, such as `EC2 DescribeVpcs` */
async function readAws(name, request, deps) {
    try {
        const call = () => {
            deps.onCall?.(name);
            return request(AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]));
        };
        const value = await (0,retry/* retry */.L)(name, call, {
            ...deps,
            attempts: ATTEMPTS,
            deadlineMs: DEADLINE_MS,
            isRetryable: (error) => isPassing(error, PASSING),
        });
        return { ok: true, value };
    }
    catch (error) {
        deps.signal.throwIfAborted();
        return { ok: false, reason: reasonOf(name, error) };
    }
}
/** All pages of a list. Without an end, or without a list in the answer, the whole is not known. */
async function readAllPages(name, request, deps) {
    const items = [];
    const seen = new Set();
    let token;
    for (let count = 1; count <= MOST_PAGES; count += 1) {
        const page = await readAws(name, (signal) => request(token, signal), deps);
        if (!page.ok)
            return page;
        items.push(...(page.value.items ?? []));
        token = page.value.next;
        if (token === undefined || token === '')
            return { ok: true, value: items };
        if (seen.has(token))
            break;
        seen.add(token);
    }
    return { ok: false, reason: `${name} gave pages without an end` };
}
function reasonOf(name, error) {
    if (error instanceof errors/* ActionError */.l) {
        return error.code === action_errors/* actionErrors */.u.EHA1010('').code ? error.message : `${error.code}: ${error.message}`;
    }
    return refusalOf(name, error).reason;
}

;// CONCATENATED MODULE: ./lib/aws/ec2-list.js

/** The list calls of EC2 differ only in their names. */
function ec2Lister(client, deps) {
    return (name, show, request) => async (filters) => {
        const Filters = Object.entries(filters).map(([Name, Values]) => ({ Name, Values: [...Values] }));
        return readAllPages(`EC2 ${name}`, async (NextToken, abortSignal) => {
            const send = ((command) => client.send(command, { abortSignal }));
            const { items, next } = await request(send, { Filters, NextToken });
            return { items: items?.flatMap((raw) => show(raw) ?? []), next };
        }, deps);
    };
}
/** What all objects of EC2 have, from the names that one answer gives it. */
function common(id, ownerId, tags) {
    const pairs = Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
    return { id: id ?? '', name: pairs['Name'] ?? '', ownerId: ownerId ?? '', tags: pairs };
}

;// CONCATENATED MODULE: ./lib/aws/ec2-routes.js

/** The calls, made by the door's own lister. */
function ec2RouteLists(list, sdk) {
    return {
        routeTables: list('DescribeRouteTables', toRouteTable, async (send, input) => {
            const { RouteTables, NextToken } = await send(new sdk.DescribeRouteTablesCommand(input));
            return { items: RouteTables, next: NextToken };
        }),
        gatewayRouteTables: list('DescribeTransitGatewayRouteTables', toGatewayTable, async (send, input) => {
            const answer = await send(new sdk.DescribeTransitGatewayRouteTablesCommand(input));
            return { items: answer.TransitGatewayRouteTables, next: answer.NextToken };
        }),
        gatewayAttachments: list('DescribeTransitGatewayAttachments', toAttachment, async (send, input) => {
            const answer = await send(new sdk.DescribeTransitGatewayAttachmentsCommand(input));
            return { items: answer.TransitGatewayAttachments, next: answer.NextToken };
        }),
        gatewayRoutes: (tableId) => searchRoutes(list, sdk, tableId)({ state: ['active', 'blackhole'] }),
    };
}
/** EC2 asks for a filter here. */
function searchRoutes(list, sdk, TransitGatewayRouteTableId) {
    return list('SearchTransitGatewayRoutes', toGatewayRoute, async (send, input) => {
        const answer = await send(new sdk.SearchTransitGatewayRoutesCommand({ ...input, TransitGatewayRouteTableId }));
        if (answer.AdditionalRoutesAvailable === true && (answer.NextToken ?? '') === '') {
            throw new Error(`EC2 has more routes in ${TransitGatewayRouteTableId} and does not give them`);
        }
        return { items: answer.Routes, next: answer.NextToken };
    });
}
function toRouteTable(raw) {
    return {
        ...common(raw.RouteTableId, raw.OwnerId, raw.Tags),
        vpcId: raw.VpcId ?? '',
        routes: (raw.Routes ?? []).map(toRoute),
    };
}
function toRoute(raw) {
    const [target, via] = wayOf(raw);
    return {
        destination: raw.DestinationCidrBlock ?? raw.DestinationIpv6CidrBlock,
        target,
        via,
        learnt: raw.Origin === 'EnableVgwRoutePropagation',
        active: raw.State !== 'blackhole',
    };
}
function wayOf(raw) {
    const { TransitGatewayId, NetworkInterfaceId, InstanceId, GatewayId = '' } = raw;
    if (TransitGatewayId !== undefined)
        return ['transit-gateway', TransitGatewayId];
    const appliance = NetworkInterfaceId ?? InstanceId;
    if (appliance !== undefined)
        return ['appliance', appliance];
    if (GatewayId === 'local')
        return ['local', GatewayId];
    if (GatewayId.startsWith('vgw-'))
        return ['vpn', GatewayId];
    return ['other', GatewayId];
}
const GONE = new Set(['deleted', 'deleting']);
function toGatewayTable(raw) {
    if (GONE.has(raw.State ?? ''))
        return undefined;
    return {
        ...common(raw.TransitGatewayRouteTableId, undefined, raw.Tags),
        transitGatewayId: raw.TransitGatewayId ?? '',
    };
}
function toAttachment(raw) {
    if (GONE.has(raw.State ?? ''))
        return undefined;
    return {
        ...common(raw.TransitGatewayAttachmentId, raw.ResourceOwnerId, raw.Tags),
        transitGatewayId: raw.TransitGatewayId ?? '',
        kind: raw.ResourceType ?? '',
        routeTableId: raw.Association?.TransitGatewayRouteTableId,
    };
}
function toGatewayRoute(raw) {
    if (GONE.has(raw.State ?? ''))
        return undefined;
    const [first] = raw.TransitGatewayAttachments ?? [];
    const kind = first?.ResourceType;
    return {
        destination: raw.DestinationCidrBlock,
        target: first === undefined ? 'nowhere' : kind === 'vpn' || kind === 'vpc' ? kind : 'other',
        via: first?.ResourceId ?? '',
        learnt: raw.Type === 'propagated',
        active: raw.State === 'active',
    };
}

;// CONCATENATED MODULE: ./lib/aws/ec2.js


/**
 * Credentials come as the AWS SDK finds them in the environment, and so does an endpoint (`AWS_ENDPOINT_URL_EC2`). The
 * SDK is loaded here, by the first reader that is made.
 */
async function createEc2Reader(region, deps) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(637)]).then(__webpack_require__.t.bind(__webpack_require__, 1637, 19));
    // Retries are made and told by the caller's own rules, so the SDK makes none.
    const client = new sdk.EC2Client({ region, maxAttempts: 1 });
    const list = ec2Lister(client, deps);
    return {
        ...ec2RouteLists(list, sdk),
        vpcs: list('DescribeVpcs', toVpc, async (send, input) => {
            const { Vpcs, NextToken } = await send(new sdk.DescribeVpcsCommand(input));
            return { items: Vpcs, next: NextToken };
        }),
        subnets: list('DescribeSubnets', toSubnet, async (send, input) => {
            const { Subnets, NextToken } = await send(new sdk.DescribeSubnetsCommand(input));
            return { items: Subnets, next: NextToken };
        }),
        transitGateways: list('DescribeTransitGateways', toTransitGateway, async (send, input) => {
            const { TransitGateways, NextToken } = await send(new sdk.DescribeTransitGatewaysCommand(input));
            return { items: TransitGateways, next: NextToken };
        }),
        vpcAttachments: list('DescribeTransitGatewayVpcAttachments', ec2_toAttachment, async (send, input) => {
            const answer = await send(new sdk.DescribeTransitGatewayVpcAttachmentsCommand(input));
            return { items: answer.TransitGatewayVpcAttachments, next: answer.NextToken };
        }),
        // EC2 gives these two whole.
        customerGateways: list('DescribeCustomerGateways', toCustomerGateway, async (send, { Filters }) => {
            const { CustomerGateways } = await send(new sdk.DescribeCustomerGatewaysCommand({ Filters }));
            return { items: CustomerGateways, next: undefined };
        }),
        vpnConnections: list('DescribeVpnConnections', toVpnConnection(deps), async (send, { Filters }) => {
            const { VpnConnections } = await send(new sdk.DescribeVpnConnectionsCommand({ Filters }));
            return { items: VpnConnections, next: undefined };
        }),
    };
}
function toVpc(raw) {
    const isAssociated = (state) => state?.State === undefined || state.State === 'associated' || state.State === 'associating';
    const four = (raw.CidrBlockAssociationSet ?? []).filter((one) => isAssociated(one.CidrBlockState));
    const six = (raw.Ipv6CidrBlockAssociationSet ?? []).filter((one) => isAssociated(one.Ipv6CidrBlockState));
    const cidrs = [raw.CidrBlock, ...four.map((one) => one.CidrBlock), ...six.map((one) => one.Ipv6CidrBlock)];
    return { ...common(raw.VpcId, raw.OwnerId, raw.Tags), cidrs: distinct(cidrs) };
}
function toSubnet(raw) {
    const six = (raw.Ipv6CidrBlockAssociationSet ?? []).map((one) => one.Ipv6CidrBlock);
    return {
        ...common(raw.SubnetId, raw.OwnerId, raw.Tags),
        vpcId: raw.VpcId ?? '',
        cidrs: distinct([raw.CidrBlock, ...six]),
    };
}
function distinct(texts) {
    return [...new Set(texts.filter((text) => text !== undefined && text !== ''))];
}
const ec2_GONE = new Set(['deleted', 'deleting']);
function toTransitGateway(raw) {
    if (ec2_GONE.has(raw.State ?? ''))
        return undefined;
    return {
        ...common(raw.TransitGatewayId, raw.OwnerId, raw.Tags),
        asn: raw.Options?.AmazonSideAsn?.toString(),
        cidrs: raw.Options?.TransitGatewayCidrBlocks ?? [],
    };
}
function ec2_toAttachment(raw) {
    if (ec2_GONE.has(raw.State ?? ''))
        return undefined;
    return {
        ...common(raw.TransitGatewayAttachmentId, raw.VpcOwnerId, raw.Tags),
        transitGatewayId: raw.TransitGatewayId ?? '',
        vpcId: raw.VpcId ?? '',
    };
}
function toCustomerGateway(raw) {
    if (ec2_GONE.has(raw.State ?? ''))
        return undefined;
    return { ...common(raw.CustomerGatewayId, undefined, raw.Tags), asn: raw.BgpAsn ?? raw.BgpAsnExtended };
}
const KEY_IN_CONFIGURATION = /<pre_shared_key>([^<]*)<\/pre_shared_key>/g;
/** EC2 gives the pre-shared keys to whoever may read a connection, twice: they are masked before anything else. */
function toVpnConnection({ mask }) {
    return (raw) => {
        const tunnels = raw.Options?.TunnelOptions ?? [];
        const written = [...(raw.CustomerGatewayConfiguration ?? '').matchAll(KEY_IN_CONFIGURATION)];
        const keys = [...tunnels.map((tunnel) => tunnel.PreSharedKey), ...written.map(([, key]) => key)];
        for (const key of distinct(keys))
            mask(key);
        if (ec2_GONE.has(raw.State ?? ''))
            return undefined;
        return {
            ...common(raw.VpnConnectionId, undefined, raw.Tags),
            transitGatewayId: raw.TransitGatewayId,
            customerGatewayId: raw.CustomerGatewayId,
            insideCidrs: tunnels.map((tunnel) => tunnel.TunnelInsideCidr ?? tunnel.TunnelInsideIpv6Cidr),
        };
    };
}

;// CONCATENATED MODULE: ./lib/aws/eks.js

/** As `createEc2Reader`, for EKS (`AWS_ENDPOINT_URL_EKS`). */
async function createEksReader(region, deps) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(448)]).then(__webpack_require__.t.bind(__webpack_require__, 5448, 19));
    const client = new sdk.EKSClient({ region, maxAttempts: 1 });
    return {
        async cluster(name) {
            const answer = await readAws('EKS DescribeCluster', (abortSignal) => client.send(new sdk.DescribeClusterCommand({ name }), { abortSignal }), deps);
            if (!answer.ok)
                return answer;
            const { cluster } = answer.value;
            if (cluster === undefined)
                return { ok: false, reason: 'EKS DescribeCluster answered without a cluster' };
            const remote = cluster.remoteNetworkConfig;
            return {
                ok: true,
                value: {
                    arn: cluster.arn ?? '',
                    name: cluster.name ?? name,
                    vpcId: cluster.resourcesVpcConfig?.vpcId,
                    serviceCidr: cluster.kubernetesNetworkConfig?.serviceIpv4Cidr,
                    remoteNodeCidrs: (remote?.remoteNodeNetworks ?? []).flatMap(({ cidrs }) => cidrs ?? []),
                    remotePodCidrs: (remote?.remotePodNetworks ?? []).flatMap(({ cidrs }) => cidrs ?? []),
                    status: cluster.status,
                    version: cluster.version,
                    endpoint: cluster.endpoint,
                    certificateAuthority: cluster.certificateAuthority?.data,
                },
            };
        },
        accessTypes: (cluster, roleName) => readAccessTypes(sdk, client, cluster, roleName, deps),
    };
}
async function readAccessTypes(sdk, client, clusterName, roleName, deps) {
    const principals = await readAllPages('EKS ListAccessEntries', async (nextToken, abortSignal) => {
        const page = await client.send(new sdk.ListAccessEntriesCommand({ clusterName, nextToken }), {
            abortSignal,
        });
        return { items: page.accessEntries, next: page.nextToken };
    }, deps);
    if (!principals.ok)
        return principals;
    const types = [];
    for (const principalArn of principals.value.filter((arn) => arn.endsWith(`/${roleName}`))) {
        const entry = await readAws('EKS DescribeAccessEntry', (abortSignal) => client.send(new sdk.DescribeAccessEntryCommand({ clusterName, principalArn }), { abortSignal }), deps);
        if (!entry.ok)
            return entry;
        types.push(entry.value.accessEntry?.type ?? '');
    }
    return { ok: true, value: types };
}

;// CONCATENATED MODULE: ./lib/aws/route-facts.js
/** Routes of the VPCs. Every VPC has a main route table: an answer without one tells nothing. */
async function readVpcRoutes(context, vpcIds) {
    if (vpcIds === null)
        return context.sayUnknown('vpc-route', 'route tables', 'the VPCs could not be read');
    if (vpcIds.length === 0)
        return;
    const answer = await context.ec2.routeTables({ 'vpc-id': vpcIds });
    const tables = context.take(answer, ['vpc-route']);
    if (tables === null)
        return;
    for (const vpcId of vpcIds) {
        if (tables.some((table) => table.vpcId === vpcId))
            continue;
        context.sayUnknown('vpc-route', `route tables of ${vpcId}`, 'EC2 gives none, and every VPC has one');
    }
    for (const { id, name, ownerId, vpcId, routes } of tables) {
        const table = { role: 'vpc-route', id, name: name || id, network: vpcId, announced: null };
        addRoutes(context, table, routes, context.origin(id, ownerId));
    }
}
/** Routes of the transit gateways, and which of their tables the VPN connections announce. */
async function readGatewayRoutes(context, gatewayIds) {
    if (gatewayIds === null) {
        return context.sayUnknown('tgw-route', 'route tables', 'the Transit Gateway could not be found');
    }
    if (gatewayIds.length === 0)
        return;
    const filters = { 'transit-gateway-id': gatewayIds };
    const tables = context.take(await context.ec2.gatewayRouteTables(filters), ['tgw-route']);
    if (tables === null)
        return;
    const attachments = context.take(await context.ec2.gatewayAttachments(filters), ['tgw-route']);
    const ofVpn = attachments?.filter(({ kind }) => kind === 'vpn').map(({ routeTableId }) => routeTableId);
    for (const { id, name, transitGatewayId } of tables) {
        const routes = context.take(await context.ec2.gatewayRoutes(id), ['tgw-route']);
        const announced = ofVpn?.includes(id) ?? null;
        const table = { role: 'tgw-route', id, name: name || id, network: transitGatewayId, announced };
        addRoutes(context, table, routes ?? [], context.origin(id));
    }
}
/** What a list of prefixes may hold matters only where it leads to the other cloud. */
const LINK_TARGETS = new Set(['transit-gateway', 'vpn']);
function addRoutes(context, table, routes, origin) {
    const { role, name, network, announced } = table;
    for (const { destination, target, via, learnt, active } of routes) {
        if (destination !== undefined) {
            const route = { role, text: destination, table: name, network, target, via };
            context.facts.route({ ...route, learnt, active, announced, origin });
        }
        else if (LINK_TARGETS.has(target)) {
            const reason = `it leads a prefix list to ${via}, whose ranges it does not tell`;
            context.sayUnknown(role, `a route in ${name}`, reason);
        }
    }
}

;// CONCATENATED MODULE: ./lib/aws/address-facts.js




/**
 * Reads ranges and AS numbers of a live account: VPCs, subnets, Transit Gateways, customer gateways, VPN connections,
 * the routes of VPCs and Transit Gateways, and the cluster. A call that is denied or fails leaves what it would have told unknown.
 */
async function readAwsFacts(scope, deps) {
    const doors = {
        ec2: await createEc2Reader(scope.region, deps),
        eks: await createEksReader(scope.region, deps),
    };
    return new AwsFacts(scope, doors).read();
}
const ROUTES = ['vpc-route', 'tgw-route'];
class AwsFacts {
    #scope;
    #doors;
    #facts = new fact_builder/* FactBuilder */.K();
    constructor(scope, doors) {
        this.#scope = scope;
        this.#doors = doors;
    }
    async read() {
        const vpcIds = await this.#readCluster();
        if (vpcIds === null) {
            for (const role of ['vpc', 'aws-subnet', 'transit-gateway', 'tunnel-inside', ...ROUTES]) {
                this.#sayUnknown(role, 'what belongs to the cluster', 'the cluster could not be read');
            }
            return this.#facts.finish();
        }
        const found = await this.#readVpcs(vpcIds);
        await this.#readSubnets(found);
        const gatewayIds = await this.#findTransitGateways(vpcIds);
        const foundGateways = await this.#readTransitGateways(gatewayIds);
        await this.#readVpn(gatewayIds);
        await readVpcRoutes(this.#routeContext(), found ?? null);
        await readGatewayRoutes(this.#routeContext(), foundGateways);
        return this.#facts.finish();
    }
    /** The VPC of the cluster, when one is named. */
    async #readCluster() {
        const { clusterName } = this.#scope;
        if (clusterName === null)
            return undefined;
        const cluster = this.#take(await this.#doors.eks.cluster(clusterName), [
            'service',
            'remote-node',
            'remote-pod',
        ]);
        if (cluster === null)
            return null;
        const origin = this.#origin(cluster.arn, cluster.arn.split(':')[4]);
        const { name } = cluster;
        if (cluster.serviceCidr !== undefined)
            this.#facts.range('service', cluster.serviceCidr, name, origin);
        for (const text of cluster.remoteNodeCidrs)
            this.#facts.range('remote-node', text, name, origin);
        for (const text of cluster.remotePodCidrs)
            this.#facts.range('remote-pod', text, name, origin);
        return cluster.vpcId === undefined ? null : [cluster.vpcId];
    }
    async #readVpcs(ids) {
        const filters = ids === undefined ? this.#tagFilters() : { 'vpc-id': ids };
        const vpcs = this.#take(await this.#doors.ec2.vpcs(filters), ['vpc']);
        for (const { id, name, ownerId, cidrs } of vpcs ?? []) {
            for (const text of cidrs)
                this.#facts.range('vpc', text, name || id, this.#origin(id, ownerId), id);
        }
        // Of a list that could not be read, the cluster's own VPC is still known.
        return vpcs === null ? (ids ?? null) : vpcs.map(({ id }) => id);
    }
    async #readSubnets(vpcIds) {
        if (vpcIds === null)
            return this.#sayUnknown('aws-subnet', 'subnets', 'the VPCs could not be read');
        if (vpcIds?.length === 0)
            return;
        const filters = vpcIds === undefined ? {} : { 'vpc-id': vpcIds };
        const subnets = this.#take(await this.#doors.ec2.subnets(filters), ['aws-subnet']);
        for (const { id, name, ownerId, vpcId, cidrs } of subnets ?? []) {
            const origin = this.#origin(id, ownerId);
            for (const text of cidrs)
                this.#facts.range('aws-subnet', text, name || id, origin, vpcId);
        }
    }
    /** The Transit Gateways that the cluster's VPC is attached to. */
    async #findTransitGateways(vpcIds) {
        if (vpcIds === undefined)
            return undefined;
        const filters = { 'vpc-id': vpcIds };
        const attachments = this.#take(await this.#doors.ec2.vpcAttachments(filters), [
            'transit-gateway',
            'tgw-cidr',
        ]);
        return attachments === null ? null : [...new Set(attachments.map((one) => one.transitGatewayId))];
    }
    /** @returns the ids of those that are there; null when they are not known */
    async #readTransitGateways(ids) {
        if (ids === null)
            return null;
        if (ids?.length === 0)
            return [];
        const filters = ids === undefined ? this.#tagFilters() : { 'transit-gateway-id': ids };
        const answer = await this.#doors.ec2.transitGateways(filters);
        const gateways = this.#take(answer, ['transit-gateway', 'tgw-cidr']);
        for (const { id, name, ownerId, asn, cidrs } of gateways ?? []) {
            const origin = this.#origin(id, ownerId);
            if (asn !== undefined)
                this.#facts.asn('transit-gateway', asn, name || id, origin);
            for (const text of cidrs)
                this.#facts.range('tgw-cidr', text, name || id, origin);
        }
        // Of a list that could not be read, those that the VPC is attached to are still known.
        return gateways === null ? (ids ?? null) : gateways.map(({ id }) => id);
    }
    async #readVpn(gatewayIds) {
        if (gatewayIds === null) {
            return this.#sayUnknown('tunnel-inside', 'VPN connections', 'the Transit Gateway could not be found');
        }
        if (gatewayIds?.length === 0)
            return;
        const filters = gatewayIds === undefined ? this.#tagFilters() : { 'transit-gateway-id': gatewayIds };
        const connections = this.#take(await this.#doors.ec2.vpnConnections(filters), ['tunnel-inside']);
        for (const { id, name, insideCidrs } of connections ?? []) {
            for (const [index, text] of insideCidrs.entries()) {
                const tunnel = `${name || id}-tunnel${index + 1}`;
                if (text === undefined)
                    this.#sayUnknown('tunnel-inside', tunnel, 'EC2 does not say its inside range');
                else
                    this.#facts.range('tunnel-inside', text, tunnel, this.#origin(id));
            }
        }
        const customers = connections?.flatMap(({ customerGatewayId }) => customerGatewayId ?? []);
        await this.#readCustomerGateways(connections === null ? null : [...new Set(customers)]);
    }
    async #readCustomerGateways(ids) {
        if (ids === null) {
            return this.#sayUnknown('customer-gateway', 'customer gateways', 'the VPN connections could not be read');
        }
        if (ids.length === 0)
            return;
        const answer = await this.#doors.ec2.customerGateways({ 'customer-gateway-id': ids });
        for (const { id, name, asn } of this.#take(answer, ['customer-gateway']) ?? []) {
            if (asn !== undefined)
                this.#facts.asn('customer-gateway', asn, name || id, this.#origin(id));
        }
    }
    #routeContext() {
        return {
            ec2: this.#doors.ec2,
            facts: this.#facts,
            take: (answer, roles) => this.#take(answer, roles),
            sayUnknown: (role, what, reason) => this.#sayUnknown(role, what, reason),
            origin: (id, account) => this.#origin(id, account),
        };
    }
    #tagFilters() {
        const tags = Object.entries(this.#scope.tags ?? {});
        return Object.fromEntries(tags.map(([name, value]) => [`tag:${name}`, [value]]));
    }
    #take(answer, roles) {
        if (answer.ok)
            return answer.value;
        for (const role of roles)
            this.#sayUnknown(role, role, answer.reason);
        return null;
    }
    #sayUnknown(role, what, reason) {
        this.#facts.unknown({
            what: `${what} in AWS ${this.#scope.region}`,
            role,
            reason,
            origin: this.#origin(),
        });
    }
    #origin(id, account) {
        const where = account === undefined || account === '' ? '' : `${account} `;
        const source = `AWS ${where}${this.#scope.region}`;
        return id === undefined ? { kind: 'aws', source } : { kind: 'aws', source, id };
    }
}


/***/ })

};
