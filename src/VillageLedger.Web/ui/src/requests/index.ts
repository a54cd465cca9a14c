export { groups } from './groups'
export { RequestButton } from './RequestButton'
