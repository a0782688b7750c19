const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/**
 * A number as a person reads it: rounded half away from zero on its decimal digits, so that 1.005 is 1.01 although the nearest
 * double lies just below it. The one rounding of every surface: screen, PDF and CSV show the same digits.
 *
 * @param decimals digits after the point, 0 or more
 * @returns with a hyphen-minus where negative; never "-0.00"
 * @throws RangeError for NaN and the infinities: what is missing is said in words, never shown as a number
 */
export const forDisplay = (value: number, decimals: number): string => {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts.exec(String(value)) ?? [];
  if (whole === '') throw new RangeError(`${value} is not a number that can be shown.`);
  const digits = BigInt(whole + fraction);
  const surplus = fraction.length - Number(exponent) - decimals;
  const unit = 10n ** BigInt(Math.abs(surplus));
  const rounded = surplus > 0 ? (2n * digits + unit) / (2n * unit) : digits * unit;
  const padded = rounded.toString().padStart(decimals + 1, '0');
  const point = padded.length - decimals;
  return (rounded === 0n ? '' : sign) + padded.slice(0, point) + (decimals > 0 ? `.${padded.slice(point)}` : '');
};

/** A difference for a reader, two decimals: "+0.46", "−0.46" with a true minus sign, "0.00". */
export const gapForDisplay = (gap: number): string => {
  const shown = forDisplay(gap, 2);
  if (shown.startsWith('-')) return `−${shown.slice(1)}`;
  return /[1-9]/.test(shown) ? `+${shown}` : shown;
};
