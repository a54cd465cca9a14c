export { AskQuestion, useAskQuestion, type Asking } from './AskQuestion'
export { figurePath, figureSubject, type AskedFigure, type Subject } from './subject'
