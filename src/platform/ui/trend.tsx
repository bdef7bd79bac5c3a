export interface TrendProps {
  /** Oldest first; null is a gap, and stays one. At most twelve. */
  readonly points: readonly (number | null)[];
  /** The height of the picture stands for so much. */
  readonly most: number;
  /** How far each point may lie from what was counted: a band around the line. */
  readonly margin: number;
}

const [WIDTH, HEIGHT, EDGE] = [150, 36, 3];

interface Point {
  readonly x: number;
  readonly value: number;
}
/** Points that follow each other without a gap. */
const runsOf = (points: readonly (number | null)[]): readonly (readonly Point[])[] => {
  const step = (WIDTH - 2 * EDGE) / Math.max(1, points.length - 1);
  const runs: Point[][] = [[]];
  points.forEach((value, at) => {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ x: Math.round(EDGE + at * step), value });
  });
  return runs.filter((run) => run.length > 0);
};

/** A small line beside a table that says the same in words: it tells only whether things go up or down. */
export const Trend = ({ points, most, margin }: TrendProps) => {
  const yOf = (value: number): number => {
    const part = Math.min(1, Math.max(0, value / Math.max(1, most)));
    return Math.round((HEIGHT - EDGE - part * (HEIGHT - 2 * EDGE)) * 10) / 10;
  };
  const path = (run: readonly Point[], by: number): string => run.map(({ x, value }) => `${x},${yOf(value + by)}`).join(' ');
  return (
    <svg class="cs-trend" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {runsOf(points).map((run, at) => (
        <g key={at}>
          <polygon class="cs-trend__band" points={`${path(run, margin)} ${path([...run].reverse(), -margin)}`} />
          <polyline class="cs-trend__line" points={path(run, 0)} fill="none" stroke-width="2" />
          {run.map(({ x, value }) => (
            <circle key={x} class="cs-trend__dot" cx={x} cy={yOf(value)} r="2" />
          ))}
        </g>
      ))}
      <line class="cs-trend__ground" x1="0" x2={WIDTH} y1={HEIGHT - 1} y2={HEIGHT - 1} stroke-width="1" />
    </svg>
  );
};
