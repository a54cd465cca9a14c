import { maySee, useReport, useSession } from '../../api'
import { filesOf } from './claims/claim'
import './entry.css'
import { Attachments } from './voucher/Attachments'

interface Props {
  /** Whose books. */
  book: string
  source: 'claim' | 'question'
  id: string
}

const nothing = () => undefined

/** The files that a claim or the answer to a question names, to be opened. */
export function NamedFiles({ book, source, id }: Props) {
  const session = useSession()
  const report = useReport('attachments', { book }, { enabled: maySee(session, 'attachments') })
  const files = filesOf(report.data, source).get(id) ?? []
  return files.length > 0 && <Attachments files={files} of={{ [source]: id }} isReadOnly onAttached={nothing} onDetached={nothing} />
}
