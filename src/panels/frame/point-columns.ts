import type { ServicePoint } from '../../model/tables.ts';
import { nameOf } from '../../model/text.ts';
import { figureColumn, wordColumn, type Column } from '../../ui/table-columns.ts';
import type { Wording } from './wording.ts';

/** The service points of a project as a table. */
export function pointColumns({ catalogue, messages, format, language }: Wording): Column<ServicePoint>[] {
  const { data: words, domain } = messages;
  const organization = ({ organization_id: id }: ServicePoint) => catalogue.organizations.get(id);
  const organizationName = (row: ServicePoint) => {
    const found = organization(row);
    return found ? nameOf(found, language) : '';
  };
  const government = (row: ServicePoint) => {
    const found = organization(row);
    return found ? domain.government[found.government] : '';
  };
  return [
    wordColumn('name', words.name, (row) => nameOf(row, language), illustrativeMark),
    wordColumn('organization', words.organization, organizationName),
    wordColumn('government', words.government, government),
    wordColumn('kind', words.kind, ({ kind }) => domain.pointKind[kind]),
    wordColumn('municipality', words.municipality, ({ municipality }) => municipality),
    figureColumn('staff', words.staff, ({ staff }) => staff, format.integer),
    figureColumn('visits', words.visits, ({ annual_visits }) => annual_visits, format.integer),
    wordColumn('location', words.location, ({ location_method: method }) => domain.locationMethod[method]),
  ];
}

const illustrativeMark = ({ illustrative }: ServicePoint) => (illustrative ? 'illustrative' : null);
