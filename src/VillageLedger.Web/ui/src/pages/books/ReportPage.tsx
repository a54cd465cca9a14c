import { useLocation } from 'react-router'
import { Report } from './Report'

/** Any report by its name in the address. */
export default function ReportPage() {
  const name = useLocation().pathname.split('/').at(-1) ?? ''
  return <Report key={name} name={name} />
}
