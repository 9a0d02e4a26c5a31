/** How the azurerm provider reports what Azure Resource Manager refuses, and lookups in the simulated subscription. */
import type { ApplyRule, Diagnostic, FillContext } from '../../engine/types.ts';
import { byId, text } from '../../tables/values.ts';
import { diagnostic } from '../table.ts';

const STATUS: Readonly<Record<number, string>> = {
  400: '400 Bad Request',
  404: '404 Not Found',
  409: '409 Conflict',
};

/** `Virtual Network (Subscription: "…"\nResource Group Name: "…"\nVirtual Network Name: "…")`, as ids print themselves. */
export function describe(
  context: FillContext,
  noun: string,
  ...more: readonly (readonly [label: string, attribute: string])[]
): string {
  const lines = [
    `Subscription: "${context.instance.subscriptionId}"`,
    `Resource Group Name: "${text(context.planned, 'resource_group_name') ?? ''}"`,
    ...more.map(([label, attribute]) => `${label} Name: "${text(context.planned, attribute) ?? ''}"`),
    `${noun} Name: "${text(context.planned, 'name') ?? ''}"`,
  ];
  return `${noun} (${lines.join('\n')})`;
}

/** A refused PUT. */
export function putFailed(
  target: string,
  status: 400 | 404 | 409,
  code: string,
  message: string,
): Diagnostic {
  const text_ = STATUS[status] ?? String(status);
  return diagnostic(
    `creating ${target}: performing CreateOrUpdate: unexpected status ${status} (${text_}) with error: ${code}: ${message}`,
    [],
  );
}

/** What the provider itself refuses before it calls Azure. */
export const providerRefuses = (message: string): Diagnostic => diagnostic(message, []);

/** Whether a resource group exists, made by azurerm or by azapi. */
export function groupExists(context: FillContext, name: string): boolean {
  const same = (value: unknown) => typeof value === 'string' && value.toLowerCase() === name.toLowerCase();
  return (
    context.objects.list('azurerm_resource_group').some((object) => same(object.attributes['name'])) ||
    context.objects
      .list('azapi_resource')
      .some(
        (object) =>
          (text(object.attributes, 'type') ?? '').startsWith('Microsoft.Resources/resourceGroups') &&
          same(object.attributes['name']),
      )
  );
}

/** Whether any object has this id, whichever provider made it. */
export function idExists(context: FillContext, type: string, id: string): boolean {
  return (
    byId(context.objects, type, id) !== undefined || byId(context.objects, 'azapi_resource', id) !== undefined
  );
}

/** The resource group named must exist. */
export const inExistingGroup =
  (noun: string, ...more: readonly (readonly [label: string, attribute: string])[]): ApplyRule =>
  (context) => {
    const group = text(context.planned, 'resource_group_name');
    if (group === undefined || groupExists(context, group)) return [];
    return [
      putFailed(
        describe(context, noun, ...more),
        404,
        'ResourceGroupNotFound',
        `Resource group '${group}' could not be found.`,
      ),
    ];
  };

/** Ids in these places must exist: a reader of the ids and their type. */
export const refersTo =
  (noun: string, type: string, ids: (context: FillContext) => readonly string[]): ApplyRule =>
  (context) =>
    ids(context).flatMap((id) => {
      if (idExists(context, type, id)) return [];
      const message = `Resource ${id} referenced by resource ${text(context.planned, 'name') ?? ''} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`;
      return [putFailed(describe(context, noun), 400, 'InvalidResourceReference', message)];
    });
