import { Button, Drawer, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useExplanation, type Figure, type Query, type ReportView } from '../../api'
import { Empty, Later, ProblemNote } from '../../frame'
import { useIsPhone } from '../../media'
import { AskQuestion, figureSubject, rowName } from '../../questions'
import { ReportTable } from '../../tables'
import { headText } from './Beside'
import { useCells } from './links'
import { cell, hiddenOf } from './looks'

interface Props {
  /** The report that the figure stands in. */
  view: ReportView
  options: Query
  figure: Figure | null
  onClose: () => void
  onFact: (position: number) => void
}

/** What a figure is made of: its vouchers and other records, which add up to it; each leads to its voucher and to what was recorded. */
export function ExplainDrawer({ view, options, figure, onClose, onFact }: Props) {
  const { t } = useTranslation('books')
  const isPhone = useIsPhone()
  const explanation = useExplanation(view.report, options, figure)
  const made = explanation.data
  const links = useCells(made)
  const column = view.columns.find(one => one.name === figure?.column)
  const sum = made?.head.find(line => line.name.startsWith('figure'))
  return (
    <Drawer open={figure !== null} onClose={onClose} size={isPhone ? '100%' : 820} extra={figure && <AskQuestion subject={figureSubject(view, options, figure)} />} title={`${column?.heading ?? ''} · ${figure ? rowName(view, figure.row) : ''}${sum ? ` · ${headText(sum)}` : ''}`}>
      {explanation.error ? (
        <ProblemNote problem={explanation.error} onRetry={() => void explanation.refetch()} />
      ) : made ? (
        <>
          <p className="vl-quiet">{t('explain-what')}</p>
          <ReportTable
            view={made}
            hidden={hiddenOf('explain')}
            cells={{
              ...links,
              position: row => (
                <Button type="link" size="small" onClick={() => onFact(Number(cell(made.columns, row, 'position')))}>
                  {String(cell(made.columns, row, 'position'))}
                </Button>
              ),
            }}
            empty={<Empty text={t('explain-none')} />}
          />
        </>
      ) : (
        <Later>
          <Skeleton active paragraph={{ rows: 6 }} />
        </Later>
      )}
    </Drawer>
  )
}
