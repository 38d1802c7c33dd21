/** A city of the sample that is counted by neighbourhood: the forward sortation areas (FSA) inside it. */
export interface SplitCity {
  name: string;
  /** GeoNames id of the city. */
  geonames: string;
  /** FSAs of the city. Those of one building, of the government, and of towns that are counted themselves are out. */
  includes: RegExp;
  /** Centroids that the list has wrong. */
  corrections?: Record<string, { lon: number; lat: number }>;
}

/** Cities of over 200,000 people: as one point each, everyone in them would be equally near to everything. */
export const splitCities: readonly SplitCity[] = [
  {
    name: 'Montréal',
    geonames: '6077243',
    includes: /^(H1[AC-Z]|H2.|H3[ABCEGHJ-NSTVW]|H4[A-EGHJ-NRST]|H8[NPRSTYZ]|H9[CEH])$/,
  },
  {
    name: 'Ottawa',
    geonames: '6094817',
    includes: /^(K1[B-Z]|K2.|K4[ABCMP])$/,
    // Lower Town and Sandy Hill, which the list puts in Kanata.
    corrections: { K1N: { lon: -75.683, lat: 45.429 } },
  },
  { name: 'Laval', geonames: '6050610', includes: /^H7.$/ },
  { name: 'Gatineau', geonames: '5959974', includes: /^(J8[LMPRTVXYZ]|J9[AHJ])$/ },
  { name: 'Longueuil', geonames: '6059891', includes: /^(J3[YZ]|J4[GHJKLMNTV])$/ },
];

/** GeoNames ids of towns that carry the code of another municipality, though they are not part of it. */
export const townsWithAnothersCode: ReadonlySet<string> = new Set([
  '5917117', // Carignan, coded as Chambly
  '5905152', // Bois-des-Filion, coded as Laval
  '6077315', // Mont-Royal, coded as Saint-Laurent
  '5970014', // Hampstead, coded as Côte-Saint-Luc
  '6060407', // Lorraine, coded as Terrebonne
  '6042689', // Lac-Simon, coded as La Conception
]);

/** GeoNames ids of places without a municipality's code that lie in one whose people are counted, and which. */
export const partsOfTowns: ReadonlyMap<string, string> = new Map([
  ['5926968', 'Ottawa'], // Constance Bay
  ['5906575', 'Clarence-Rockland'], // Bourget
  ['11838088', 'Alfred and Plantagenet'], // Wendover
  ['12076636', 'Saint-Jean-sur-Richelieu'], // Parc-Boutin
  ['6005297', 'Saint-Hippolyte'], // Lac-Connelly
  ['6138535', 'Lanoraie'], // Saint-Joseph
  ['6028783', 'Saint-Lin–Laurentides'], // Lac-Lapierre
]);

/** The package lost the accents of its names: what stands in it, and what was meant. */
export const lostAccents: readonly [RegExp, string][] = [
  [/Rivi\ufffdre/g, 'Rivière'],
  [/Saint-l\ufffdonard/g, 'Saint-Léonard'],
  [/C\ufffdte/g, 'Côte'],
  [/gr\ufffdce/g, 'grâce'],
  [/Ville \ufffdmard/g, 'Ville-Émard'],
  [/\ufffdle/g, 'Île'],
  [/\ufffdles/g, 'Îles'],
  [/genevi\ufffdve/g, 'geneviève'],
  [/fran\ufffdois/g, 'françois'],
  [/doroth\ufffde/g, 'dorothée'],
  [/^Montreal North/, 'Montréal-Nord'],
  [/Montreal/g, 'Montréal'],
  [/Orleans/g, 'Orléans'],
  [/ \/ Yow/i, ''],
];
