import { useTranslation } from 'react-i18next'
import { maySee, useReport, useSession } from '../../../api'
import { monthText } from '../../../frame'
import { paperOf } from '../../books/paper'

/** A voucher as people call it, 2025年7月 记-4; its id where this person may not read it. */
export function useVoucherTitle(voucher: string | undefined): string {
  const { i18n } = useTranslation()
  const session = useSession()
  const report = useReport('voucher', { voucher }, { enabled: voucher !== undefined && maySee(session, 'voucher'), keepsFigures: false })
  if (!report.data) return voucher ?? ''
  const paper = paperOf(report.data)
  const title = [paper.month && monthText(paper.month, i18n.language), paper.numberText].filter(Boolean).join(' ')
  return title || (voucher ?? '')
}
