import { isFen } from './money'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万']

/**
 * 大写金额 as 会计基础工作规范 art. 52(3)–(5) wants it, and as the server prints it: one 零 for consecutive zeros, 整 where the amount ends at yuan or jiao, none
 * where it has fen; of the two forms left open where the yuan digit is zero and the jiao is not, the one without 零. A red amount has 负 after 人民币.
 */
export function capital(fen: number): string {
  if (!isFen(fen)) throw new RangeError(`Not a whole number of fen: ${fen}`)
  const size = BigInt(Math.abs(fen))
  const whole = size / 100n
  const jiao = Number((size / 10n) % 10n)
  const last = Number(size % 10n)
  let text = fen < 0 ? '人民币负' : '人民币'
  if (whole > 0n) text += capitalYuan(whole) + '元'
  else if (size === 0n) text += '零元'
  if (jiao > 0) text += digits[jiao] + '角'
  else if (whole > 0n && last > 0) text += '零'
  return last > 0 ? text + digits[last] + '分' : text + '整'
}

function capitalYuan(whole: bigint): string {
  const parts: number[] = []
  for (let left = whole; left > 0n; left /= 10_000n) parts.push(Number(left % 10_000n))
  let text = ''
  let gap = false
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i]!
    if (part > 0) text += capitalGroup(part, gap || (i < parts.length - 1 && part < 1_000))
    // 亿 stands even after an empty group where 万 of them went before: 壹万亿.
    if (part > 0 || (i === 2 && parts.length > 3)) text += groups[i]
    gap = part === 0
  }
  return text
}

function capitalGroup(group: number, afterGap: boolean): string {
  let text = ''
  let zero = afterGap
  for (let place = 3, size = 1_000; place >= 0; place--, size /= 10) {
    const digit = Math.trunc(group / size) % 10
    if (digit === 0) {
      zero ||= Math.trunc(group / size) > 0 && group % size > 0
      continue
    }
    if (zero) text += digits[0]
    text += digits[digit]! + places[place]!
    zero = false
  }
  return text
}
