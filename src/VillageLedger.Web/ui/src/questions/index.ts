export { AskQuestion, useAskQuestion, type Asking } from './AskQuestion'
export { figurePath, figureSubject, rowName, type AskedFigure, type Subject } from './subject'
