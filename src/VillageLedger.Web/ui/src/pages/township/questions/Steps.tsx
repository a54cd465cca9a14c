import { App, Button, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../../api'
import { ProblemNote } from '../../../frame'
import { useIsPhone } from '../../../media'
import { daysAfter, today } from '../../../questions/days'
import { Attach, type Attached } from './Attach'
import type { Question, Step } from './question'

/** Answers, returns, settles or withdraws: one at a time, the likeliest first. */
export function Steps({ question, steps }: { question: Question; steps: Step[] }) {
  const { t } = useTranslation('questions')
  const { message } = App.useApp()
  const isPhone = useIsPhone()
  const [chosen, setChosen] = useState<Step>(steps[0]!)
  const step = steps.includes(chosen) ? chosen : steps[0]!
  const { send, isSending, problem, forget } = useRequest(step)
  const [text, setText] = useState('')
  const [due, setDue] = useState(daysAfter(today(), 7))
  const [attachments, setAttachments] = useState<Attached[]>([])
  const needsText = step === 'answer-question' || step === 'return-answer'

  const act = async () => {
    try {
      await send(fieldsOf(step, question.id, text.trim(), due, attachments))
      setText('')
      setAttachments([])
      void message.success(t(`done.${step}`))
    } catch {
      // Stands above the button.
    }
  }

  return (
    <Form layout="vertical" className="vl-question-steps" onFinish={() => void act()}>
      {steps.length > 1 && (
        <Segmented<Step>
          block={isPhone}
          aria-label={t('next')}
          value={step}
          onChange={value => {
            forget()
            setChosen(value)
          }}
          options={steps.map(value => ({ value, label: t(`step.${value}`) }))}
        />
      )}
      <Form.Item label={t(`text.${step}`)} htmlFor="step-text" extra={t('no-names')}>
        <Input.TextArea id="step-text" rows={4} maxLength={1000} value={text} onChange={event => setText(event.target.value)} />
      </Form.Item>
      {step === 'answer-question' && <Attach attached={attachments} onChange={setAttachments} />}
      {step === 'return-answer' && (
        <Form.Item label={t('due')} htmlFor="step-due">
          <Input id="step-due" className="vl-question-day" type="date" min={today()} value={due} onChange={event => setDue(event.target.value)} />
        </Form.Item>
      )}
      <ProblemNote problem={problem} />
      <Button type="primary" htmlType="submit" size={isPhone ? 'large' : 'middle'} block={isPhone} loading={isSending} disabled={needsText && !text.trim()}>
        {t(`step.${step}`)}
      </Button>
    </Form>
  )
}

function fieldsOf(step: Step, question: string, text: string, due: string, attachments: Attached[]) {
  const day = today()
  if (step === 'answer-question') return { question, text, answered: day, ...(attachments.length > 0 ? { attachments: attachments.map(({ name, sha256 }) => ({ name, sha256 })) } : {}) }
  if (step === 'return-answer') return { question, text, returned: day, due }
  if (step === 'settle-question') return { question, settled: day, ...(text ? { text } : {}) }
  return { question, withdrawn: day, ...(text ? { reason: text } : {}) }
}
