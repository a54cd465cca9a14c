import dayjs from 'dayjs'

/** The day of whoever sits here. */
export const today = () => dayjs().format('YYYY-MM-DD')
