import { csv } from './csv.ts';
import type { FileFormat } from './format.ts';
import { geojson } from './geojson.ts';
import { geopackage } from './geopackage.ts';
import { parquet } from './parquet.ts';
import { shapefile } from './shapefile.ts';
import { xlsx } from './xlsx.ts';
import { zip } from './zip.ts';

/** Asked in this order; the first that opens the content reads it. Delimited text comes last: it accepts most text. */
export const formats: readonly FileFormat[] = [xlsx, shapefile, zip, parquet, geopackage, geojson, csv];
