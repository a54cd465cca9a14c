declare module 'virtual:texts/zh' {
  const texts: Record<string, Record<string, string>>
  export default texts
}

declare module 'virtual:texts/en' {
  const texts: Record<string, Record<string, string>>
  export default texts
}

declare module 'virtual:texts/zh/public' {
  const texts: Record<string, string>
  export default texts
}

declare module 'virtual:texts/en/public' {
  const texts: Record<string, string>
  export default texts
}

declare module 'virtual:requests' {
  const forms: import('../build/requests').RequestForms
  export default forms
}
