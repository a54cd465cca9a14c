/** What the server's content security policy asks of styles that are put into the page at run time. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content

// Components take the nonce, but for what keeps a page from scrolling below a dialog (@rc-component/portal): its styles would be refused.
const create = document.createElement.bind(document)
if (nonce)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }) as typeof document.createElement
