import type { ServicePoint } from '../../model/tables.ts';
import { nameOf } from '../../model/text.ts';
import type { Column } from '../../ui/table-columns.ts';
import type { Wording } from '../colocation/colocation-text.ts';

/** The service points of a project as a table. */
export function pointColumns({ catalogue, messages, format, language }: Wording): Column<ServicePoint>[] {
  const words = messages.data;
  const organization = ({ organization_id: id }: ServicePoint) => catalogue.organizations.get(id);
  const organizationName = (row: ServicePoint) => {
    const found = organization(row);
    return found ? nameOf(found, language) : '';
  };
  const government = (row: ServicePoint) => {
    const found = organization(row);
    return found ? messages.domain.government[found.government] : '';
  };
  const figure = (value: number | null) => (value === null ? '' : format.integer(value));
  return [
    {
      key: 'name',
      label: words.name,
      value: (row) => nameOf(row, language),
      text: (row) => nameOf(row, language),
      mark: (row) => (row.illustrative ? 'illustrative' : null),
    },
    { key: 'organization', label: words.organization, value: organizationName, text: organizationName },
    { key: 'government', label: words.government, value: government, text: government },
    {
      key: 'kind',
      label: words.kind,
      value: (row) => messages.domain.pointKind[row.kind],
      text: (row) => messages.domain.pointKind[row.kind],
    },
    {
      key: 'municipality',
      label: words.municipality,
      value: (row) => row.municipality,
      text: (row) => row.municipality ?? '',
    },
    {
      key: 'staff',
      label: words.staff,
      align: 'end',
      value: (row) => row.staff,
      text: (row) => figure(row.staff),
    },
    {
      key: 'visits',
      label: words.visits,
      align: 'end',
      value: (row) => row.annual_visits,
      text: (row) => figure(row.annual_visits),
    },
    {
      key: 'location',
      label: words.location,
      value: (row) => messages.domain.locationMethod[row.location_method],
      text: (row) => messages.domain.locationMethod[row.location_method],
    },
  ];
}
