import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, labelMoney, unitFor } from '../../charts'
import { growthColours, growthSteps, growthText, growthTreemap, stepOf, type Grown } from './growth'

/** Villages as areas of their operating income, coloured by growth. */
export function GrowthMap({ title, period, villages, onPick }: { title: string; period: string; villages: Grown[]; onPick: (key: string) => void }) {
  const { t } = useTranslation('township')
  const unit = unitFor(villages.map(village => village.fen))
  const drawn = useMemo(() => villages.filter(village => village.fen > 0), [villages])
  const option = useCallback((look: Parameters<typeof growthTreemap>[0]) => growthTreemap(look, drawn, unit), [drawn, unit])
  const without = villages.filter(village => village.fen <= 0)
  const description = villages.map(village => `${village.name} ${labelMoney(village.fen, unit)} ${growthText(village.growthPpm)}`).join(t('comma'))
  return (
    <div>
      <Chart
      title={title}
      period={period}
      unit={t(`unit.${unit}`)}
      description={description}
      option={option}
      height={320}
      onPick={({ data }) => {
        const village = drawn[(data as { index?: number }).index ?? -1]
        if (village) onPick(village.key)
      }}
      table={<GrowthTable villages={villages} unit={unit} />}
    />
      <p className="vl-growth-legend">
        {growthSteps
          .filter(step => villages.some(village => stepOf(village.growthPpm) === step))
          .map(step => (
            <span key={step}>
              <i style={{ background: growthColours[step].ground }} aria-hidden="true" />
              {t(`growth.${step}`)}
            </span>
          ))}
      </p>
      {without.length > 0 && <p className="vl-quiet">{t('without-income', { names: without.map(village => village.name).join(t('comma')) })}</p>}
    </div>
  )
}

function GrowthTable({ villages, unit }: { villages: Grown[]; unit: 'yuan' | 'wan' }) {
  const { t } = useTranslation('township')
  return (
    <table className="vl-plain-table">
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" data-number>
            {t('operating-income', { unit: t(`unit.${unit}`) })}
          </th>
          <th scope="col" data-number>
            {t('growth')}
          </th>
        </tr>
      </thead>
      <tbody>
        {villages.map(village => (
          <tr key={village.key}>
            <th scope="row">{village.name}</th>
            <td data-number>{labelMoney(village.fen, unit)}</td>
            <td data-number data-red={(village.growthPpm ?? 0) < 0 || undefined}>
              {growthText(village.growthPpm)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
