import type { Choice } from '../model/choice.ts';
import type { Format } from '../model/format.ts';
import type { Messages } from '../model/messages/index.ts';
import type { Project } from '../model/project.ts';
import type { SeasonalWay } from '../model/tables.ts';
import { nameOf, type Language } from '../model/text.ts';
import type { Catalogue } from './catalogue.ts';
import { filterOf, type View } from './view-url.ts';

/** Whose points can be chosen: every order of government that has points, then every organization. */
export function whoChoices(catalogue: Catalogue, messages: Messages, language: Language): Choice[] {
  const orders = catalogue.governments.map((government) => ({
    value: `gov:${government}`,
    label: messages.domain.government[government],
    group: messages.data.government,
  }));
  const organizations = [...catalogue.organizations.values()]
    .map((organization) => ({
      value: `org:${organization.id}`,
      label: nameOf(organization, language),
      group: messages.data.organization,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return [...orders, ...organizations];
}

export function serviceChoices(project: Project, language: Language): Choice[] {
  return project.tables.service
    .map((service) => ({ value: service.id, label: nameOf(service, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

/** "Service Canada or Federal" for the caption of a question; `any` when nobody in particular is meant. */
export function whoPhrase(
  who: readonly string[],
  choices: readonly Choice[],
  any: string,
  format: Format,
): string {
  if (who.length === 0) return any;
  return format.list(who.map((value) => choices.find((choice) => choice.value === value)?.label ?? value));
}

/** "by road", "by road, without ferries", or how estimates are told. */
export function wayPhrase(
  { graph }: Pick<Project, 'graph'>,
  closed: readonly SeasonalWay[],
  { coverage }: Messages,
  format: Format,
): string {
  if (!graph) return coverage.way.estimate;
  if (closed.length === 0) return coverage.way.road;
  return coverage.wayWithout(format.list(closed.map((way) => coverage.seasonalWay[way])));
}

/** The question of the task in view, as a plain sentence: caption of the map, title of the table, alternative text. */
export function questionCaption(
  view: View,
  project: Project,
  catalogue: Catalogue,
  messages: Messages,
  format: Format,
): string {
  const choices = whoChoices(catalogue, messages, view.language);
  const ours = whoPhrase(view.ours, choices, messages.coverage.anyOrganization, format);
  const partners = whoPhrase(view.partners, choices, messages.colocation.anyPartner, format);
  const others = whoPhrase(view.partners, choices, messages.coverage.anyOrganization, format);
  const service =
    serviceChoices(project, view.language).find(({ value }) => value === view.service)?.label ??
    messages.coverage.anyService;
  const way = wayPhrase(project, view.closed, messages, format);
  const cutoff = format.cutoff(view.cutoff);
  switch (view.task) {
    case 'coverage':
      return messages.coverage.caption(cutoff, way, ours, service);
    case 'colocation':
      return messages.colocation.caption(ours, partners, format.cutoff(view.shareCutoff), way);
    case 'outreach':
      return messages.outreach.caption(cutoff, way, ours, service, partners);
    case 'distances':
      return messages.distances.caption(way, ours, format.integer(view.nearest), others);
    case 'reach':
      return messages.reach.caption(
        ours,
        service,
        minutesPhrase(view.reachMinutes, format),
        way,
        messages.reach.ways[view.reachDirection].phrase,
      );
    case 'data':
      return messages.data.question;
    case 'sql':
      return messages.sql.caption;
    case 'about':
      return messages.data.aboutQuestion;
  }
}

/** "15 min, 30 min and 1 h". */
export const minutesPhrase = (minutes: readonly number[], format: Format) =>
  format.list(minutes.map(format.minutes));

/** The questions that a view asks, for the analyses. */
export function questionsOf(view: View) {
  const points = filterOf(view.ours, view.service);
  return {
    coverage: { points, cutoff: view.cutoff },
    colocation: {
      ours: filterOf(view.ours, null),
      partners: filterOf(view.partners, null),
      cutoff: view.shareCutoff,
    },
    distances: { from: filterOf(view.ours, null), to: filterOf(view.partners, null), nearest: view.nearest },
    reach: { points, minutes: view.reachMinutes, direction: view.reachDirection },
    outreach: { points, cutoff: view.cutoff, partners: filterOf(view.partners, null) },
  };
}
