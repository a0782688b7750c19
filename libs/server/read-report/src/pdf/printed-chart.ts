import {
  type Chart,
  dumbbell,
  type DumbbellData,
  heatMap,
  type HeatMapData,
  onPaper,
  quadrant,
  type Table,
  toSvgText,
} from '@facet/charts';
import type { ReportView } from '@facet/contract';
import { heatMapData, quadrantData } from '@facet/report-in-words';

export interface PrintedTable extends Pick<Table, 'caption' | 'columns' | 'rows'> {
  /** Above what a row is about. */
  readonly head: string;
}
export interface PrintedPicture {
  readonly svg: string;
  readonly summary: string;
}
/** A picture with every figure in a table below it. */
export interface PrintedChart extends PrintedPicture {
  readonly table: PrintedTable;
}
/** The same figures once more, as a picture alone: their tables stand with the qualities. */
export interface PrintedView extends PrintedPicture {
  /** Share of the measure that it takes. */
  readonly width: number;
}

/** Wide enough for labels to stand beside their lines; the sheet scales it to its measure. */
const WIDTH = 960;
/** Side by side the two views fill the measure. */
const [SQUARE, GLANCE] = [502, 420];
/** More than this does not stand on one sheet. */
const TALLEST = 1300;

const picture = ({ drawing, summary }: Chart): PrintedPicture => ({ svg: toSvgText(drawing, summary, onPaper), summary });

export const printedTable = (head: string, data: DumbbellData): PrintedTable => {
  const { caption, columns, rows } = dumbbell(data, WIDTH).table;
  return { head, caption, columns, rows };
};

export const printedChart = (head: string, data: DumbbellData): PrintedChart => ({
  ...picture(dumbbell(data, WIDTH)),
  table: printedTable(head, data),
});

const view = (chart: Chart): PrintedView => ({ ...picture(chart), width: chart.drawing.width / WIDTH });

/** In as few pictures as each can stand on a sheet. */
function atAGlance(data: HeatMapData): Chart[] {
  for (let pieces = 1; ; pieces += 1) {
    const each = Math.ceil(data.rows.length / pieces);
    const charts = Array.from({ length: Math.ceil(data.rows.length / each) }, (_, at) =>
      heatMap({ ...data, rows: data.rows.slice(at * each, (at + 1) * each) }, GLANCE),
    );
    if (each === 1 || charts.every(({ drawing }) => drawing.height <= TALLEST)) return charts;
  }
}

/** Self against all others, and every number at a glance: what the page folds below its first chart. Lines are named by their codes. */
export const printedViews = (report: ReportView): PrintedView[] => {
  const [self, every] = [quadrantData(report), heatMapData(report)];
  return [
    ...(self ? [quadrant(self, SQUARE)] : []),
    ...(every ? atAGlance({ ...every, rows: every.rows.map((row) => ({ ...row, label: '' })) }) : []),
  ].map(view);
};
