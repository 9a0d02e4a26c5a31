export const id = 798;
export const ids = [798];
export const modules = {

/***/ 4798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PlanFactReader: () => (/* binding */ PlanFactReader)
});

// UNUSED EXPORTS: factsOfPlan, factsOfState, readTerraformFacts

// EXTERNAL MODULE: ./lib/terraform/plan-json.js
var plan_json = __webpack_require__(1155);
;// CONCATENATED MODULE: ./lib/net/sources/fact-builder.js
const VPC_ROLES = new Set(['vpc', 'aws-subnet']);
const VNET_ROLES = new Set(['vnet', 'azure-subnet']);
/**
 * Collects the facts of one source. What the source says twice with the same words (a virtual network repeats its
 * subnets) is kept once, and networks are told apart only where the source has several.
 */
class fact_builder_FactBuilder {
    #ranges = new Map();
    #asns = new Map();
    #tunnels = new Map();
    #peerings = new Map();
    #uses = new Map();
    #quantities = [];
    #modes = [];
    #routes = [];
    #unknown = [];
    range(role, text, name, origin, network = '') {
        keepFirst(this.#ranges, [role, text, name, network], { role, text, name, network, origin });
    }
    asn(role, text, name, origin) {
        // Two transit gateways with one name and number are two; the nodes of one Cilium are one.
        const thing = role === 'transit-gateway' ? [origin.id ?? '', origin.address ?? ''] : [];
        keepFirst(this.#asns, [role, text, name, ...thing], { role, text, name, origin });
    }
    /**
     * An end of a tunnel, said by what owns it (`own`), by the other side's view of it (`peer`), or by something that
     * merely uses it (`use`). Each counts only where those before it do not name the address: a healthy plan repeats the
     * addresses in all three, while two owners of one address are a fault to be seen.
     */
    tunnelAddress(by, side, text, name, origin) {
        const fact = { side, text, name, origin };
        if (by === 'own')
            keepFirst(this.#tunnels, [side, text, name], fact);
        else if (by === 'peer')
            keepFirst(this.#peerings, [side, text, name], fact);
        else
            keepFirst(this.#uses, [side, text], fact);
    }
    quantity(quantity, value, name, origin) {
        this.#quantities.push({ quantity, value, name, origin });
    }
    mode(podRouting, origin) {
        if (!this.#modes.some((mode) => mode.podRouting === podRouting))
            this.#modes.push({ podRouting, origin });
    }
    route(fact) {
        this.#routes.push(fact);
    }
    unknown(fact) {
        this.#unknown.push(fact);
    }
    finish() {
        const ranges = [...this.#ranges.values()];
        const isSingle = (roles) => new Set(ranges.filter(({ role }) => roles.has(role)).map(({ network }) => network)).size <= 1;
        const oneVpc = isSingle(VPC_ROLES);
        const oneVnet = isSingle(VNET_ROLES);
        return {
            ranges: ranges.map((fact) => {
                const isOnly = (VPC_ROLES.has(fact.role) && oneVpc) || (VNET_ROLES.has(fact.role) && oneVnet);
                return isOnly ? { ...fact, network: '' } : fact;
            }),
            asns: [...this.#asns.values()],
            tunnelAddresses: this.#tunnelAddresses(),
            quantities: this.#quantities,
            modes: this.#modes,
            routes: this.#routes,
            unknown: this.#unknown,
        };
    }
    #tunnelAddresses() {
        return [this.#peerings, this.#uses].reduce((known, further) => {
            const named = new Set(known.map(({ side, text }) => `${side} ${text}`));
            return [...known, ...[...further.values()].filter(({ side, text }) => !named.has(`${side} ${text}`))];
        }, [...this.#tunnels.values()]);
    }
}
function keepFirst(facts, words, fact) {
    const key = JSON.stringify(words);
    if (!facts.has(key))
        facts.set(key, fact);
}

;// CONCATENATED MODULE: ./lib/net/sources/terraform-object.js

const AFTER_APPLY = 'is known only after apply';
const SENSITIVE = 'is marked as sensitive and therefore not read';
function attributeOf(object, path) {
    if (isMarked(object.unknown, path))
        return { state: 'unknown', reason: AFTER_APPLY };
    const value = valueAt(object.values, path);
    if (value === undefined || value === null || value === '')
        return { state: 'absent' };
    if (isMarked(object.sensitive, path))
        return { state: 'unknown', reason: SENSITIVE };
    return { state: 'known', value };
}
function step(value, key) {
    if (typeof key === 'number')
        return Array.isArray(value) ? value[key] : undefined;
    return (0,plan_json/* isObject */.Gv)(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
function valueAt(value, path) {
    return path.reduce(step, value);
}
/** Marks stand at the value itself or at anything that holds it. */
function isMarked(mirror, path) {
    let at = mirror;
    for (const key of path) {
        if (at === true)
            return true;
        at = step(at, key);
    }
    return at === true;
}
/** A text or a number as text; undefined for anything else or when it is not known. */
function textOf(object, path) {
    const found = attributeOf(object, path);
    return found.state === 'known' ? scalarText(found.value) : undefined;
}
function scalarText(value) {
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
/** How many entries a list attribute or a kind of block has. */
function lengthOf(object, path) {
    const value = valueAt(object.values, path);
    return Array.isArray(value) ? value.length : 0;
}
/** A name for people: the tag `Name`, else the key of the object, else its name in the configuration. */
function nameOf(object) {
    return textOf(object, ['tags', 'Name']) ?? textOf(object, ['name']) ?? String(object.index ?? object.name);
}
/**
 * Reads one value into a fact: `use` gets it as text, what is not known is said. An absent value is nothing.
 */
function take(reading, object, path, role, use) {
    const found = attributeOf(object, path);
    if (found.state === 'absent')
        return;
    if (found.state === 'unknown')
        return sayUnknown(reading, object, path, role, found.reason);
    const text = scalarText(found.value);
    if (text === undefined)
        sayUnknown(reading, object, path, role, 'is neither a text nor a number');
    else
        use(text);
}
/** The same for every entry of a list or set. */
function takeEach(reading, object, path, role, use) {
    const found = attributeOf(object, path);
    if (found.state === 'unknown')
        return sayUnknown(reading, object, path, role, found.reason);
    // An entry that is not known yet is missing in the values and present among the marks.
    const marks = valueAt(object.unknown, path);
    const count = Math.max(lengthOf(object, path), Array.isArray(marks) ? marks.length : 0);
    for (let index = 0; index < count; index += 1)
        take(reading, object, [...path, index], role, use);
}
function sayUnknown(reading, object, path, role, reason) {
    const what = `${pathText(path)} of ${object.address}`;
    reading.facts.unknown({ what, role, reason: `it ${reason}`, origin: reading.originOf(object) });
}
function pathText(path) {
    return path.reduce((text, key) => {
        if (typeof key === 'number')
            return `${text}[${key}]`;
        return text === '' ? key : `${text}.${key}`;
    }, '');
}

;// CONCATENATED MODULE: ./lib/net/sources/stack-outputs.js




/** The output of the foundation stack that holds its ranges and AS numbers. */
const ADDRESS_PLAN_OUTPUT = 'address_plan';
/** Single ranges: path, role, name. The names of the two Azure subnets are those Azure asks for. */
const RANGES = [
    [['aws', 'vpc_cidr'], 'vpc', 'VPC'],
    [['aws', 'service_cidr'], 'service', 'Kubernetes services'],
    [['azure', 'vnet_cidr'], 'vnet', 'virtual network'],
    [['azure', 'gateway_subnet'], 'azure-subnet', 'GatewaySubnet'],
    [['azure', 'route_server_subnet'], 'azure-subnet', 'RouteServerSubnet'],
];
/** Maps of name to range, with what is added to the name. */
const RANGE_MAPS = [
    [['aws', 'private_subnets'], 'aws-subnet', ' private'],
    [['aws', 'public_subnets'], 'aws-subnet', ' public'],
    [['aws', 'control_plane_subnets'], 'aws-subnet', ' control plane'],
    [['azure', 'node_subnets'], 'azure-subnet', ''],
    [['tunnel_inside_cidrs'], 'tunnel-inside', ''],
];
const RANGE_LISTS = [
    [['remote_node_cidrs'], 'remote-node', 'remote nodes'],
    [['remote_pod_cidrs'], 'remote-pod', 'remote pods'],
];
const ASNS = [
    [['asns', 'transit_gateway'], 'transit-gateway', 'transit gateway'],
    [['asns', 'azure_gateway'], 'azure-gateway', 'Azure VPN gateway'],
    [['asns', 'node_bgp'], 'cilium', 'Cilium on the nodes'],
];
/** Members that hold no range: where the networks are. */
const OTHER = new Set(['aws.region', 'azure.location']);
const KNOWN = new Set([
    ...[...RANGES, ...RANGE_MAPS, ...RANGE_LISTS, ...ASNS].map(([path]) => path.join('.')),
    ...OTHER,
]);
const GROUPS = new Set(['aws', 'azure', 'asns']);
/** Adds the facts of the output `address_plan`. A member that this version does not know is said, not passed over. */
function addStackOutput(facts, output, origin) {
    const object = {
        address: `output.${ADDRESS_PLAN_OUTPUT}`,
        module: '',
        type: '',
        name: ADDRESS_PLAN_OUTPUT,
        index: null,
        values: (0,plan_json/* isObject */.Gv)(output.value) ? output.value : {},
        unknown: output.unknown,
        sensitive: output.sensitive,
    };
    const at = { ...origin, address: object.address };
    const reading = {
        facts,
        originOf: () => at,
        vpcOf: () => undefined,
        referencesOf: () => [],
        isConfigured: () => undefined,
    };
    if (output.sensitive === true || output.unknown === true || !(0,plan_json/* isObject */.Gv)(output.value)) {
        const reason = output.sensitive === true ? SENSITIVE : output.unknown === true ? AFTER_APPLY : 'is no object';
        facts.unknown({ what: object.address, reason: `it ${reason}`, origin: at });
        return;
    }
    addRanges(reading, object, at);
    for (const [path, role, name] of ASNS) {
        take(reading, object, path, role, (text) => facts.asn(role, text, name, at));
    }
    for (const key of unknownMembers(output.value)) {
        facts.unknown({
            what: `${key} of ${object.address}`,
            reason: 'this version does not know the member',
            origin: at,
        });
    }
}
function addRanges(reading, object, origin) {
    const { facts } = reading;
    for (const [path, role, name] of RANGES) {
        take(reading, object, path, role, (text) => facts.range(role, text, name, origin));
    }
    for (const [path, role, suffix] of RANGE_MAPS) {
        const map = valueAt(object.values, path);
        const marks = valueAt(object.unknown, path);
        if (marks === true)
            sayUnknown(reading, object, path, role, AFTER_APPLY);
        const names = new Set([...namesOf(map), ...namesOf(marks)]);
        for (const name of names) {
            take(reading, object, [...path, name], role, (text) => facts.range(role, text, `${name}${suffix}`, origin));
        }
    }
    for (const [path, role, name] of RANGE_LISTS) {
        takeEach(reading, object, path, role, (text) => facts.range(role, text, name, origin));
    }
}
function namesOf(map) {
    return (0,plan_json/* isObject */.Gv)(map) ? Object.keys(map) : [];
}
function unknownMembers(value) {
    return Object.entries(value).flatMap(([key, inner]) => {
        const keys = GROUPS.has(key) && (0,plan_json/* isObject */.Gv)(inner) ? Object.keys(inner).map((name) => `${key}.${name}`) : [key];
        return keys.filter((name) => !KNOWN.has(name));
    });
}
/**
 * Facts of what `terraform output -json` writes, whole or for `address_plan` alone.
 * @param source name for people, such as the input or the file
 * @throws EHA1524 when it is no JSON, or holds no address plan
 */
function factsOfOutputs(text, source) {
    const value = addressPlanIn(parseJson(text, source));
    if (value === undefined) {
        throw sourceErrors.EHA1524(`${source} holds neither the output ${ADDRESS_PLAN_OUTPUT} nor its value.`);
    }
    const facts = new FactBuilder();
    addStackOutput(facts, value, { kind: 'outputs', source });
    return facts.finish();
}
function parseJson(text, source) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw sourceErrors.EHA1524(`${source} is not JSON.`, { cause });
    }
}
function addressPlanIn(json) {
    if (!isObject(json))
        return undefined;
    const output = json[ADDRESS_PLAN_OUTPUT];
    // `terraform output -json` hides nothing: whoever wrote the file has shown the value already.
    if (isObject(output))
        return { value: 'value' in output ? output['value'] : output };
    return isObject(json['aws']) || isObject(json['azure']) ? { value: json } : undefined;
}

;// CONCATENATED MODULE: ./lib/net/sources/terraform-aws.js

/** The key under which an `aws_vpc` is known to what lies in it: its id, before there is one its address. */
function vpcKey(object) {
    return textOf(object, ['id']) ?? object.address;
}
const vpc = {
    attributes: ['id', 'cidr_block', 'ipv6_cidr_block', 'tags'],
    read: (object, reading) => {
        const add = (text) => reading.facts.range('vpc', text, nameOf(object), reading.originOf(object), vpcKey(object));
        take(reading, object, ['cidr_block'], 'vpc', add);
        addKnown(object, 'ipv6_cidr_block', add);
    },
};
/** IPv6 ranges are Amazon's to give and of its own global space: unknown ones cannot collide with anything here. */
function addKnown(object, attribute, add) {
    const text = textOf(object, [attribute]);
    if (text !== undefined)
        add(text);
}
/** What lies in a VPC; which one may only be known after apply. */
function insideVpc(role, nameOfRange) {
    return (object, reading) => {
        const network = reading.vpcOf(object, 'vpc_id');
        if (network === undefined)
            sayUnknown(reading, object, ['vpc_id'], role, AFTER_APPLY);
        const add = (text) => reading.facts.range(role, text, nameOfRange(object), reading.originOf(object), network ?? '');
        take(reading, object, ['cidr_block'], role, add);
        addKnown(object, 'ipv6_cidr_block', add);
    };
}
const transitGateway = {
    attributes: ['amazon_side_asn', 'transit_gateway_cidr_blocks', 'tags'],
    read: (object, reading) => {
        const name = nameOf(object);
        const origin = reading.originOf(object);
        take(reading, object, ['amazon_side_asn'], 'transit-gateway', (text) => reading.facts.asn('transit-gateway', text, name, origin));
        takeEach(reading, object, ['transit_gateway_cidr_blocks'], 'tgw-cidr', (text) => reading.facts.range('tgw-cidr', text, name, origin));
    },
};
const customerGateway = {
    attributes: ['bgp_asn', 'bgp_asn_extended', 'tags'],
    read: (object, reading) => {
        const name = nameOf(object);
        // The provider computes neither: one of the two is given.
        for (const attribute of ['bgp_asn', 'bgp_asn_extended']) {
            take(reading, object, [attribute], 'customer-gateway', (text) => reading.facts.asn('customer-gateway', text, name, reading.originOf(object)));
        }
    },
};
const TUNNELS = ['tunnel1', 'tunnel2'];
const vpnConnection = {
    attributes: TUNNELS.flatMap((tunnel) => [
        `${tunnel}_inside_cidr`,
        `${tunnel}_vgw_inside_address`,
        `${tunnel}_cgw_inside_address`,
    ]),
    read: (object, reading) => {
        const origin = reading.originOf(object);
        for (const tunnel of TUNNELS) {
            const name = `${object.index ?? object.name}-${tunnel}`;
            take(reading, object, [`${tunnel}_inside_cidr`], 'tunnel-inside', (text) => reading.facts.range('tunnel-inside', text, name, origin));
            // AWS computes both from the range, so before the apply their absence says nothing.
            const aws = textOf(object, [`${tunnel}_vgw_inside_address`]);
            if (aws !== undefined)
                reading.facts.tunnelAddress('own', 'aws', aws, name, origin);
            const customer = textOf(object, [`${tunnel}_cgw_inside_address`]);
            if (customer !== undefined)
                reading.facts.tunnelAddress('peer', 'azure', customer, name, origin);
        }
    },
};
const SERVICE_CIDR = ['kubernetes_network_config', 0, 'service_ipv4_cidr'];
const cluster = {
    attributes: ['name', 'kubernetes_network_config', 'remote_network_config'],
    read: (object, reading) => {
        const origin = reading.originOf(object);
        const name = nameOf(object);
        // Where nobody gave one, EKS picks its own; that default is the rules' to model.
        const isLeftToEks = attributeOf(object, SERVICE_CIDR).state === 'unknown' &&
            reading.isConfigured(object, ['kubernetes_network_config', 'service_ipv4_cidr']) === false;
        if (!isLeftToEks) {
            take(reading, object, SERVICE_CIDR, 'service', (text) => reading.facts.range('service', text, name, origin));
        }
        const networks = [
            ['remote_node_networks', 'remote-node'],
            ['remote_pod_networks', 'remote-pod'],
        ];
        for (const [block, role] of networks) {
            // EKS takes one network of each kind today; the block is a list.
            const count = Math.max(1, lengthOf(object, ['remote_network_config', 0, block]));
            for (let index = 0; index < count; index += 1) {
                takeEach(reading, object, ['remote_network_config', 0, block, index, 'cidrs'], role, (text) => reading.facts.range(role, text, name, origin));
            }
        }
    },
};
/** Resources of the provider hashicorp/aws that hold addresses or autonomous system numbers. */
const AWS_READERS = {
    aws_vpc: vpc,
    aws_vpc_ipv4_cidr_block_association: {
        attributes: ['vpc_id', 'cidr_block'],
        read: insideVpc('vpc', (object) => `secondary range ${object.index ?? object.name}`),
    },
    aws_subnet: {
        attributes: ['vpc_id', 'cidr_block', 'ipv6_cidr_block', 'tags'],
        read: insideVpc('aws-subnet', nameOf),
    },
    aws_ec2_transit_gateway: transitGateway,
    aws_customer_gateway: customerGateway,
    aws_vpn_connection: vpnConnection,
    aws_eks_cluster: cluster,
};

;// CONCATENATED MODULE: ./lib/net/sources/terraform-azure.js


/** A Route Server has this number and no other; the VPN gateway has it where none is set. */
const AZURE_DEFAULT_ASN = '65515';
const azureName = (object) => textOf(object, ['name']) ?? object.address;
/** Azure's names do not tell upper from lower case. Undefined when a part is known only after apply. */
function vnetKey(object, nameAttribute) {
    const group = textOf(object, ['resource_group_name']);
    const name = textOf(object, [nameAttribute]);
    return group === undefined || name === undefined ? undefined : `${group}/${name}`.toLowerCase();
}
const virtualNetwork = {
    attributes: ['name', 'resource_group_name', 'address_space', 'subnet'],
    read: (object, reading) => {
        const origin = reading.originOf(object);
        const network = vnetKey(object, 'name') ?? object.address;
        takeEach(reading, object, ['address_space'], 'vnet', (text) => reading.facts.range('vnet', text, azureName(object), origin, network));
        // Written inside the network, or by the provider as the mirror of the subnets that are resources of their own.
        for (let index = 0; index < lengthOf(object, ['subnet']); index += 1) {
            const name = textOf(object, ['subnet', index, 'name']) ?? '';
            takeEach(reading, object, ['subnet', index, 'address_prefixes'], 'azure-subnet', (text) => reading.facts.range('azure-subnet', text, name, origin, network));
        }
    },
};
const subnet = {
    attributes: ['name', 'resource_group_name', 'virtual_network_name', 'address_prefixes'],
    read: (object, reading) => {
        const network = vnetKey(object, 'virtual_network_name');
        if (network === undefined) {
            sayUnknown(reading, object, ['virtual_network_name'], 'azure-subnet', 'is known only after apply');
        }
        takeEach(reading, object, ['address_prefixes'], 'azure-subnet', (text) => reading.facts.range('azure-subnet', text, azureName(object), reading.originOf(object), network ?? ''));
    },
};
const gateway = {
    attributes: ['name', 'type', 'bgp_enabled', 'bgp_settings'],
    read: (object, reading) => {
        // ExpressRoute gateways have the fixed number of their own.
        if (textOf(object, ['type']) === 'ExpressRoute')
            return;
        readGatewayAsn(object, reading);
        const origin = reading.originOf(object);
        const blocks = ['bgp_settings', 0, 'peering_addresses'];
        for (let index = 0; index < lengthOf(object, blocks); index += 1) {
            const instance = textOf(object, [...blocks, index, 'ip_configuration_name']) ?? `instance ${index}`;
            takeEach(reading, object, [...blocks, index, 'apipa_addresses'], 'tunnel-inside', (text) => reading.facts.tunnelAddress('own', 'azure', text, `${azureName(object)} ${instance}`, origin));
        }
    },
};
const GATEWAY_ASN = ['bgp_settings', 0, 'asn'];
function readGatewayAsn(object, reading) {
    const name = azureName(object);
    const origin = reading.originOf(object);
    const isUnset = reading.isConfigured(object, ['bgp_settings', 'asn']) === false;
    if (isUnset && attributeOf(object, GATEWAY_ASN).state === 'unknown') {
        reading.facts.asn('azure-gateway', AZURE_DEFAULT_ASN, name, {
            ...origin,
            kind: 'default',
            source: 'Azure VPN gateway default',
        });
        return;
    }
    take(reading, object, GATEWAY_ASN, 'azure-gateway', (text) => reading.facts.asn('azure-gateway', text, name, origin));
}
const localGateway = {
    attributes: ['name', 'bgp_settings'],
    read: (object, reading) => {
        const origin = reading.originOf(object);
        const name = azureName(object);
        take(reading, object, ['bgp_settings', 0, 'asn'], 'local-network-gateway', (text) => reading.facts.asn('local-network-gateway', text, name, origin));
        take(reading, object, ['bgp_settings', 0, 'bgp_peering_address'], 'tunnel-inside', (text) => {
            // Over a private link, BGP peers by ordinary addresses.
            if (text.startsWith('169.254.'))
                reading.facts.tunnelAddress('peer', 'aws', text, name, origin);
        });
    },
};
const connection = {
    attributes: ['name', 'custom_bgp_addresses'],
    read: (object, reading) => {
        for (const which of ['primary', 'secondary']) {
            take(reading, object, ['custom_bgp_addresses', 0, which], 'tunnel-inside', (text) => reading.facts.tunnelAddress('use', 'azure', text, `${azureName(object)} ${which}`, reading.originOf(object)));
        }
    },
};
const routeServer = {
    attributes: ['name', 'virtual_router_asn'],
    read: (object, reading) => {
        const asn = textOf(object, ['virtual_router_asn']) ?? AZURE_DEFAULT_ASN;
        reading.facts.asn('route-server', asn, azureName(object), reading.originOf(object));
        reading.facts.mode('bgp', reading.originOf(object));
    },
};
const routeServerPeer = {
    attributes: ['name', 'peer_asn'],
    read: (object, reading) => {
        take(reading, object, ['peer_asn'], 'cilium', (text) => reading.facts.asn('cilium', text, azureName(object), reading.originOf(object)));
    },
};
const VNET_TYPE = /^Microsoft\.Network\/virtualNetworks@/i;
const SUBNET_TYPE = /^Microsoft\.Network\/virtualNetworks\/subnets@/i;
const VNET_ID = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/virtualNetworks\/([^/]+)$/i;
const GROUP_ID = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)$/i;
/** `azapi_resource` holds the body of Azure's own API: an object since azapi 2, JSON text before. */
const azapi = {
    attributes: ['type', 'name', 'parent_id', 'body'],
    read: (given, reading) => {
        const type = textOf(given, ['type']) ?? '';
        if (!VNET_TYPE.test(type) && !SUBNET_TYPE.test(type))
            return;
        const object = withParsedBody(given);
        const parent = textOf(object, ['parent_id']) ?? '';
        if (VNET_TYPE.test(type))
            readVnetBody(object, reading, GROUP_ID.exec(parent)?.[1]);
        else
            readSubnetBody(object, reading, VNET_ID.exec(parent));
    },
};
function withParsedBody(object) {
    const body = object.values['body'];
    if (typeof body !== 'string')
        return object;
    try {
        const parsed = JSON.parse(body);
        return { ...object, values: { ...object.values, body: parsed } };
    }
    catch {
        return { ...object, unknown: { body: true } };
    }
}
function readVnetBody(object, reading, group) {
    const origin = reading.originOf(object);
    const network = group === undefined ? object.address : `${group}/${azureName(object)}`.toLowerCase();
    takeEach(reading, object, ['body', 'properties', 'addressSpace', 'addressPrefixes'], 'vnet', (text) => reading.facts.range('vnet', text, azureName(object), origin, network));
    const subnets = ['body', 'properties', 'subnets'];
    for (let index = 0; index < lengthOf(object, subnets); index += 1) {
        const name = textOf(object, [...subnets, index, 'name']) ?? '';
        takePrefixes(object, reading, [...subnets, index, 'properties'], name, network);
    }
}
function readSubnetBody(object, reading, parent) {
    if (parent === null)
        sayUnknown(reading, object, ['parent_id'], 'azure-subnet', 'is known only after apply');
    const network = parent === null ? '' : `${parent[1]}/${parent[2]}`.toLowerCase();
    takePrefixes(object, reading, ['body', 'properties'], azureName(object), network);
}
/** A subnet has one prefix in `addressPrefix` or several in `addressPrefixes`. */
function takePrefixes(object, reading, path, name, network) {
    const add = (text) => reading.facts.range('azure-subnet', text, name, reading.originOf(object), network);
    const properties = valueAt(object.values, path);
    const hasList = (0,plan_json/* isObject */.Gv)(properties) && Array.isArray(properties['addressPrefixes']);
    if (hasList)
        takeEach(reading, object, [...path, 'addressPrefixes'], 'azure-subnet', add);
    else
        take(reading, object, [...path, 'addressPrefix'], 'azure-subnet', add);
}
/** Resources of the providers hashicorp/azurerm and azure/azapi that hold addresses or AS numbers. */
const AZURE_READERS = {
    azurerm_virtual_network: virtualNetwork,
    azurerm_subnet: subnet,
    azurerm_virtual_network_gateway: gateway,
    azurerm_local_network_gateway: localGateway,
    azurerm_virtual_network_gateway_connection: connection,
    azurerm_route_server: routeServer,
    azurerm_route_server_bgp_connection: routeServerPeer,
    azapi_resource: azapi,
};

;// CONCATENATED MODULE: ./lib/net/sources/terraform-configuration.js


/** One step of a module address, `module.name["key"]`; the key may hold anything. */
const MODULE_STEP = /module\.([^.[]+)(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?(?:\.|$)/gy;
/** The `configuration` of a plan: what was written, before any value was known. */
class TerraformConfiguration {
    #root;
    /** Anything but a plan's configuration answers as if nothing could be told. */
    constructor(configuration) {
        this.#root = (0,plan_json/* isObject */.Gv)(configuration) ? configuration['root_module'] : undefined;
    }
    /** Names of the resources of a type that the attribute refers to in the same module. */
    references(object, attribute, type) {
        const expression = this.#expressions(object)?.[attribute];
        const references = (0,plan_json/* isObject */.Gv)(expression) ? expression['references'] : undefined;
        if (!Array.isArray(references))
            return [];
        const names = references.flatMap((reference) => {
            const parts = typeof reference === 'string' ? reference.split(/[.[]/) : [];
            return parts[0] === type && parts[1] !== undefined ? [parts[1]] : [];
        });
        return [...new Set(names)];
    }
    /** See `TerraformReading.isConfigured`. The path is an attribute, or a block and its attribute. */
    isConfigured(object, [first, second]) {
        const expressions = this.#expressions(object);
        if (expressions === undefined || first === undefined)
            return undefined;
        const expression = expressions[first];
        if (second === undefined)
            return expression !== undefined;
        // A dynamic block is not among the expressions. One that wrote something is seen by what it wrote.
        if (expression === undefined)
            return lengthOf(object, [first]) > 0 ? undefined : false;
        const blocks = Array.isArray(expression) ? expression : [expression];
        return blocks.some((block) => (0,plan_json/* isObject */.Gv)(block) && block[second] !== undefined);
    }
    #expressions(object) {
        let module = this.#root;
        for (const [, name] of object.module.matchAll(MODULE_STEP)) {
            const calls = (0,plan_json/* isObject */.Gv)(module) ? module['module_calls'] : undefined;
            const call = (0,plan_json/* isObject */.Gv)(calls) ? calls[name ?? ''] : undefined;
            module = (0,plan_json/* isObject */.Gv)(call) ? call['module'] : undefined;
        }
        const resources = (0,plan_json/* isObject */.Gv)(module) ? module['resources'] : undefined;
        if (!Array.isArray(resources))
            return undefined;
        const found = resources.find((resource) => (0,plan_json/* isObject */.Gv)(resource) &&
            resource['address'] === `${object.type}.${object.name}` &&
            resource['mode'] !== 'data');
        const expressions = (0,plan_json/* isObject */.Gv)(found) ? (found['expressions'] ?? {}) : undefined;
        return (0,plan_json/* isObject */.Gv)(expressions) ? expressions : undefined;
    }
}

;// CONCATENATED MODULE: ./lib/net/sources/terraform-routes.js

/** Adds the routes to the destination at the path; one that is left to the provider is said to be unknown. */
function addRoute(object, reading, path, role, { table, target, via }) {
    take(reading, object, path, role, (text) => {
        const origin = reading.originOf(object);
        const fixed = { network: '', learnt: false, active: true, announced: null, origin };
        reading.facts.route({ role, text, table, target, via, ...fixed });
    });
}
/** Attributes of `aws_route` and of the blocks in `aws_route_table`, with what they lead to. */
const AWS_TARGETS = [
    ['transit_gateway_id', 'transit-gateway'],
    ['network_interface_id', 'appliance'],
    ['vpc_endpoint_id', 'other'],
    ['nat_gateway_id', 'other'],
    ['vpc_peering_connection_id', 'other'],
    ['carrier_gateway_id', 'other'],
    ['core_network_arn', 'other'],
    ['egress_only_gateway_id', 'other'],
    ['local_gateway_id', 'other'],
];
const AWS_GATEWAY = 'gateway_id';
const LIST = 'destination_prefix_list_id';
/** What is known decides, then what is written: of the rest, the provider says after the apply that there is nothing. */
function awsWay(object, reading, at, table) {
    const gateway = textOf(object, [...at, AWS_GATEWAY]);
    if (gateway === 'local')
        return { table, target: 'local', via: gateway };
    const known = AWS_TARGETS.find(([name]) => attributeOf(object, [...at, name]).state === 'known');
    // In a block a mark may be of the provider's own making: what is not told there counts as written.
    const isWritten = (name) => at.length > 0 || reading.isConfigured(object, [name]) !== false;
    const unborn = AWS_TARGETS.find(([name]) => attributeOf(object, [...at, name]).state === 'unknown' && isWritten(name));
    const found = known ?? (gateway === undefined ? unborn : undefined);
    if (found !== undefined) {
        const [name, target] = found;
        return { table, target, via: textOf(object, [...at, name]) ?? '' };
    }
    return { table, target: gateway?.startsWith('vgw-') === true ? 'vpn' : 'other', via: gateway ?? '' };
}
/** A list of prefixes to the transit gateway may hold anything. */
function sayListUnknown(object, reading, path, { target }) {
    if (target !== 'transit-gateway' || attributeOf(object, path).state !== 'known')
        return;
    sayUnknown(reading, object, path, 'vpc-route', 'is a prefix list, whose ranges it does not tell');
}
const vpcRoute = {
    attributes: [
        'route_table_id',
        'destination_cidr_block',
        LIST,
        AWS_GATEWAY,
        ...AWS_TARGETS.map(([name]) => name),
    ],
    read: (object, reading) => {
        const table = textOf(object, ['route_table_id']) ?? object.address;
        const way = awsWay(object, reading, [], table);
        addRoute(object, reading, ['destination_cidr_block'], 'vpc-route', way);
        sayListUnknown(object, reading, [LIST], way);
    },
};
const vpcRouteTable = {
    attributes: ['id', 'route', 'tags'],
    read: (object, reading) => {
        const table = textOf(object, ['tags', 'Name']) ?? textOf(object, ['id']) ?? object.address;
        for (let index = 0; index < lengthOf(object, ['route']); index += 1) {
            const at = ['route', index];
            const way = awsWay(object, reading, at, table);
            addRoute(object, reading, [...at, 'cidr_block'], 'vpc-route', way);
            sayListUnknown(object, reading, [...at, LIST], way);
        }
    },
};
const ATTACHMENT = 'transit_gateway_attachment_id';
const transitGatewayRoute = {
    attributes: ['destination_cidr_block', 'transit_gateway_route_table_id', ATTACHMENT, 'blackhole'],
    read: (object, reading) => {
        const refersTo = (type) => reading.referencesOf(object, ATTACHMENT, type).length > 0;
        const target = object.values['blackhole'] === true
            ? 'nowhere'
            : refersTo('aws_vpn_connection')
                ? 'vpn'
                : refersTo('aws_ec2_transit_gateway_vpc_attachment')
                    ? 'vpc'
                    : 'other';
        addRoute(object, reading, ['destination_cidr_block'], 'tgw-route', {
            table: textOf(object, ['transit_gateway_route_table_id']) ?? object.address,
            target,
            via: textOf(object, [ATTACHMENT]) ?? '',
        });
    },
};
/** Where Azure's next hops lead; names as in ARM and in azurerm. */
const AZURE_HOPS = {
    VirtualNetworkGateway: 'vpn',
    VnetLocal: 'local',
    VirtualAppliance: 'appliance',
    None: 'nowhere',
};
/** The target of a next hop; what is not named here, such as `Internet`, is another. */
function azureTarget(hop) {
    return hop !== undefined && Object.hasOwn(AZURE_HOPS, hop) ? (AZURE_HOPS[hop] ?? 'other') : 'other';
}
/** Whether the destination is a range: Azure takes names of its services (`Storage.WestEurope`) besides. */
function isAzureRange(text) {
    return text.includes('/');
}
function addAzureRoute(object, reading, at, table) {
    const path = [...at, 'address_prefix'];
    const prefix = textOf(object, path);
    if (prefix !== undefined && !isAzureRange(prefix))
        return;
    addRoute(object, reading, path, 'azure-route', {
        table,
        target: azureTarget(textOf(object, [...at, 'next_hop_type'])),
        via: textOf(object, [...at, 'next_hop_in_ip_address']) ?? '',
    });
}
const azureRoute = {
    attributes: ['route_table_name', 'address_prefix', 'next_hop_type', 'next_hop_in_ip_address'],
    read: (object, reading) => {
        addAzureRoute(object, reading, [], textOf(object, ['route_table_name']) ?? object.address);
    },
};
const azureRouteTable = {
    attributes: ['name', 'route'],
    read: (object, reading) => {
        const table = textOf(object, ['name']) ?? object.address;
        for (let index = 0; index < lengthOf(object, ['route']); index += 1) {
            addAzureRoute(object, reading, ['route', index], table);
        }
    },
};
/** Resources of hashicorp/aws and hashicorp/azurerm that hold routes, alone or inside their tables. */
const ROUTE_READERS = {
    aws_route: vpcRoute,
    aws_route_table: vpcRouteTable,
    aws_default_route_table: vpcRouteTable,
    aws_ec2_transit_gateway_route: transitGatewayRoute,
    azurerm_route: azureRoute,
    azurerm_route_table: azureRouteTable,
};

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(3483);
;// CONCATENATED MODULE: ./lib/net/sources/helm-values.js


/** An alias repeated inside an alias can unfold a small text into gigabytes. */
const MOST_ALIASES = 100;
/** `list[n]` in a `set` beyond this is no list of ranges. */
const LONGEST_LIST = 1000;
/**
 * The values a release ends up with, as Helm merges them: texts of YAML in order, maps joined, anything else replaced,
 * then each `set`. Undefined where a text is no YAML map, because then nothing is sure.
 */
function mergeHelmValues(texts, sets) {
    let merged = {};
    for (const text of texts) {
        const values = parseValues(text);
        if (values === undefined)
            return undefined;
        merged = join(merged, values);
    }
    return sets.reduce((values, set) => setPath(values, pathOf(set.name), helm_values_valueOf(set.value)), merged);
}
function parseValues(text) {
    try {
        const parsed = (0,dist/* parse */.qg)(text, { maxAliasCount: MOST_ALIASES, logLevel: 'error' });
        if (parsed === null)
            return {};
        return (0,plan_json/* isObject */.Gv)(parsed) ? parsed : undefined;
    }
    catch {
        return undefined;
    }
}
function join(under, over) {
    const merged = new Map(Object.entries(under));
    for (const [key, value] of Object.entries(over)) {
        const before = merged.get(key);
        merged.set(key, (0,plan_json/* isObject */.Gv)(before) && (0,plan_json/* isObject */.Gv)(value) ? join(before, value) : value);
    }
    return Object.fromEntries(merged);
}
/** `a.b\.c[0]` is `a`, `b.c`, 0. */
function pathOf(name) {
    const keys = name.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'));
    return keys.flatMap((key) => {
        const match = /^([^[]*)((?:\[\d+\])+)$/.exec(key);
        if (match === null)
            return [key];
        const indices = [...(match[2] ?? '').matchAll(/\d+/g)].map(([index]) => Number(index));
        return [match[1] ?? '', ...indices];
    });
}
/** `{a,b}` is a list; `\,` is a comma that parts nothing. */
function helm_values_valueOf(text) {
    const list = /^\{(.*)\}$/s.exec(text)?.[1];
    const plain = (part) => part.replaceAll('\\,', ',');
    if (list === undefined)
        return plain(text);
    return list === '' ? [] : list.split(/(?<!\\),/).map((part) => plain(part.trim()));
}
function setPath(within, path, value) {
    return (place(within, path, value) ?? {});
}
function place(within, path, value) {
    const [key, ...rest] = path;
    if (key === undefined)
        return value;
    if (typeof key === 'number') {
        if (key > LONGEST_LIST)
            return within;
        const list = Array.isArray(within) ? [...within] : [];
        list[key] = place(list[key], rest, value);
        return list;
    }
    const object = (0,plan_json/* isObject */.Gv)(within) ? within : {};
    const inner = Object.hasOwn(object, key) ? object[key] : undefined;
    return Object.fromEntries([...Object.entries(object), [key, place(inner, rest, value)]]);
}

;// CONCATENATED MODULE: ./lib/net/sources/terraform-kubernetes.js



/** What Cilium's chart says where nobody says otherwise (`install/kubernetes/cilium/values.yaml`). */
const CILIUM_DEFAULTS = { pool: '10.0.0.0/8', mask: 24 };
const HELM_ATTRIBUTES = ['chart', 'name', 'values', 'set', 'set_list'];
const helmRelease = {
    attributes: HELM_ATTRIBUTES,
    read: (object, reading) => {
        // A chart is named by itself, by a path or by an OCI address; its last part says what it installs.
        const chart = (textOf(object, ['chart']) ?? '').split('/').at(-1);
        if (chart === 'cilium')
            readCilium(object, reading);
        else if (chart === 'eks-hybrid-nodes-gateway')
            readGateway(object, reading);
    },
};
/** Undefined when a value is not known; why is said then. */
function helmValues(object, reading, role) {
    for (const attribute of ['values', 'set', 'set_list']) {
        const reason = firstUnknown(object, attribute);
        if (reason === undefined)
            continue;
        sayUnknown(reading, object, [attribute], role, reason);
        return undefined;
    }
    const texts = listOf(object.values['values']).filter((text) => typeof text === 'string');
    const sets = [...listOf(object.values['set']), ...listOf(object.values['set_list'])].flatMap(asSet);
    const merged = mergeHelmValues(texts, sets);
    if (merged === undefined)
        sayUnknown(reading, object, ['values'], role, 'does not hold a YAML map');
    return merged;
}
function firstUnknown(object, attribute) {
    const whole = attributeOf(object, [attribute]);
    if (whole.state === 'unknown')
        return whole.reason;
    const marks = valueAt(object.unknown, [attribute]);
    const count = Math.max(lengthOf(object, [attribute]), Array.isArray(marks) ? marks.length : 0);
    for (let index = 0; index < count; index += 1) {
        for (const path of [
            [attribute, index],
            [attribute, index, 'name'],
            [attribute, index, 'value'],
        ]) {
            const found = attributeOf(object, path);
            if (found.state === 'unknown')
                return found.reason;
        }
    }
    return undefined;
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function asSet(entry) {
    if (!(0,plan_json/* isObject */.Gv)(entry) || typeof entry['name'] !== 'string')
        return [];
    const { name, value } = entry;
    if (Array.isArray(value))
        return [{ name, value: `{${value.map(String).join(',')}}` }];
    return typeof value === 'string' ? [{ name, value }] : [];
}
/** Charts take lists of ranges as lists and as one text parted by commas. */
function rangesIn(value) {
    const parts = typeof value === 'string' ? value.split(',') : listOf(value).map(String);
    return parts.map((part) => part.trim()).filter((part) => part !== '');
}
function readCilium(object, reading) {
    const values = helmValues(object, reading, 'cluster-pool');
    if (values === undefined)
        return;
    const mode = valueAt(values, ['ipam', 'mode']) ?? 'cluster-pool';
    // In other modes the cloud, Kubernetes or CiliumPodIPPool objects hold the ranges.
    if (mode !== 'cluster-pool')
        return;
    const origin = reading.originOf(object);
    const byDefault = { ...origin, kind: 'default', source: 'Cilium Helm chart default' };
    const name = 'Cilium cluster pool';
    const pools = rangesIn(valueAt(values, ['ipam', 'operator', 'clusterPoolIPv4PodCIDRList']));
    for (const text of pools)
        reading.facts.range('cluster-pool', text, name, origin);
    if (pools.length === 0)
        reading.facts.range('cluster-pool', CILIUM_DEFAULTS.pool, name, byDefault);
    const mask = valueAt(values, ['ipam', 'operator', 'clusterPoolIPv4MaskSize']);
    const given = mask !== undefined && mask !== null && mask !== '';
    reading.facts.quantity('node-mask', given ? Number(mask) : CILIUM_DEFAULTS.mask, 'Cilium node mask', given ? origin : byDefault);
}
function readGateway(object, reading) {
    const origin = reading.originOf(object);
    reading.facts.mode('gateway', origin);
    const values = helmValues(object, reading, 'gateway-pods');
    if (values === undefined)
        return;
    const name = textOf(object, ['name']) ?? object.name;
    for (const text of rangesIn(valueAt(values, ['podCIDRs']))) {
        reading.facts.range('gateway-pods', text, name, origin);
    }
    for (const text of rangesIn(valueAt(values, ['vpcCIDR']))) {
        reading.facts.range('gateway-vpc', text, name, origin);
    }
}
/** Objects of Cilium that hold ranges and AS numbers, by their kind. */
const manifest = {
    attributes: ['manifest'],
    read: (object, reading) => {
        const kind = textOf(object, ['manifest', 'kind']);
        if (kind === 'CiliumBGPClusterConfig')
            readInstances(object, reading, 'bgpInstances');
        else if (kind === 'CiliumBGPPeeringPolicy')
            readInstances(object, reading, 'virtualRouters');
        else if (kind === 'CiliumPodIPPool')
            readPool(object, reading);
    },
};
/** The older kind calls an instance a virtual router; both name its number `localASN`. */
function readInstances(object, reading, list) {
    const name = textOf(object, ['manifest', 'metadata', 'name']) ?? object.name;
    for (let index = 0; index < lengthOf(object, ['manifest', 'spec', list]); index += 1) {
        take(reading, object, ['manifest', 'spec', list, index, 'localASN'], 'cilium', (text) => reading.facts.asn('cilium', text, name, reading.originOf(object)));
    }
}
function readPool(object, reading) {
    const origin = reading.originOf(object);
    const name = textOf(object, ['manifest', 'metadata', 'name']) ?? object.name;
    takeEach(reading, object, ['manifest', 'spec', 'ipv4', 'cidrs'], 'cluster-pool', (text) => reading.facts.range('cluster-pool', text, `Cilium pool ${name}`, origin));
    take(reading, object, ['manifest', 'spec', 'ipv4', 'maskSize'], 'node-mask', (text) => reading.facts.quantity('node-mask', Number(text), `Cilium pool ${name}`, origin));
}
/** Resources of the providers hashicorp/helm and hashicorp/kubernetes that hold addresses or AS numbers. */
const KUBERNETES_READERS = {
    helm_release: helmRelease,
    kubernetes_manifest: manifest,
};

;// CONCATENATED MODULE: ./lib/net/sources/terraform-facts.js









const READERS = {
    ...AWS_READERS,
    ...AZURE_READERS,
    ...KUBERNETES_READERS,
    ...ROUTE_READERS,
};
/** Each is one node, or as many as `instances` says. */
const NODE_TYPES = {
    azurerm_linux_virtual_machine: [],
    azurerm_linux_virtual_machine_scale_set: ['instances'],
    azurerm_orchestrated_virtual_machine_scale_set: ['instances'],
};
const PEER_TYPE = 'azurerm_route_server_bgp_connection';
/** Whether objects of the type can hold facts. */
function holdsFacts(type) {
    return Object.hasOwn(READERS, type) || Object.hasOwn(NODE_TYPES, type);
}
/**
 * Turns the objects of one plan or state into facts. Objects come one at a time and in any order; of each only the few
 * attributes that matter are kept until the end, when it is known which network lies in which.
 */
class terraform_facts_TerraformFactCollector {
    facts = new fact_builder_FactBuilder();
    #origin;
    #objects = [];
    #machines = 0;
    #firstMachine;
    /** @param origin of the whole file */
    constructor(origin) {
        this.#origin = origin;
    }
    add(object) {
        const nodes = lookUp(NODE_TYPES, object.type);
        if (nodes?.length === 0) {
            this.#machines += 1;
            this.#firstMachine ??= { ...object, values: {}, unknown: undefined, sensitive: undefined };
            return;
        }
        const attributes = nodes ?? lookUp(READERS, object.type)?.attributes;
        if (attributes !== undefined)
            this.#objects.push(trimmed(object, attributes));
    }
    /** Adds the output `address_plan`; other outputs hold no facts. */
    addOutput(name, output) {
        if (name === ADDRESS_PLAN_OUTPUT)
            addStackOutput(this.facts, output, this.#origin);
    }
    originOf(object) {
        return { ...this.#origin, address: object.address };
    }
    /** @param configuration of the plan; undefined for a state */
    finish(configuration) {
        const written = new TerraformConfiguration(configuration);
        const networks = this.#objects.filter(({ type }) => type === 'aws_vpc');
        const reading = {
            facts: this.facts,
            originOf: (object) => this.originOf(object),
            vpcOf: (object, attribute) => findVpc(object, attribute, networks, written),
            referencesOf: (object, attribute, type) => written.references(object, attribute, type),
            isConfigured: (object, path) => written.isConfigured(object, path),
        };
        for (const object of this.#objects)
            lookUp(READERS, object.type)?.read(object, reading);
        this.#addNodes(reading);
        this.#addPeers();
        return this.facts.finish();
    }
    #addNodes(reading) {
        let count = this.#machines;
        let first = this.#firstMachine;
        for (const object of this.#objects.filter(({ type }) => Object.hasOwn(NODE_TYPES, type))) {
            first ??= object;
            take(reading, object, ['instances'], 'nodes', (text) => (count += Number(text)));
        }
        if (first !== undefined && count > 0) {
            this.facts.quantity('nodes', count, 'Azure virtual machines', this.originOf(first));
        }
    }
    #addPeers() {
        const peers = this.#objects.filter(({ type }) => type === PEER_TYPE);
        const [first] = peers;
        if (first !== undefined) {
            this.facts.quantity('route-server-peers', peers.length, 'Route Server peers', this.originOf(first));
        }
    }
}
function lookUp(table, type) {
    return Object.hasOwn(table, type) ? table[type] : undefined;
}
function trimmed(object, attributes) {
    return {
        ...object,
        values: pick(object.values, attributes),
        unknown: pickMarks(object.unknown, attributes),
        sensitive: pickMarks(object.sensitive, attributes),
    };
}
function pick(from, attributes) {
    return Object.fromEntries(attributes.flatMap((name) => (Object.hasOwn(from, name) ? [[name, from[name]]] : [])));
}
function pickMarks(marks, attributes) {
    return (0,plan_json/* isObject */.Gv)(marks) ? pick(marks, attributes) : marks;
}
/**
 * Which VPC an object lies in. Before there is an id, the configuration tells it where it refers to the VPC by name;
 * where it came through a module's variable, there is no doubt as long as only one VPC is being made.
 */
function findVpc(object, attribute, networks, configuration) {
    const id = textOf(object, [attribute]);
    if (id !== undefined)
        return id;
    const unborn = networks.filter((network) => textOf(network, ['id']) === undefined);
    const nearby = unborn.filter(({ module }) => module === object.module);
    const names = configuration.references(object, attribute, 'aws_vpc');
    const named = nearby.filter(({ name }) => names.includes(name));
    const candidates = names.length > 0 ? named : unborn.length === 1 ? unborn : nearby;
    if (candidates.length === 1)
        return candidates.map(vpcKey)[0];
    const sameKey = candidates.filter(({ index }) => index !== null && index === object.index);
    return sameKey.length === 1 ? sameKey.map(vpcKey)[0] : undefined;
}

;// CONCATENATED MODULE: ./lib/net/sources/terraform-files.js






/**
 * Facts of one file of Terraform or OpenTofu, whichever kind it is: a plan or a state as `show -json` writes them, or
 * a state file of version 4.
 * @param file absolute path
 * @param source name for people, a path relative to the workspace
 * @throws EHA1522 when it is none of these, EHA1523 for a damaged state; EHA1208, EHA1209 and EHA1212 as `streamPlan`
 */
async function readTerraformFacts(file, source) {
    const kind = await recognise(file, source);
    if (kind === 'plan')
        return factsOfPlan(streamPlan(file), source);
    try {
        return await factsOfState(streamState(file), source);
    }
    catch (cause) {
        if (!(cause instanceof ActionError))
            throw cause;
        throw sourceErrors.EHA1523(`The state ${source} could not be read: ${cause.message}`, { cause });
    }
}
async function recognise(file, source) {
    let kind;
    try {
        kind = await recogniseTerraformJson(file);
    }
    catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw sourceErrors.EHA1522(`${source} could not be read as a plan or a state: ${why}`, { cause });
    }
    if (kind === undefined)
        throw sourceErrors.EHA1522(`${source} is neither a plan nor a state of Terraform.`);
    return kind;
}
/** Facts of what will exist once a plan is applied: created, changed and unchanged objects, none that is destroyed. */
async function factsOfPlan(parts, source) {
    const reader = new PlanFactReader(source);
    for await (const part of parts)
        reader.visit(part);
    return reader.finish();
}
/** The same for who reads a plan anyway: visit every part in the order of the file, then finish. */
class PlanFactReader {
    #source;
    #collector;
    #rest;
    /** @param source name for people, a stack or a path relative to the workspace */
    constructor(source) {
        this.#source = source;
        this.#collector = new terraform_facts_TerraformFactCollector({ kind: 'plan', source });
    }
    visit(part) {
        if (part.section === 'resource_changes')
            addRow(this.#collector, part.value);
        else if (part.section === 'deferred_changes')
            this.#visitDeferred(part.value);
        else if (part.section === 'rest')
            this.#rest = part.value;
    }
    #visitDeferred({ resource_change: row, reason }) {
        if (!holdsFacts(row.type ?? ''))
            return;
        this.#collector.facts.unknown({
            what: row.address,
            reason: `Terraform put it off to a later plan (${reason ?? 'no reason given'})`,
            origin: this.#collector.originOf(row),
        });
    }
    /** @throws Error when the last part was not visited, which is a fault of the caller */
    finish() {
        const rest = this.#rest;
        if (rest === undefined)
            throw new Error('The stream of a plan ended without its last part.');
        addPlanOutputs(this.#collector, rest);
        sayIncomplete(this.#collector, rest, this.#source);
        return this.#collector.finish(rest.configuration);
    }
}
function addRow(collector, row) {
    const { change } = row;
    // A deposed object is what a replacement left behind; it goes, or was replaced by the current one.
    if (row.mode === 'data' || row.deposed !== undefined || !holdsFacts(row.type ?? ''))
        return;
    const isForgotten = change.actions.length === 1 && change.actions[0] === 'forget';
    // An object that Terraform forgets goes on existing as it was.
    const values = isForgotten ? change.before : change.after;
    if (!(0,plan_json/* isObject */.Gv)(values))
        return;
    collector.add({
        address: row.address,
        module: row.module_address ?? '',
        type: row.type ?? '',
        name: row.name ?? '',
        index: row.index ?? null,
        values,
        unknown: isForgotten ? undefined : change.after_unknown,
        sensitive: isForgotten ? change.before_sensitive : change.after_sensitive,
    });
}
/** A plan that saves no output change still shows the planned value. */
function addPlanOutputs(collector, rest) {
    const changes = rest.output_changes ?? {};
    const planned = rest.planned_values?.outputs ?? {};
    for (const name of new Set([...Object.keys(changes), ...Object.keys(planned)])) {
        const change = Object.hasOwn(changes, name) ? changes[name] : undefined;
        if (change !== undefined)
            addOutputChange(collector, name, change);
        else
            collector.addOutput(name, {
                value: planned[name]?.value,
                sensitive: planned[name]?.sensitive === true,
            });
    }
}
function addOutputChange(collector, name, change) {
    if (change.actions.length === 1 && change.actions[0] === 'delete')
        return;
    collector.addOutput(name, {
        value: change.after,
        unknown: change.after_unknown,
        sensitive: change.after_sensitive,
    });
}
function sayIncomplete(collector, rest, source) {
    if (rest.errored !== true && rest.complete !== false)
        return;
    const reason = rest.errored === true
        ? 'planning failed half-way'
        : 'the plan is not complete: Terraform put something off, or was told to plan a part only (-target)';
    collector.facts.unknown({ what: `the rest of ${source}`, reason, origin: { kind: 'plan', source } });
}
/** Facts of the objects that a state knows of. */
async function factsOfState(parts, source) {
    const collector = new TerraformFactCollector({ kind: 'state', source });
    for await (const part of parts) {
        if (part.section === 'output')
            collector.addOutput(part.name, part.value);
        else if (part.value.mode === 'managed')
            collector.add(objectOf(part.value));
    }
    return collector.finish(undefined);
}
function objectOf({ address, module, type, name, index, values, sensitive, }) {
    return { address, module, type, name, index, values, unknown: undefined, sensitive };
}


/***/ })

};
