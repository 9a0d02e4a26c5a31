/**
 * Changes the foundation stack after it was applied to a simulated world, and reads each plan that real Terraform makes
 * of it: what the picture of the link and the rules say is compared with what an engineer would say.
 */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RiskAssessor, type RiskAssessment } from '#lib/terraform/risk/assessor.js';
import type { PlanJson } from '#lib/terraform/plan-json.js';
import { runCommand } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { copyTerraform } from '#scripts/terraform/run-target.js';
import { startProviderServer, type ProviderServer } from '#simulator/terraform-provider/server.js';
import { World } from '#simulator/world/world.js';

const directory = mkdtempSync(join(tmpdir(), 'risk-test-'));
const modules = join(directory, 'terraform/modules');
const LINK = 'module.site_to_site_vpn["vpn"]';
let world: World;
let provider: ProviderServer;
let terraformPath: string;
let beforeApply: RiskAssessment;

async function terraform(...parameters: readonly string[]): Promise<string> {
  const done = await runCommand([terraformPath, ...parameters], {
    cwd: join(directory, 'terraform/stacks/foundation'),
    // With route tables in Azure, the VPC itself has routes to pods.
    env: { PATH: '/usr/bin:/bin', HOME: directory, TF_VAR_pod_routing: 'udr', ...provider.environment },
    timeout: 120_000,
  });
  if (done.exitCode !== 0) throw new Error(`terraform ${parameters.join(' ')}\n${done.output}`);
  return done.stdout;
}

async function assessPlan(...parameters: readonly string[]): Promise<RiskAssessment> {
  await terraform('plan', '-input=false', '-no-color', '-out=tfplan', ...parameters);
  const plan = JSON.parse(await terraform('show', '-json', 'tfplan')) as PlanJson;
  const assessor = new RiskAssessor();
  for (const row of plan.resource_changes ?? []) assessor.visit(row);
  return assessor.result();
}

/** Replaces a text in a file of a module; it must be there exactly once. */
function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(modules, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${String(from)} is not once in ${file}`);
  writeFileSync(path, text.replace(from, to));
}

/** Takes a whole resource block out. */
function remove(file: string, type: string, name: string): void {
  edit(file, new RegExp(`^resource "${type}" "${name}" \\{\\n[^]*?^\\}\\n`, 'm'), '');
}

/** Effects of instance0-tunnel1, instance0-tunnel2, instance1-tunnel1, instance1-tunnel2. */
function effects(assessment: RiskAssessment): readonly string[] {
  const tunnels = [...(assessment.link?.tunnels ?? [])].sort((one, other) =>
    one.name.localeCompare(other.name),
  );
  expect(tunnels.map((tunnel) => tunnel.name)).toEqual([
    'instance0-tunnel1',
    'instance0-tunnel2',
    'instance1-tunnel1',
    'instance1-tunnel2',
  ]);
  return tunnels.map((tunnel) => tunnel.effect);
}

const levels = (assessment: RiskAssessment): Readonly<Record<string, string>> =>
  Object.fromEntries(assessment.risks.map((risk) => [risk.rule, risk.level]));
const addressesOf = (assessment: RiskAssessment, rule: string): readonly string[] =>
  assessment.risks.find((risk) => risk.rule === rule)?.addresses ?? [];

beforeAll(async () => {
  terraformPath = (await findTerraform()).path;
  copyTerraform(repositoryRoot, directory);
  cpSync(modules, join(directory, 'pristine'), { recursive: true });
  world = World.open({ directory: join(directory, 'world') });
  provider = await startProviderServer({ world });
  await terraform('init', '-input=false', '-no-color');
  beforeApply = await assessPlan();
  await terraform('apply', '-input=false', '-no-color', 'tfplan');
}, 180_000);

afterEach(() => {
  cpSync(join(directory, 'pristine'), modules, { recursive: true });
});

afterAll(async () => {
  await provider.close();
  await world.close();
  rmSync(directory, { recursive: true, force: true });
});

test('the first apply makes four tunnels and endangers nothing', () => {
  expect(effects(beforeApply)).toEqual(['create', 'create', 'create', 'create']);
  expect(beforeApply.link?.redundancy).toBe('kept');
  expect(levels(beforeApply)).toEqual({ 'link-created': 'info' });
});

test('a plan without changes has no risk and four untouched tunnels', async () => {
  const assessment = await assessPlan();
  expect(effects(assessment)).toEqual(['none', 'none', 'none', 'none']);
  expect(assessment).toMatchObject({ risks: [], worst: null, link: { redundancy: 'kept' } });
}, 60_000);

test('another public address for one instance takes its two tunnels down', async () => {
  edit(
    'site-to-site-vpn/main.tf',
    'zones             = var.azure_zones',
    'zones             = each.key == "instance1" ? ["1", "2"] : var.azure_zones',
  );
  const assessment = await assessPlan();
  expect(effects(assessment)).toEqual(['none', 'none', 'interrupt', 'interrupt']);
  expect(assessment.link?.redundancy).toBe('lost');
  expect(levels(assessment)).toEqual({ 'link-redundancy-lost': 'high' });
  expect(addressesOf(assessment, 'link-redundancy-lost')).toEqual([
    `${LINK}.aws_customer_gateway.azure["instance1"]`,
    `${LINK}.aws_vpn_connection.azure["instance1"]`,
    `${LINK}.azurerm_public_ip.gateway["instance1"]`,
    `${LINK}.azurerm_virtual_network_gateway.this`,
  ]);
}, 60_000);

test('another inside range makes the connection of that tunnel anew', async () => {
  edit(
    'site-to-site-vpn/variables.tf',
    'instance0 = { tunnel1 = "169.254.21.0/30"',
    'instance0 = { tunnel1 = "169.254.21.8/30"',
  );
  const assessment = await assessPlan();
  // The connections of instance 1 name the first address of instance 0 as their filler, so they are changed as well.
  expect(effects(assessment)).toEqual(['interrupt', 'interrupt', 'interrupt', 'interrupt']);
  expect(assessment.link?.redundancy).toBe('none');
  expect(levels(assessment)).toEqual({ 'link-cut': 'critical' });
  expect(assessment.link?.tunnels.find(({ name }) => name === 'instance1-tunnel2')?.because).toEqual([
    `${LINK}.azurerm_virtual_network_gateway_connection.aws["instance1-tunnel2"]`,
  ]);
}, 60_000);

test('another SKU of the gateway takes all tunnels down', async () => {
  const assessment = await assessPlan('-var=vpn_gateway_sku=VpnGw3AZ');
  expect(effects(assessment)).toEqual(['interrupt', 'interrupt', 'interrupt', 'interrupt']);
  expect(assessment.link?.redundancy).toBe('none');
  expect(levels(assessment)).toEqual({ 'link-cut': 'critical', 'link-gateway-sku-changed': 'high' });
}, 60_000);

test('without the VPC attachment nothing passes through any tunnel', async () => {
  const file = 'aws-network/main.transit-gateway.tf';
  remove(file, 'aws_ec2_transit_gateway_vpc_attachment', 'this');
  remove(file, 'aws_ec2_transit_gateway_route_table_association', 'vpc');
  remove(file, 'aws_ec2_transit_gateway_route_table_propagation', 'vpc');
  edit(file, '  depends_on = [aws_ec2_transit_gateway_vpc_attachment.this]\n', '');
  const assessment = await assessPlan();
  expect(effects(assessment)).toEqual(['interrupt', 'interrupt', 'interrupt', 'interrupt']);
  expect(assessment.link?.redundancy).toBe('none');
  expect(levels(assessment)).toEqual({ 'link-cut': 'critical' });
  expect(addressesOf(assessment, 'link-cut')).toEqual(
    expect.arrayContaining(['module.aws_network.aws_ec2_transit_gateway_vpc_attachment.this']),
  );
}, 60_000);

test('another key of one tunnel takes that tunnel down alone', async () => {
  edit(
    'site-to-site-vpn/main.aws.tf',
    '  tunnel1_dpd_timeout_action = "restart"\n',
    '  tunnel1_dpd_timeout_action = "restart"\n  tunnel1_preshared_key = each.key == "instance0" ? "Rotated.key_2026" : null\n',
  );
  const assessment = await assessPlan();
  expect(effects(assessment)).toEqual(['interrupt', 'none', 'none', 'none']);
  expect(assessment.link?.redundancy).toBe('kept');
  expect(levels(assessment)).toEqual({ 'link-tunnel-interrupted': 'warning' });
  expect(assessment.link?.tunnels[0]?.because).toEqual([
    `${LINK}.aws_vpn_connection.azure["instance0"]`,
    `${LINK}.azurerm_virtual_network_gateway_connection.aws["instance0-tunnel1"]`,
  ]);
  expect(JSON.stringify(assessment)).not.toContain('Rotated');
}, 60_000);

test('another policy on the Azure side of every tunnel cuts the link', async () => {
  edit('site-to-site-vpn/main.azure.tf', 'ike_integrity    = "SHA384"', 'ike_integrity    = "SHA256"');
  const assessment = await assessPlan();
  expect(effects(assessment)).toEqual(['interrupt', 'interrupt', 'interrupt', 'interrupt']);
  expect(assessment.link?.redundancy).toBe('none');
  expect(levels(assessment)).toEqual({ 'link-cut': 'critical' });
}, 60_000);

test('VPC routes to the pods go while those to the nodes stay', async () => {
  edit('aws-network/main.transit-gateway.tf', 'var.route_remote_pods ? var.remote_pod_cidrs : []', '[]');
  const assessment = await assessPlan();
  expect(effects(assessment)).toEqual(['none', 'none', 'none', 'none']);
  expect(assessment.link?.redundancy).toBe('kept');
  expect(levels(assessment)).toEqual({ 'link-vpc-route-removed': 'high' });
  expect(addressesOf(assessment, 'link-vpc-route-removed')).toHaveLength(4);
}, 60_000);

test('without VPC routes nothing finds the link', async () => {
  remove('aws-network/main.transit-gateway.tf', 'aws_route', 'remote');
  const assessment = await assessPlan();
  expect(assessment.link?.redundancy).toBe('none');
  expect(levels(assessment)).toEqual({ 'link-vpc-routes-all-removed': 'critical' });
}, 60_000);

test('the rule that lets the API server reach kubelets goes', async () => {
  edit('azure-network/main.security.tf', 'ports        = ["10250"]', 'ports        = ["10251"]');
  const assessment = await assessPlan();
  expect(levels(assessment)).toEqual({ 'port-10250-cut': 'high' });
  expect(addressesOf(assessment, 'port-10250-cut')).toEqual([
    'module.azure_network.azurerm_network_security_rule.nodes["in-kubelet"]',
  ]);
  expect(effects(assessment)).toEqual(['none', 'none', 'none', 'none']);
}, 60_000);

test('destroying everything destroys every tunnel', async () => {
  const assessment = await assessPlan('-destroy');
  expect(effects(assessment)).toEqual(['destroy', 'destroy', 'destroy', 'destroy']);
  expect(assessment.link?.redundancy).toBe('none');
  expect(levels(assessment)).toMatchObject({
    'link-destroyed': 'critical',
    'link-vpc-routes-all-removed': 'critical',
    'vpc-lost': 'critical',
    'vnet-lost': 'critical',
    'resource-group-lost': 'critical',
  });
}, 60_000);
