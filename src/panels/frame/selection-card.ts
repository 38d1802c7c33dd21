import type { Project } from '../../model/project.ts';
import { nameOf } from '../../model/text.ts';
import { organizationOf, pointName, type Catalogue } from '../../state/catalogue.ts';
import type { Results } from '../../state/results.svelte.ts';
import type { ViewState } from '../../state/view.svelte.ts';
import type { Selection } from '../../state/view-url.ts';

/** What the popup says of the selected thing: its name and a few facts, all plain text. */
export interface SelectionCard {
  title: string;
  lines: string[];
}

const known = (lines: (string | null | undefined)[]) => lines.filter((line): line is string => Boolean(line));

/** The card of what is selected; null where nothing is, or its record is gone. */
export function selectionCard(
  selection: Selection | null,
  project: Project,
  catalogue: Catalogue,
  results: Results,
  view: ViewState,
): SelectionCard | null {
  if (!selection) return null;
  if (selection.kind === 'point') return pointCard(selection.id, project, catalogue, view);
  if (selection.kind === 'area') return areaCard(selection.id, catalogue, results, view);
  const names = selection.id.split('~').map((id) => pointName(catalogue, id, view.view.language));
  return { title: names.join(' – '), lines: [] };
}

function pointCard(
  id: string,
  project: Project,
  catalogue: Catalogue,
  view: ViewState,
): SelectionCard | null {
  const point = catalogue.points.get(id);
  if (!point) return null;
  const { domain, colocation } = view.messages;
  const { language } = view.view;
  const organization = organizationOf(catalogue, id);
  const offered = catalogue.servicesAt.get(id) ?? [];
  const services = project.tables.service.filter((service) => offered.includes(service.id));
  return {
    title: nameOf(point, language),
    lines: known([
      organization && `${nameOf(organization, language)} · ${domain.government[organization.government]}`,
      domain.pointKind[point.kind],
      [point.address, point.municipality].filter(Boolean).join(', '),
      point.opening_hours,
      point.annual_visits === null ? null : colocation.visits(view.format.integer(point.annual_visits)),
      services.length > 0 ? view.format.list(services.map((service) => nameOf(service, language))) : null,
      point.illustrative ? domain.markExplained.illustrative : null,
      domain.locationMethod[point.location_method],
    ]),
  };
}

function areaCard(
  code: string,
  catalogue: Catalogue,
  results: Results,
  view: ViewState,
): SelectionCard | null {
  const area = catalogue.areas.get(code);
  if (!area) return null;
  const { domain, outreach } = view.messages;
  const { language } = view.view;
  const row = results.coverage?.areas.find((candidate) => candidate.code === code);
  const nearest = row?.nearest;
  const distance = nearest?.kilometres ?? null;
  return {
    title: nameOf(area, language),
    lines: known([
      area.population === null
        ? outreach.peopleUnknown
        : outreach.people(view.format.integer(area.population)),
      domain.level[area.level],
      area.access && domain.access[area.access],
      row && domain.status[row.status],
      nearest && distance !== null
        ? outreach.nearest(pointName(catalogue, nearest.pointId, language), view.format.kilometres(distance))
        : null,
    ]),
  };
}
