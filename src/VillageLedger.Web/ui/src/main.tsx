// What everybody may read on a cheap phone is drawn without the frame, its components and its texts.
const isPublic = /^\/(p|public)(\/|$)/.test(location.pathname)
void (isPublic ? import('./publicStart') : import('./appStart')).then(({ start }) => start())

export {}
