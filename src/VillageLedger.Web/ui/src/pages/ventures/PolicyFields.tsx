import { Button, Form, Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { MoneyField, MonthField, PercentField } from './fields'
import { plainPolicies, policies, takesShareChange, type Policy, type TypedPolicy } from './terms'

type Path = (string | number)[]

interface Choice {
  value: string
  label: string
}

interface Props {
  /** Where in the form the policy stands; empty for the outermost. */
  path: Path
  holders: Choice[]
  guarantors: Choice[]
}

/** A policy with the terms that it takes; a policy within another has none but weights of its own. */
export function PolicyFields({ path, holders, guarantors }: Props) {
  const { t } = useTranslation('ventures')
  const form = Form.useFormInstance()
  const isOuter = path.length === 0
  const typed = (Form.useWatch(path.length ? path : [], form) ?? {}) as TypedPolicy
  const names = isOuter ? policies : plainPolicies
  const { policy } = typed
  return (
    <>
      <Form.Item name={[...path, 'policy']} label={t('policy')} extra={policy && t(`policy-what.${policy}`)} rules={[{ required: true, message: t('policy-needed') }]}>
        <Select options={names.map(value => ({ value, label: t(`policy.${value}`) }))} />
      </Form.Item>
      {policy === 'by-weights' && <Weights path={path} holders={holders} />}
      {policy === 'fixed-then-floating' && (
        <>
          <PercentField name={[...path, 'rate']} label={t('fixed-rate')} extra={t('fixed-rate-what')} />
          <MonthField name={[...path, 'until']} label={t('fixed-until')} />
          <Form.Item name={[...path, 'months']} label={t('months-covered')} extra={t('months-covered-what')}>
            <Select allowClear options={Array.from({ length: 12 }, (_, i) => ({ value: i + 1, label: String(i + 1) }))} />
          </Form.Item>
        </>
      )}
      {policy === 'guaranteed-then-share' && (
        <>
          <Form.Item name={[...path, 'guaranteedBy']} label={t('guaranteed')} initialValue="amount">
            <Segmented aria-label={t('guaranteed')} options={(['amount', 'rate'] as const).map(value => ({ value, label: t(`guaranteed-by.${value}`) }))} />
          </Form.Item>
          {typed.guaranteedBy === 'rate' ? <PercentField name={[...path, 'guaranteed']} label={t('guaranteed-rate')} /> : <MoneyField name={[...path, 'guaranteed']} label={t('guaranteed-amount')} />}
        </>
      )}
      {(policy === 'fixed-then-floating' || policy === 'guaranteed-then-share') && (
        <>
          <Form.Item name={[...path, 'guarantor']} label={t('guarantor')} extra={t('guarantor-what')}>
            <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={guarantors} />
          </Form.Item>
          <Inner legend={t('then')} path={[...path, 'then']} holders={holders} guarantors={guarantors} />
        </>
      )}
      {(policy === 'tiered' || policy === 'sequence') && <Levels kind={policy} path={path} holders={holders} guarantors={guarantors} />}
      {isOuter && takesShareChange(policy as Policy) && (
        <Form.Item name="shareChange" label={t('share-change')} extra={t('share-change-what')}>
          <Select allowClear options={(['days', 'month-end'] as const).map(value => ({ value, label: t(`share-change.${value}`) }))} />
        </Form.Item>
      )}
      {isOuter && (
        <>
          <Form.Item name="retainBy" label={t('retain')}>
            <Segmented aria-label={t('retain')} options={(['none', 'rate', 'amount'] as const).map(value => ({ value, label: t(`retain-by.${value}`) }))} />
          </Form.Item>
          {typed.retainBy === 'rate' && <PercentField name="retain" label={t('retain-rate')} />}
          {typed.retainBy === 'amount' && <MoneyField name="retain" label={t('retain-amount')} />}
        </>
      )}
    </>
  )
}

function Inner({ legend, ...props }: Props & { legend: string }) {
  return (
    <fieldset className="vl-inner">
      <legend>{legend}</legend>
      <PolicyFields {...props} />
    </fieldset>
  )
}

/** Bands of a tiered policy, or steps of a sequence: the last takes what is left. */
function Levels({ kind, path, holders, guarantors }: Props & { kind: 'tiered' | 'sequence' }) {
  const { t } = useTranslation('ventures')
  const isTiered = kind === 'tiered'
  return (
    <Form.List name={[...path, isTiered ? 'tiers' : 'steps']} initialValue={[{}, {}]}>
      {(levels, { add, remove }) => (
        <>
          {levels.map((level, i) => {
            const isLast = i === levels.length - 1
            const inner = [...path, isTiered ? 'tiers' : 'steps', level.name]
            return (
              <fieldset key={level.key} className="vl-inner">
                <legend>{isLast ? t(isTiered ? 'tier-above' : 'step-rest') : t(isTiered ? 'tier' : 'step', { number: i + 1 })}</legend>
                {!isLast && isTiered && <MoneyField name={[level.name, 'upTo']} label={t('up-to')} />}
                {!isLast && !isTiered && <StepSize name={level.name} path={inner} />}
                <PolicyFields path={[...inner, 'inner']} holders={holders} guarantors={guarantors} />
                {levels.length > 2 && (
                  <Form.Item>
                    <Button size="small" onClick={() => remove(level.name)}>
                      {t('remove')}
                    </Button>
                  </Form.Item>
                )}
              </fieldset>
            )
          })}
          <Form.Item>
            <Button size="small" onClick={() => add({}, levels.length - 1)}>
              {t(isTiered ? 'add-tier' : 'add-step')}
            </Button>
          </Form.Item>
        </>
      )}
    </Form.List>
  )
}

function StepSize({ name, path }: { name: number; path: Path }) {
  const { t } = useTranslation('ventures')
  const by = Form.useWatch([...path, 'by']) as string | undefined
  return (
    <>
      <Form.Item name={[name, 'by']} label={t('step-takes')} initialValue="amount">
        <Segmented aria-label={t('step-takes')} options={(['amount', 'rate'] as const).map(value => ({ value, label: t(`step-by.${value}`) }))} />
      </Form.Item>
      {by === 'rate' ? <PercentField name={[name, 'value']} label={t('step-rate')} /> : <MoneyField name={[name, 'value']} label={t('amount')} />}
    </>
  )
}

function Weights({ path, holders }: { path: Path; holders: Choice[] }) {
  const { t } = useTranslation('ventures')
  return (
    <>
      <Form.Item name={[...path, 'basis']} label={t('basis')} initialValue="heads">
        <Select options={(['heads', 'area', 'given'] as const).map(value => ({ value, label: t(`basis.${value}`) }))} />
      </Form.Item>
      <fieldset className="vl-inner">
        <legend>{t('weights')}</legend>
        {holders.map(holder => (
          <Form.Item
            key={holder.value}
            name={[...path, 'weights', holder.value]}
            label={holder.label}
            layout="horizontal"
            labelCol={{ span: 14 }}
            rules={[{ pattern: /^[\d,]*$/, message: t('weight-bad') }]}
          >
            <Input inputMode="numeric" autoComplete="off" className="vl-money" />
          </Form.Item>
        ))}
      </fieldset>
    </>
  )
}
