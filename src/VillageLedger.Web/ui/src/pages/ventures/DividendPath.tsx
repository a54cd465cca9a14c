import { Steps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCalled } from '../../api'
import { useIsPhone } from '../../media'
import { yuan } from '../../money'
import { owedFen, paidFen, stagesOf, type Dividend, type Stage } from './dividend'

/** 提议 → 公示/通知 → 决议 → 登记日 → 支付: what each step needs, and when it was done. */
export function DividendPath({ dividend }: { dividend: Dividend }) {
  const { t } = useTranslation('ventures')
  const isPhone = useIsPhone()
  const called = useCalled()
  const stages = stagesOf(dividend)
  const isVillage = dividend.payer.startsWith('village/')
  const needs = (stage: Stage) => t(`needs.${stage.name}.${isVillage ? 'village' : 'company'}`)
  const { resolution } = dividend
  const what = (stage: Stage): string => {
    if (stage.state !== 'done' && stage.name !== 'pay') return needs(stage)
    switch (stage.name) {
      case 'propose':
        return t('step-proposed', { by: called(dividend.proposedBy), amount: yuan(dividend.steps.at(-1)?.amountFen ?? 0) })
      case 'announce':
        return [resolution?.publishedOn && t('step-published', { on: resolution.publishedOn }), resolution?.noticeOn && t('step-notice', { on: resolution.noticeOn })].filter(Boolean).join('；') || t('step-announced')
      case 'resolve':
        return t('step-resolved', { body: resolution?.body, votes: resolution?.votesFor, entitled: resolution?.votesEntitled, document: resolution?.resolution, by: called(resolution?.resolvedBy) })
      case 'record':
        return t(`split-by.${resolution?.splitBy}`)
      case 'pay':
        return resolution ? t('step-paid', { paid: yuan(paidFen(dividend)), owed: yuan(owedFen(dividend)) }) + (resolution.payBy ? t('step-pay-by', { on: resolution.payBy }) : '') : needs(stage)
    }
  }
  const current = stages.findIndex(stage => stage.state === 'now')
  return (
    <nav className="vl-path" aria-label={t('path')}>
      <Steps
        orientation={isPhone ? 'vertical' : 'horizontal'}
        size="small"
        current={current < 0 ? stages.length : current}
        items={stages.map(stage => ({
          title: t(`step-name.${stage.name}${stage.name === 'announce' ? (isVillage ? '.village' : '.company') : ''}`),
          status: stage.state === 'done' ? 'finish' : stage.state === 'now' ? 'process' : 'wait',
          content: (
            <>
              {stage.on && stage.state === 'done' && stage.name !== 'announce' && <div>{stage.on}</div>}
              <div>{what(stage)}</div>
            </>
          ),
        }))}
      />
    </nav>
  )
}
