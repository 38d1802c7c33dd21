import type { Language } from '../model/text.ts';

/** What examples are written for: names in the reader's language, leases as of the project's date. */
export interface ExampleFacts {
  language: Language;
  /** ISO date. */
  asOf: string;
}

const nameIn = (language: Language, table: string) =>
  language === 'fr' ? `COALESCE(${table}.name_fr, ${table}.name_en)` : `${table}.name_en`;

/** Questions to begin with, by a key that has its words in `messages/sql.ts`. Each runs on every project. */
export const exampleQueries = {
  peopleByProvince: () => `SELECT province, COUNT(*) AS communities, SUM(population) AS people
FROM area
WHERE demand
GROUP BY province
ORDER BY people DESC NULLS LAST, province`,

  pointsByOrganization: ({
    language,
  }: ExampleFacts) => `SELECT ${nameIn(language, 'o')} AS organization, o.government, COUNT(p.id) AS points
FROM organization o
LEFT JOIN service_point p ON p.organization_id = o.id
GROUP BY ALL
ORDER BY points DESC, organization`,

  leasesEnding: ({
    language,
    asOf,
  }: ExampleFacts) => `-- Leases that end within two years of the project's date
SELECT ${nameIn(language, 'p')} AS point, t.expiry_date, t.annual_cost, p.lon, p.lat
FROM tenure t
JOIN service_point p ON p.id = t.point_id
WHERE TRY_CAST(t.expiry_date AS DATE) BETWEEN DATE '${asOf.slice(0, 10)}' AND DATE '${asOf.slice(0, 10)}' + INTERVAL 2 YEAR
ORDER BY t.expiry_date, point`,

  notReached: ({ language }: ExampleFacts) => `-- Communities without any point within 25 km
SELECT a.code, ${nameIn(language, 'a')} AS community, a.population, MIN(t.kilometres) AS nearest_km
FROM area a
LEFT JOIN travel t ON t.origin_id = a.code
WHERE a.demand
GROUP BY a.code, community, a.population
HAVING COUNT(*) FILTER (WHERE t.kilometres <= 25) = 0
ORDER BY a.population DESC NULLS LAST, a.code`,

  distanceAgainstPeople: ({
    language,
  }: ExampleFacts) => `-- Is it far to the nearest point where few people live?
SELECT ${nameIn(language, 'a')} AS community, a.population, MIN(t.kilometres) AS nearest_km, a.lon, a.lat
FROM area a
JOIN travel t ON t.origin_id = a.code
WHERE a.demand AND t.kilometres IS NOT NULL AND a.population IS NOT NULL
GROUP BY ALL
ORDER BY nearest_km DESC, community`,
} satisfies Record<string, (facts: ExampleFacts) => string>;
export type ExampleQuery = keyof typeof exampleQueries;
