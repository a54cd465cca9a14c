import { Alert, Button, Drawer, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRequest } from '../api'
import { ProblemNote, useAddress } from '../frame'
import { useIsPhone } from '../media'
import { daysAfter, today } from './days'
import './questions.css'
import type { Subject } from './subject'

const usualDays = [3, 7, 15]

/** Puts a question about a voucher or a figure to the accountant of its books. */
export default function AskForm({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const { t } = useTranslation('questions')
  const isPhone = useIsPhone()
  const addressOf = useAddress()
  const { send, isSending, problem } = useRequest('ask-question')
  const asked = today()
  const [text, setText] = useState('')
  const [due, setDue] = useState(daysAfter(asked, 7))
  const [question, setQuestion] = useState<string | null>(null)
  const days = usualDays.find(one => daysAfter(asked, one) === due)

  const ask = async () => {
    try {
      const { id } = await send({ owner: subject.owner, voucher: subject.voucher, figure: subject.figure, text: text.trim(), asked, due })
      setQuestion(id)
    } catch {
      // Stands above the button.
    }
  }

  return (
    <Drawer open onClose={onClose} size={isPhone ? '100%' : 480} title={t('ask')}>
      {question ? (
        <Alert
          role="status"
          type="success"
          showIcon
          title={t('was-asked', { due })}
          description={
            <Link to={addressOf(`/questions/${encodeURIComponent(question)}`, { owner: subject.owner })} onClick={onClose}>
              {t('to-question')}
            </Link>
          }
        />
      ) : (
        <Form layout="vertical" onFinish={() => void ask()}>
          <p>
            <span className="vl-quiet">{t('about')}</span> <strong>{subject.title}</strong>
          </p>
          <Form.Item label={t('question')} htmlFor="question-text" extra={t('no-names')}>
            <Input.TextArea id="question-text" autoFocus rows={5} maxLength={1000} value={text} onChange={event => setText(event.target.value)} placeholder={t('question-example')} />
          </Form.Item>
          <Form.Item label={t('due')} htmlFor="question-due">
            <div className="vl-question-due">
              <Segmented<number> aria-label={t('due')} value={days ?? 0} onChange={value => setDue(daysAfter(asked, value))} options={usualDays.map(value => ({ value, label: t('days', { count: value }) }))} />
              <Input id="question-due" type="date" min={asked} value={due} onChange={event => setDue(event.target.value)} />
            </div>
          </Form.Item>
          <ProblemNote problem={problem} />
          <Button className="vl-question-send" type="primary" htmlType="submit" size={isPhone ? 'large' : 'middle'} block={isPhone} loading={isSending} disabled={!text.trim() || !due}>
            {t('ask')}
          </Button>
        </Form>
      )}
    </Drawer>
  )
}
