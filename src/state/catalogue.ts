import { addTo } from '../model/grouped.ts';
import { ordersOfGovernment, type Area, type Organization, type ServicePoint } from '../model/tables.ts';
import type { Project } from '../model/project.ts';
import { nameOf, type Language } from '../model/text.ts';

/** A project's records by id, for naming what a result points at. Built once per project. */
export interface Catalogue {
  points: ReadonlyMap<string, ServicePoint>;
  organizations: ReadonlyMap<string, Organization>;
  areas: ReadonlyMap<string, Area>;
  /** Orders of government that have points here, in the model's order. */
  governments: Organization['government'][];
  /** Ids of the services offered at each point. */
  servicesAt: ReadonlyMap<string, string[]>;
  illustrativePoints: boolean;
}

const byKey = <T>(rows: readonly T[], key: (row: T) => string) => new Map(rows.map((row) => [key(row), row]));

export function catalogueOf({ tables }: Project): Catalogue {
  const organizations = byKey(tables.organization, ({ id }) => id);
  const used = new Set<string>();
  let illustrativePoints = false;
  for (const { organization_id, illustrative } of tables.service_point) {
    used.add(organization_id);
    illustrativePoints ||= illustrative;
  }
  const present = new Set([...used].map((id) => organizations.get(id)?.government));
  const servicesAt = new Map<string, string[]>();
  for (const { point_id, service_id } of tables.offering) {
    addTo(servicesAt, point_id, service_id);
  }
  // Few questions look an area or a point up, and there may be half a million.
  let areas: ReadonlyMap<string, Area> | null = null;
  let points: ReadonlyMap<string, ServicePoint> | null = null;
  return {
    get points() {
      return (points ??= byKey(tables.service_point, ({ id }) => id));
    },
    organizations,
    get areas() {
      return (areas ??= byKey(tables.area, ({ code }) => code));
    },
    governments: ordersOfGovernment.filter((government) => present.has(government)),
    servicesAt,
    illustrativePoints,
  };
}

/** A point's name, or its id where a result names a point that the project no longer has. */
export function pointName(catalogue: Catalogue, id: string, language: Language): string {
  const point = catalogue.points.get(id);
  return point ? nameOf(point, language) : id;
}

export function organizationOf(catalogue: Catalogue, pointId: string): Organization | undefined {
  const point = catalogue.points.get(pointId);
  return point && catalogue.organizations.get(point.organization_id);
}
