/** Amounts are whole fen (1 yuan = 100 fen) as safe integers; nothing here divides or multiplies an amount in floating point. */
export const maxFen = Number.MAX_SAFE_INTEGER

export type Unit = 'yuan' | 'wan'

export function isFen(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value)
}

/** Digits with a comma before each three, as in 1,234,567. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A whole number with its last `places` digits after the point: 123456, 2 → 1,234.56. */
function pointed(whole: string, places: number): string {
  const digits = whole.padStart(places + 1, '0')
  return `${grouped(digits.slice(0, -places))}.${digits.slice(-places)}`
}

/** 1234567 fen → 12,345.67; negative with a minus sign (U+002D, so that a copied figure stays a number). */
export function yuan(fen: number): string {
  return signed(fen, pointed(sizeOf(fen), 2))
}

/** In ten thousand yuan with two decimals, rounded half away from zero at the end: 1234567 fen → 1.23. */
export function wan(fen: number): string {
  const size = BigInt(sizeOf(fen))
  const rounded = (size + 5_000n) / 10_000n
  return rounded === 0n ? '0.00' : signed(fen, pointed(rounded.toString(), 2))
}

export function money(fen: number, unit: Unit = 'yuan'): string {
  return unit === 'wan' ? wan(fen) : yuan(fen)
}

/** 1234567 fen → 12345.67, for a field that is typed into. */
export function plainYuan(fen: number): string {
  return yuan(fen).replaceAll(',', '')
}

const fullWidth: Record<string, string> = { '，': ',', '．': '.', '。': '.', '－': '-', '−': '-', '＋': '+', '￥': '¥' }

/** What was typed, in fen; undefined where it is no amount of at most two decimals within the bounds. Takes separators, ¥, full-width digits and 万 behind. */
export function parseYuan(text: string): number | undefined {
  const plain = [...text.trim()]
    .map(c => fullWidth[c] ?? (c >= '０' && c <= '９' ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : c))
    .join('')
    .replace(/^([+-]?)¥/, '$1')
    .replace(/\s/g, '')
  const match = /^([+-]?)(\d[\d,]*|)(?:\.(\d*))?(万?)元?$/.exec(plain)
  if (!match) return undefined
  const [, sign, whole = '', decimals = '', tenThousand] = match
  if (whole === '' && decimals === '') return undefined
  if (whole.includes(',') && !/^\d{1,3}(,\d{3})+$/.test(whole)) return undefined
  const places = tenThousand ? 6 : 2
  if (decimals.length > places) return undefined
  const fen = BigInt(whole.replaceAll(',', '') + decimals.padEnd(places, '0'))
  if (fen > BigInt(maxFen)) return undefined
  return fen === 0n ? 0 : sign === '-' ? -Number(fen) : Number(fen)
}

/** 12.5 or 12.5% → 125000 parts per million; undefined where it is no rate from 0 to 100 % with at most four decimals. */
export function parsePercent(text: string | undefined): number | undefined {
  const match = /^\s*(\d{1,3})(?:\.(\d{0,4}))?\s*[%％]?\s*$/.exec(text ?? '')
  if (!match) return undefined
  const ppm = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'))
  return ppm <= 1_000_000 ? ppm : undefined
}

/** 12.5 → 12500 thousandths; undefined where it is no number with at most three decimals. */
export function parseThousandths(text: string): number | undefined {
  const match = /^\s*(-?)(\d{1,12})(?:\.(\d{0,3}))?\s*$/.exec(text)
  if (!match) return undefined
  const size = Number(match[2]! + (match[3] ?? '').padEnd(3, '0'))
  return match[1] && size !== 0 ? -size : size
}

/** The sum, or undefined where it leaves the bounds. */
export function sumFen(amounts: readonly number[]): number | undefined {
  let sum = 0n
  for (const fen of amounts) sum += BigInt(fen)
  return sum > BigInt(maxFen) || sum < -BigInt(maxFen) ? undefined : Number(sum)
}

function sizeOf(fen: number): string {
  if (!isFen(fen)) throw new RangeError(`Not a whole number of fen: ${fen}`)
  return Math.abs(fen).toString()
}

function signed(fen: number, text: string): string {
  return fen < 0 ? '-' + text : text
}
