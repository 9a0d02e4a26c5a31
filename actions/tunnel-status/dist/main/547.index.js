export const id = 547;
export const ids = [547];
export const modules = {

/***/ 8547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readAwsLinks: () => (/* binding */ readAwsLinks)
});

// EXTERNAL MODULE: ./lib/tunnels/parallel.js
var parallel = __webpack_require__(1993);
// EXTERNAL MODULE: ./lib/action/action-errors.js
var action_errors = __webpack_require__(129);
// EXTERNAL MODULE: ./lib/action/errors.js
var errors = __webpack_require__(308);
// EXTERNAL MODULE: ./lib/action/retry.js
var retry = __webpack_require__(3045);
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

;// CONCATENATED MODULE: ./lib/aws/cloudwatch.js

/** Queries that one call of GetMetricData takes. */
const MOST_QUERIES = 500;
const PERIOD_SECONDS = 60;
/**
 * `AWS/VPN TunnelState` of many tunnels in as few calls as there may be: of a BGP tunnel 1 is established. A minute in
 * which it was both is down. Tunnels without a reading have an empty list.
 */
async function readTunnelHistory(region, tunnels, window, deps) {
    const { CloudWatchClient, GetMetricDataCommand } = await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(793)]).then(__webpack_require__.t.bind(__webpack_require__, 5793, 19));
    const client = new CloudWatchClient({ region, maxAttempts: 1 });
    const readings = [];
    for (let from = 0; from < tunnels.length; from += MOST_QUERIES) {
        const chunk = tunnels.slice(from, from + MOST_QUERIES);
        const answer = await readAllPages('CloudWatch GetMetricData', async (NextToken, abortSignal) => {
            const command = new GetMetricDataCommand({
                MetricDataQueries: chunk.map(toQuery),
                StartTime: new Date(window.from),
                EndTime: new Date(window.to),
                ScanBy: 'TimestampAscending',
                ...(NextToken === undefined ? {} : { NextToken }),
            });
            const page = await client.send(command, { abortSignal });
            const failed = page.MetricDataResults?.find(({ StatusCode }) => StatusCode === 'InternalError' || StatusCode === 'Forbidden');
            if (failed !== undefined)
                throw new Error(`the answer for ${failed.Label ?? failed.Id ?? ''} is ${failed.StatusCode ?? ''}`);
            return { items: page.MetricDataResults, next: page.NextToken };
        }, deps);
        if (!answer.ok)
            return answer;
        readings.push(...chunk.map((_tunnel, index) => readingsOf(answer.value, `t${index}`)));
    }
    return { ok: true, value: readings };
}
function toQuery({ connectionId, outsideAddress }, index) {
    return {
        Id: `t${index}`,
        MetricStat: {
            Metric: {
                Namespace: 'AWS/VPN',
                MetricName: 'TunnelState',
                Dimensions: [
                    { Name: 'VpnId', Value: connectionId },
                    { Name: 'TunnelIpAddress', Value: outsideAddress },
                ],
            },
            Period: PERIOD_SECONDS,
            Stat: 'Minimum',
        },
    };
}
/** A metric may be spread over pages. */
function readingsOf(results, id) {
    const all = results
        .filter(({ Id }) => Id === id)
        .flatMap(({ Timestamps = [], Values = [] }) => Timestamps.map((time, index) => ({ at: time.getTime(), up: (Values[index] ?? 0) >= 1 })));
    return all.sort((one, other) => one.at - other.at);
}

;// CONCATENATED MODULE: ./lib/aws/direct-connect.js

/** The SDK is loaded here. Keys of BGP are masked, and dropped before anything else sees an answer. */
async function createDirectConnectReader(region, deps) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(39)]).then(__webpack_require__.t.bind(__webpack_require__, 420, 19));
    const client = new sdk.DirectConnectClient({ region, maxAttempts: 1 });
    const list = (name, request) => readAllPages(`DirectConnect ${name}`, (nextToken, abortSignal) => request(nextToken === undefined ? {} : { nextToken }, { abortSignal }), deps);
    return {
        associations: (directConnectGatewayId) => list('DescribeDirectConnectGatewayAssociations', async (page, options) => {
            const input = { directConnectGatewayId, ...page };
            const command = new sdk.DescribeDirectConnectGatewayAssociationsCommand(input);
            const answer = await client.send(command, options);
            const items = listOf(answer.directConnectGatewayAssociations, 'associations');
            return { items: items.map(toAssociation), next: answer.nextToken };
        }),
        attachments: (directConnectGatewayId) => list('DescribeDirectConnectGatewayAttachments', async (page, options) => {
            const input = { directConnectGatewayId, ...page };
            const command = new sdk.DescribeDirectConnectGatewayAttachmentsCommand(input);
            const answer = await client.send(command, options);
            const items = listOf(answer.directConnectGatewayAttachments, 'attachments');
            return { items: items.map(toPlace), next: answer.nextToken };
        }),
        virtualInterfaces: () => list('DescribeVirtualInterfaces', async (page, options) => {
            const answer = await client.send(new sdk.DescribeVirtualInterfacesCommand(page), options);
            const raws = listOf(answer.virtualInterfaces, 'virtual interfaces');
            for (const raw of raws)
                maskKeys(raw, deps);
            return { items: raws.map(toInterface), next: answer.nextToken };
        }),
    };
}
/** An answer without its list is half finished, and is not an empty one. */
function listOf(items, what) {
    if (items === undefined)
        throw new Error(`AWS answered without a list of ${what}`);
    return items;
}
const KEY_IN_CONFIGURATION = /<bgp_auth_key>([^<]*)<\/bgp_auth_key>/g;
/** Direct Connect gives the key of BGP in clear to whoever may list interfaces, in three places. */
function maskKeys({ authKey, bgpPeers = [], customerRouterConfig = '' }, deps) {
    const written = [...customerRouterConfig.matchAll(KEY_IN_CONFIGURATION)].map(([, key]) => key);
    for (const key of [authKey, ...bgpPeers.map((peer) => peer.authKey), ...written]) {
        if (key !== undefined && key !== '')
            deps.mask(key);
    }
}
function toInterface(raw) {
    const { awsLogicalDeviceId, awsDeviceV2 } = raw;
    return {
        id: raw.virtualInterfaceId ?? '',
        name: raw.virtualInterfaceName ?? '',
        location: raw.location ?? '',
        connectionId: raw.connectionId ?? '',
        device: [awsLogicalDeviceId, awsDeviceV2].find((text) => text !== undefined && text !== '') ?? null,
        state: raw.virtualInterfaceState ?? 'unknown',
        mtu: raw.mtu ?? null,
        peers: (raw.bgpPeers ?? []).filter(({ addressFamily }) => addressFamily !== 'ipv6').map(toPeer),
    };
}
function toPeer(raw) {
    return {
        state: raw.bgpPeerState ?? '',
        status: raw.bgpStatus === 'up' || raw.bgpStatus === 'down' ? raw.bgpStatus : 'unknown',
        amazonAddress: raw.amazonAddress ?? '',
        customerAddress: raw.customerAddress ?? '',
        asn: raw.asnLong ?? raw.asn ?? null,
    };
}
function toPlace(raw) {
    return {
        interfaceId: raw.virtualInterfaceId ?? '',
        region: raw.virtualInterfaceRegion ?? '',
        ownerAccount: raw.virtualInterfaceOwnerAccount ?? '',
        state: raw.attachmentState ?? 'unknown',
    };
}
function toAssociation(raw) {
    return {
        id: raw.associationId ?? '',
        transitGatewayId: raw.associatedGateway?.id ?? '',
        state: raw.associationState ?? 'unknown',
        error: raw.stateChangeError ?? '',
        allowedPrefixes: (raw.allowedPrefixesToDirectConnectGateway ?? []).flatMap(({ cidr }) => cidr ?? []),
    };
}

;// CONCATENATED MODULE: ./lib/aws/direct-connect-facts.js


/** Direct Connect allows an account few calls at once. */
const AT_ONCE = 8;
/**
 * Reads Direct Connect gateways with what hangs at them. A gateway is of no region, its interfaces are: each region is
 * asked once, and one that no gateway has an interface in is not asked at all. Without a gateway nothing is asked.
 */
async function readDirectConnect(region, gatewayIds, deps) {
    if (gatewayIds.length === 0)
        return [];
    const reader = await createDirectConnectReader(region, deps);
    const gateways = await (0,parallel/* mapLimited */.b)(gatewayIds, AT_ONCE, async (id) => {
        const [associations, attachments] = await Promise.all([reader.associations(id), reader.attachments(id)]);
        return { id, associations, attachments };
    });
    const places = gateways.flatMap(({ attachments }) => (attachments.ok ? attachments.value : []));
    const regions = [...new Set(places.map((place) => place.region))];
    const lists = await (0,parallel/* mapLimited */.b)(regions, AT_ONCE, async (name) => {
        const own = name === region ? reader : await createDirectConnectReader(name, deps);
        return [name, await own.virtualInterfaces()];
    });
    const byRegion = new Map(lists);
    return gateways.map(({ id, associations, attachments }) => ({
        id,
        associations,
        attachments: attachments.ok
            ? { ok: true, value: attachments.value.map((place) => withDetail(place, byRegion.get(place.region))) }
            : attachments,
    }));
}
/** An interface of another account is told of to that account alone. */
function withDetail({ interfaceId, ownerAccount, state }, interfaces) {
    if (interfaces?.ok !== true) {
        const reason = interfaces?.reason ?? 'its region was not asked';
        return { interfaceId, state, detail: { ok: false, reason } };
    }
    const found = interfaces.value.find(({ id }) => id === interfaceId);
    const detail = found === undefined
        ? {
            ok: false,
            reason: `AWS does not tell of ${interfaceId}, which is of the account ${ownerAccount}`,
        }
        : { ok: true, value: found };
    return { interfaceId, state, detail };
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
const ec2_KEY_IN_CONFIGURATION = /<pre_shared_key>([^<]*)<\/pre_shared_key>/g;
/** EC2 gives the pre-shared keys to whoever may read a connection, twice: they are masked before anything else. */
function toVpnConnection({ mask }) {
    return (raw) => {
        const tunnels = raw.Options?.TunnelOptions ?? [];
        const written = [...(raw.CustomerGatewayConfiguration ?? '').matchAll(ec2_KEY_IN_CONFIGURATION)];
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

// EXTERNAL MODULE: ./lib/tunnels/crypto.js
var tunnels_crypto = __webpack_require__(9091);
;// CONCATENATED MODULE: ./lib/aws/vpn.js



const vpn_GONE = new Set(['deleted', 'deleting']);
/** The SDK is loaded here. Keys are masked and turned into marks before anything else sees an answer. */
async function createVpnReader(region, marker, deps) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(777), __webpack_require__.e(637)]).then(__webpack_require__.t.bind(__webpack_require__, 1637, 19));
    const client = new sdk.EC2Client({ region, maxAttempts: 1 });
    const list = ec2Lister(client, deps);
    return {
        vpnConnections: list('DescribeVpnConnections', toVpn(marker, deps), async (send, { Filters }) => {
            const { VpnConnections } = await send(new sdk.DescribeVpnConnectionsCommand({ Filters }));
            return { items: VpnConnections, next: undefined };
        }),
        customerGateways: list('DescribeCustomerGateways', vpn_toCustomerGateway, async (send, { Filters }) => {
            const { CustomerGateways } = await send(new sdk.DescribeCustomerGatewaysCommand({ Filters }));
            return { items: CustomerGateways, next: undefined };
        }),
        attachments: list('DescribeTransitGatewayAttachments', vpn_toAttachment, async (send, input) => {
            const answer = await send(new sdk.DescribeTransitGatewayAttachmentsCommand(input));
            return { items: answer.TransitGatewayAttachments, next: answer.NextToken };
        }),
        propagations: (TransitGatewayRouteTableId) => list('GetTransitGatewayRouteTablePropagations', toPropagation, async (send, input) => {
            const answer = await send(new sdk.GetTransitGatewayRouteTablePropagationsCommand({ ...input, TransitGatewayRouteTableId }));
            return { items: answer.TransitGatewayRouteTablePropagations, next: answer.NextToken };
        })({}),
        ...tunnelCalls(client, sdk, deps),
    };
}
function tunnelCalls(client, sdk, deps) {
    return {
        negotiated: (VpnConnectionId, VpnTunnelOutsideIpAddress) => readAws('EC2 GetActiveVpnTunnelStatus', async (abortSignal) => {
            const command = new sdk.GetActiveVpnTunnelStatusCommand({
                VpnConnectionId,
                VpnTunnelOutsideIpAddress,
            });
            return toNegotiated((await client.send(command, { abortSignal })).ActiveVpnTunnelStatus ?? {});
        }, deps),
        maintenance: (VpnConnectionId, VpnTunnelOutsideIpAddress) => readAws('EC2 GetVpnTunnelReplacementStatus', async (abortSignal) => {
            const command = new sdk.GetVpnTunnelReplacementStatusCommand({
                VpnConnectionId,
                VpnTunnelOutsideIpAddress,
            });
            const { MaintenanceDetails: details } = await client.send(command, { abortSignal });
            return {
                pending: !/^(?:none|no|false|)$/i.test(details?.PendingMaintenance ?? ''),
                appliedAfter: details?.MaintenanceAutoAppliedAfter?.getTime() ?? null,
                lastApplied: details?.LastMaintenanceApplied?.getTime() ?? null,
            };
        }, deps),
    };
}
const PROVISIONING = ['available', 'pending', 'failed'];
function toNegotiated(raw) {
    const name = (text) => text === undefined || text === '' || text === 0 ? null : (0,tunnels_crypto/* cipherName */.Fo)(text);
    return {
        provisioning: PROVISIONING.find((state) => state === raw.ProvisioningStatus) ?? 'unknown',
        provisioningReason: raw.ProvisioningStatusReason ?? '',
        ikeVersion: raw.IkeVersion?.toLowerCase() ?? null,
        phase1: name(raw.Phase1EncryptionAlgorithm),
        phase1Group: name(raw.Phase1DHGroup),
        phase2: name(raw.Phase2EncryptionAlgorithm),
        phase2Group: name(raw.Phase2DHGroup),
    };
}
const vpn_KEY_IN_CONFIGURATION = /<pre_shared_key>([^<]*)<\/pre_shared_key>/g;
function toVpn(marker, { mask }) {
    return (raw) => {
        const options = raw.Options?.TunnelOptions ?? [];
        const written = [...(raw.CustomerGatewayConfiguration ?? '').matchAll(vpn_KEY_IN_CONFIGURATION)];
        for (const key of [...options.map((one) => one.PreSharedKey), ...written.map(([, key]) => key)]) {
            if (key !== undefined && key !== '')
                mask(key);
        }
        if (vpn_GONE.has(raw.State ?? ''))
            return undefined;
        return {
            ...common(raw.VpnConnectionId, undefined, raw.Tags),
            state: raw.State ?? '',
            transitGatewayId: raw.TransitGatewayId ?? null,
            customerGatewayId: raw.CustomerGatewayId ?? null,
            tunnels: options.map((option) => toTunnel(option, raw, marker)),
        };
    };
}
function toTunnel(option, { VgwTelemetry = [] }, marker) {
    const outsideAddress = option.OutsideIpAddress ?? '';
    const telemetry = VgwTelemetry.find((one) => one.OutsideIpAddress === outsideAddress);
    const status = telemetry?.Status;
    return {
        outsideAddress,
        insideCidr: option.TunnelInsideCidr ?? null,
        status: status === 'UP' || status === 'DOWN' ? status : null,
        statusMessage: telemetry?.StatusMessage ?? '',
        acceptedRoutes: telemetry?.AcceptedRouteCount ?? null,
        lastStatusChange: telemetry?.LastStatusChange?.getTime() ?? null,
        asked: {
            ikeVersions: values(option.IkeVersions).map((text) => text.toLowerCase()),
            phase1Encryption: values(option.Phase1EncryptionAlgorithms),
            phase1Integrity: values(option.Phase1IntegrityAlgorithms),
            phase1Groups: values(option.Phase1DHGroupNumbers),
            phase2Encryption: values(option.Phase2EncryptionAlgorithms),
            phase2Integrity: values(option.Phase2IntegrityAlgorithms),
            phase2Groups: values(option.Phase2DHGroupNumbers),
            phase2Lifetime: option.Phase2LifetimeSeconds ?? null,
        },
        keyMark: marker(option.PreSharedKey),
    };
}
function values(list) {
    return (list ?? []).flatMap(({ Value }) => (Value === undefined ? [] : [(0,tunnels_crypto/* cipherName */.Fo)(Value)]));
}
function vpn_toCustomerGateway(raw) {
    if (vpn_GONE.has(raw.State ?? ''))
        return undefined;
    return {
        ...common(raw.CustomerGatewayId, undefined, raw.Tags),
        address: raw.IpAddress ?? null,
        asn: raw.BgpAsn ?? raw.BgpAsnExtended ?? null,
    };
}
function vpn_toAttachment(raw) {
    if (vpn_GONE.has(raw.State ?? ''))
        return undefined;
    return {
        ...common(raw.TransitGatewayAttachmentId, raw.ResourceOwnerId, raw.Tags),
        transitGatewayId: raw.TransitGatewayId ?? '',
        kind: raw.ResourceType ?? '',
        resourceId: raw.ResourceId ?? '',
        tableId: raw.Association?.TransitGatewayRouteTableId ?? null,
    };
}
function toPropagation(raw) {
    return raw.State === 'disabled' || raw.State === 'disabling' ? undefined : raw.TransitGatewayAttachmentId;
}

;// CONCATENATED MODULE: ./lib/aws/vpn-facts.js





/** Calls to EC2 at the same time: below what it allows an account at once. */
const vpn_facts_AT_ONCE = 20;
/**
 * Reads the AWS side of all links in two rounds of parallel calls: what there is, then what each tunnel and each table
 * of a transit gateway says.
 */
async function readAwsLinks(scope, marker, deps) {
    const [ec2, vpn] = await Promise.all([
        createEc2Reader(scope.region, deps),
        createVpnReader(scope.region, marker, deps),
    ]);
    const ofGateway = filter('transit-gateway-id', scope.transitGatewayIds);
    const [connections, customers, gateways, attachments, tables, vpcTables] = await Promise.all([
        vpn.vpnConnections(ofGateway),
        vpn.customerGateways({}),
        ec2.transitGateways(ofGateway),
        vpn.attachments(ofGateway),
        ec2.gatewayRouteTables(ofGateway),
        ec2.routeTables(filter('route-table-id', scope.vpcTableIds)),
    ]);
    const [awsTunnels, transitGateways, directConnect] = await Promise.all([
        readTunnels({ connections, customers }, vpn, scope, deps),
        readGateways({ connections, gateways, attachments, tables }, { ec2, vpn }),
        readDirectConnect(scope.region, privateGatewaysOf(attachments, scope), deps),
    ]);
    return {
        lacking: [customers, attachments, tables].flatMap((list) => (list.ok ? [] : [list.reason])),
        awsTunnels,
        transitGateways,
        directConnect: { ok: true, value: directConnect },
        vpcTables: toTables(vpcTables),
    };
}
function toTables(tables) {
    if (!tables.ok)
        return tables;
    const value = tables.value.map(({ id, name, vpcId, routes }) => ({
        id,
        name,
        vpcId,
        routes: { ok: true, value: routes },
    }));
    return { ok: true, value };
}
/** A VPN alone asks nothing of Direct Connect. */
function privateGatewaysOf(attachments, { directConnectGatewayIds }) {
    const found = attachments.ok
        ? attachments.value.flatMap(({ kind, resourceId }) => (kind === DIRECT_CONNECT ? resourceId : []))
        : [];
    return [...new Set([...directConnectGatewayIds, ...found])];
}
/** As EC2 calls the attachment of a Direct Connect gateway. */
const DIRECT_CONNECT = 'direct-connect-gateway';
function filter(name, values) {
    return values.length === 0 ? {} : { [name]: values };
}
async function readTunnels({ connections, customers }, vpn, scope, deps) {
    if (!connections.ok)
        return connections;
    // A link ends at a transit gateway; other connections are not of this suite.
    const found = connections.value
        .filter(({ transitGatewayId }) => transitGatewayId !== null)
        .flatMap((connection) => connection.tunnels.map((tunnel) => ({ connection, tunnel })));
    const ids = found.map(({ connection, tunnel }) => ({
        connectionId: connection.id,
        outsideAddress: tunnel.outsideAddress,
    }));
    const [histories, details] = await Promise.all([
        readHistories(ids, scope, deps),
        (0,parallel/* mapLimited */.b)(found, vpn_facts_AT_ONCE, ({ connection, tunnel }) => Promise.all([
            vpn.negotiated(connection.id, tunnel.outsideAddress),
            vpn.maintenance(connection.id, tunnel.outsideAddress),
        ])),
    ]);
    const value = found.flatMap((one, index) => {
        const detail = details[index];
        if (detail === undefined)
            return [];
        const history = histories.ok ? { ok: true, value: histories.value[index] ?? [] } : histories;
        return [{ ...toAwsTunnel(one, customers), negotiated: detail[0], maintenance: detail[1], history }];
    });
    return { ok: true, value };
}
function toAwsTunnel({ connection, tunnel }, customers) {
    const all = customers.ok ? customers.value : [];
    const customer = all.find(({ id }) => id === connection.customerGatewayId);
    return {
        ...tunnel,
        connectionId: connection.id,
        connectionName: connection.name,
        connectionState: connection.state,
        transitGatewayId: connection.transitGatewayId,
        customerGateway: { address: customer?.address ?? null, asn: customer?.asn ?? null },
    };
}
function readHistories(ids, { region, historyMs }, deps) {
    if (historyMs === 0 || ids.length === 0)
        return Promise.resolve({ ok: true, value: [] });
    const to = deps.clock.now();
    return readTunnelHistory(region, ids, { from: to - historyMs, to }, deps);
}
async function readGateways(lists, doors) {
    const { gateways, connections } = lists;
    if (!gateways.ok)
        return gateways;
    const isWhole = connections.ok && lists.attachments.ok;
    const used = new Set([
        ...(connections.ok ? connections.value.map(({ transitGatewayId }) => transitGatewayId) : []),
        ...(lists.attachments.ok
            ? lists.attachments.value.flatMap((one) => (one.kind === DIRECT_CONNECT ? one.transitGatewayId : []))
            : []),
    ]);
    const wanted = gateways.value.filter(({ id }) => !isWhole || used.has(id));
    const value = await (0,parallel/* mapLimited */.b)(wanted, vpn_facts_AT_ONCE, async ({ id, asn }) => {
        const own = lists.attachments.ok
            ? lists.attachments.value.filter((one) => one.transitGatewayId === id)
            : undefined;
        const tables = lists.tables.ok ? lists.tables.value.filter((one) => one.transitGatewayId === id) : [];
        const read = await Promise.all(tables.map((table) => readTable(table, doors)));
        return {
            id,
            asn: asn ?? null,
            attachments: lists.attachments.ok ? { ok: true, value: own ?? [] } : lists.attachments,
            tables: lists.tables.ok ? { ok: true, value: read.map(({ table }) => table) } : lists.tables,
            propagations: new Map(read.map(({ table, propagations }) => [table.id, propagations])),
        };
    });
    return { ok: true, value };
}
async function readTable({ id, name }, { ec2, vpn }) {
    const [routes, propagations] = await Promise.all([ec2.gatewayRoutes(id), vpn.propagations(id)]);
    return { table: { id, name, routes }, propagations };
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
