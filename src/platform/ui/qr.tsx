import { encode } from 'uqr';

/** Light modules around the code, without which a telephone does not find it. */
const QUIET = 4;

/** Every run of dark modules as one bar. */
const drawn = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        const length = (end < 0 ? row.length : end) - x;
        return [`M${x} ${y}h${length}v1h-${length}z`];
      }),
    )
    .join('');

/** An address to point a telephone at. The page says the address in words beside it. Dark on light in every theme. */
export const Qr = ({ address, label }: { readonly address: string; readonly label: string }) => {
  const { size, data } = encode(address, { border: QUIET, ecc: 'M' });
  return (
    <svg
      class="cs-qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={size * 5}
      height={size * 5}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={drawn(data)} fill="#000" />
    </svg>
  );
};
