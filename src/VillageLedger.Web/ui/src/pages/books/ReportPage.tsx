import { useParams } from 'react-router'
import { Report } from './Report'

/** Any report by its name in the address. */
export default function ReportPage() {
  const { name = '' } = useParams()
  return <Report key={name} name={name} />
}
