import { yuan } from '../../money'
import type { DisclosedLine, DisclosedSection, Figure } from './disclosure'
import { t } from './words'

/** One part of a disclosure: a table that a phone shows as lines of label and value. */
export function PublicSection({ section }: { section: DisclosedSection }) {
  const headings = Object.fromEntries(section.figures.map(figure => [figure, headingOf(section.name, figure)]))
  const hasParty = section.lines.some(line => line.party)
  return (
    <section className="pub-section">
      <h2>
        {section.title} <small>{t('in-yuan')}</small>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(section.name === 'contract' ? 'subject' : 'item')}</th>
            {hasParty && <th scope="col">{t('party')}</th>}
            {section.hasTerm && <th scope="col">{t('term')}</th>}
            {section.figures.map(figure => (
              <th key={figure} scope="col" className="pub-number">
                {headings[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {section.lines.map((line, i) => (
            <tr key={i} className={line.isTotal ? 'pub-total' : undefined}>
              <th scope="row" data-level={Math.min(line.level, 3)}>
                {line.name}
              </th>
              {hasParty && (
                <td data-label={t('party')} data-empty={!line.party || undefined}>
                  {line.party}
                </td>
              )}
              {section.hasTerm && <td data-label={t('term')}>{[line.from, line.to].filter(Boolean).join(' – ')}</td>}
              {section.figures.map(figure => (
                <Amount key={figure} line={line} figure={figure} label={headings[figure]!} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Amount({ line, figure, label }: { line: DisclosedLine; figure: Figure; label: string }) {
  const fen = line[figure]
  const isBlank = fen === null || (fen === 0 && !line.isTotal)
  return (
    <td className="pub-number" data-label={label} data-empty={isBlank || undefined} data-red={(fen !== null && fen < 0) || undefined}>
      {isBlank ? '' : yuan(fen)}
    </td>
  )
}

function headingOf(section: string, figure: Figure): string {
  const standing = section !== 'income' && section !== 'expense' && section !== 'distribution' && section !== 'contract'
  return t(figure === 'amountFen' ? (standing ? 'closing' : section === 'contract' ? 'amount' : 'period') : figure)
}
