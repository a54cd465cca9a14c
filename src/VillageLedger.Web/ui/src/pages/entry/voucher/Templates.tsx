import { SnippetsOutlined } from '@ant-design/icons'
import { App, Button, Checkbox, Input, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api'
import { isBlank, type Action, type Draft } from './grid'
import { linesOf, readTemplates, withTemplate, writeTemplates, type Template } from './templateStore'

/** 常用凭证: lines kept under a name in this browser, and put in where a voucher begins. */
export function Templates({ draft, dispatch }: { draft: Draft; dispatch: (action: Action) => void }) {
  const { t } = useTranslation('entry')
  const { user } = useSession()
  const [isOpen, setOpen] = useState(false)
  const [templates, setTemplates] = useState(() => readTemplates(localStorage, user))
  const keep = (next: Template[]) => {
    setTemplates(next)
    return writeTemplates(localStorage, user, next)
  }
  const use = (template: Template) => {
    const written = draft.lines.filter(line => !isBlank(line))
    dispatch({ kind: 'head', change: { type: template.type } })
    dispatch({ kind: 'lines', lines: [...written, ...linesOf(template)] })
    setOpen(false)
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={t('templates')}
      content={
        <div className="vl-templates vl-column">
          {templates.length === 0 && <p className="vl-quiet">{t('templates-none')}</p>}
          <ul>
            {templates.map(template => (
              <li key={template.name}>
                <Button type="link" onClick={() => use(template)}>
                  {template.name}
                </Button>
                <Button type="text" size="small" aria-label={t('template-delete', { name: template.name })} onClick={() => keep(templates.filter(one => one !== template))}>
                  ✕
                </Button>
              </li>
            ))}
          </ul>
          <SaveAs draft={draft} onSave={(name, keepsAmounts) => keep(withTemplate(templates, name, draft.type, draft.lines, keepsAmounts))} />
        </div>
      }
    >
      <Button icon={<SnippetsOutlined />} aria-haspopup="dialog" aria-expanded={isOpen}>
        {t('templates')}
      </Button>
    </Popover>
  )
}

function SaveAs({ draft, onSave }: { draft: Draft; onSave: (name: string, keepsAmounts: boolean) => boolean }) {
  const { t } = useTranslation('entry')
  const { message } = App.useApp()
  const first = draft.lines.find(line => !isBlank(line))
  const [name, setName] = useState<string>()
  const [keepsAmounts, setKeepsAmounts] = useState(false)
  const given = (name ?? first?.summary ?? '').trim()
  const save = () => {
    if (onSave(given, keepsAmounts)) void message.success(t('template-saved', { name: given }))
    else void message.error(t('draft.not-kept'))
  }
  return (
    <>
      <Input aria-label={t('template-name')} placeholder={t('template-name')} maxLength={40} value={name ?? first?.summary ?? ''} onChange={event => setName(event.target.value)} />
      <Checkbox checked={keepsAmounts} onChange={event => setKeepsAmounts(event.target.checked)}>
        {t('template-amounts')}
      </Checkbox>
      <Button disabled={!first || !given} onClick={save}>
        {t('template-save')}
      </Button>
      <small className="vl-quiet">{t('templates-where')}</small>
    </>
  )
}
