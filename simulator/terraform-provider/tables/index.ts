import type {
  ApplyRule,
  ConfigRule,
  DataSourceRule,
  FillRule,
  PlanRule,
  ProviderName,
} from '../engine/types.ts';
import { allDataSources, allEphemeralResources } from '../data/all.ts';
import { allConfigRules, allPlanRules } from '../rules/all.ts';
import { allApplyRules } from '../rules/apply/all.ts';
import { kubernetesPlanRules } from '../rules/kubernetes.ts';
import { azurermProviderRules } from '../rules/azure-platform.ts';
import { allFillRules } from './all.ts';

/** What knows the resources: the engine looks up each Terraform type name here and falls back to the schema alone. */

/** Validate-time rules by resource or data source type name (data sources as `data.<type>`). */
export const configRules: Readonly<Record<string, readonly ConfigRule[]>> = allConfigRules;

/** Rules that hold while planning but not while validating, by resource type name; they see configuration and world. */
export const planRules: Readonly<Record<string, readonly PlanRule[]>> = {
  ...allPlanRules,
  ...kubernetesPlanRules,
};

/** Validate-time rules of the provider blocks. */
export const providerConfigRules: Readonly<Record<ProviderName, readonly ConfigRule[]>> = {
  aws: [],
  azurerm: azurermProviderRules,
  azapi: [],
  helm: [],
  kubernetes: [],
};

/** Computed attributes by resource type name. */
export const fillRules: Readonly<Record<string, FillRule>> = allFillRules;

/** What the clouds' APIs refuse at apply time, by resource type name. */
export const applyRules: Readonly<Record<string, readonly ApplyRule[]>> = allApplyRules;

/** Data sources by type name. */
export const dataSources: Readonly<Record<string, DataSourceRule>> = allDataSources;

/** Ephemeral resources by type name. */
export const ephemeralResources: Readonly<Record<string, DataSourceRule>> = allEphemeralResources;
